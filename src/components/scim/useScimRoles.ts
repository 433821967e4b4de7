import { useMemo, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../hooks/useOrgportalClient.ts'
import { useRoleDisplay, type RoleDirectory, type RoleDisplay } from '../portal/useRoleDisplay.ts'

/** Every member holds it, so a group cannot give it. */
const EVERY_MEMBERS_ROLE = 'stytch_member'

/** All roles, for their names; and those among them that a group can give, to choose from. */
export interface ScimRoles extends RoleDirectory {
  assignable: RoleDisplay[]
}

/** The roles of the policy, with the names, descriptions and order of the host. */
export function useScimRoles(): ScimRoles {
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
