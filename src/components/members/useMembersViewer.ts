import { useMemo } from 'react'
import type { Organization } from '../../client/types.ts'
import { useSessionSnapshot } from '../../hooks/useSessionSnapshot.ts'
import { useRoles, type Roles } from '../portal/useRoles.ts'
import { useMembersAccess, type MemberAccess, type MembersAccess } from './useMembersAccess.ts'

/** Who is looking, what they may do, and how roles are called for them. */
export interface MembersViewer {
  /** Empty until it is known. */
  memberId: string
  organization: Organization | null
  roles: Roles
  access: MembersAccess
  /** What the viewer may do with this member, who may be the viewer. */
  accessTo: (memberId: string) => MemberAccess
}

export function useMembersViewer(): MembersViewer {
  const { identity, organization } = useSessionSnapshot()
  const memberId = identity?.memberId ?? ''
  const roles = useRoles()
  const access = useMembersAccess(roles.nameOf)
  return useMemo(
    () => ({
      memberId,
      organization,
      roles,
      access,
      accessTo: (id) => (id === memberId ? access.self : access.others),
    }),
    [memberId, organization, roles, access],
  )
}
