import type { Member } from '../../../client/types.ts'
import { useSessionRevokeForMember } from '../../../hooks/session.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { useConfirmation, type Confirmation } from '../profile/useConfirmation.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

export interface MemberSessionsModel {
  /** `none`: there can be no session, for the reason given. The API does not tell how many there are. */
  state: { type: 'unknown' } | { type: 'none'; because: 'neverSignedIn' | 'deactivated' }
  isSelf: boolean
  /** As the host knows it; null where it does not. */
  lastSeen: string | null
  revocation: Confirmation<{ member_id: string }>
  revoke: () => void
  revoked: boolean
}

/**
 * The model of a member's sessions, which can be ended all together, but not listed.
 *
 * @rbac stytch.member revoke-sessions; for one's own stytch.self revoke-sessions will do
 */
export function useMemberSessions(
  member: Member,
  viewer: Pick<MembersViewer, 'memberId'>,
): MemberSessionsModel {
  const { getLastSeen } = useMembersConfig()
  const revoke = useSessionRevokeForMember()
  const revocation = useConfirmation(revoke)
  const { member_id } = member
  return {
    state: stateOf(member.status),
    isSelf: member_id === viewer.memberId,
    lastSeen: getLastSeen?.(member) ?? null,
    revocation,
    revoke: () => revocation.ask({ member_id }),
    revoked: revoke.isSuccess,
  }
}

function stateOf(status: string): MemberSessionsModel['state'] {
  switch (status) {
    case 'invited':
    case 'pending':
      return { type: 'none', because: 'neverSignedIn' }
    case 'deleted':
      return { type: 'none', because: 'deactivated' }
    default:
      return { type: 'unknown' }
  }
}
