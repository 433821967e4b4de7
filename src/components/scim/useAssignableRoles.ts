import { useMemo, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../hooks/useOrgportalClient.ts'
import { useRoleDisplay, type RoleDirectory } from '../portal/useRoleDisplay.ts'

/** Every member holds it, so a group cannot give it. */
const EVERY_MEMBERS_ROLE = 'stytch_member'

/** The roles that a group can give, with the names, descriptions and order of the host. */
export function useAssignableRoles(): RoleDirectory {
  const client = useOrgportalClient()
  const policy = useSyncExternalStore(client.subscribe, client.rbac.getPolicySync, noPolicy)
  const assignable = useMemo(
    () => [...(policy?.roles.values() ?? [])].filter((role) => role.role_id !== EVERY_MEMBERS_ROLE),
    [policy],
  )
  return useRoleDisplay(assignable)
}

const noPolicy = () => null
