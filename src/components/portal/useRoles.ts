import { useMemo, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../hooks/useOrgportalClient.ts'
import { useRoleDisplay, type RoleDirectory, type RoleDisplay } from './useRoleDisplay.ts'

/** Every member holds it, so nobody can be given it. */
export const EVERY_MEMBERS_ROLE = 'stytch_member'

/** All roles, for their names; and those among them that can be given, to choose from. */
export interface Roles extends RoleDirectory {
  assignable: RoleDisplay[]
}

/** The roles of the policy, with the names, descriptions and order of the host. */
export function useRoles(): Roles {
  const client = useOrgportalClient()
  const policy = useSyncExternalStore(client.subscribe, client.rbac.getPolicySync, noPolicy)
  const all = useMemo(() => [...(policy?.roles.values() ?? [])], [policy])
  const directory = useRoleDisplay(all)
  return useMemo(
    () => ({
      ...directory,
      assignable: directory.roles.filter((role) => role.role_id !== EVERY_MEMBERS_ROLE),
    }),
    [directory],
  )
}

const noPolicy = () => null
