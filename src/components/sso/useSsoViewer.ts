import { useMemo } from 'react'
import type { Organization } from '../../client/types.ts'
import { useSessionSnapshot } from '../../hooks/useSessionSnapshot.ts'
import { useRoles, type Roles } from '../portal/useRoles.ts'
import { useSsoAccess, type SsoAccess } from './useSsoAccess.ts'

/** Who is looking, what they may do, and how roles are called for them. */
export interface SsoViewer {
  /** Empty until it is known. */
  memberId: string
  organization: Organization | null
  roles: Roles
  access: SsoAccess
}

export function useSsoViewer(): SsoViewer {
  const { identity, organization } = useSessionSnapshot()
  const memberId = identity?.memberId ?? ''
  const roles = useRoles()
  const access = useSsoAccess(roles.nameOf)
  return useMemo(
    () => ({ memberId, organization, roles, access }),
    [memberId, organization, roles, access],
  )
}
