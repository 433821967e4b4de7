import type { Member } from '../../../client/types.ts'
import type { MemberAccess } from '../useMembersAccess.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

/** What each card of a member's page takes. */
export interface MemberCardProps {
  member: Member
  viewer: MembersViewer
  /** What the viewer may do with this member: `viewer.accessTo(member.member_id)`. */
  access: MemberAccess
}
