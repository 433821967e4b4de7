import { useMemo, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../hooks/useOrgportalClient.ts'

/** The roles of project and organization that allow managing roles. The same set until the policy changes. */
export function useManagingRoles(): ReadonlySet<string> {
  const client = useOrgportalClient()
  const policy = useSyncExternalStore(client.subscribe, client.rbac.getPolicySync, noPolicy)
  return useMemo(
    () => new Set(policy?.rolesGranting('stytch.member', 'update.settings.roles')),
    [policy],
  )
}

const noPolicy = () => null
