import { isApiError } from '../../client/errors.ts'
import { useOrgportalClient } from '../../hooks/useOrgportalClient.ts'
import type { MembersPortalState } from './useMembersPortal.ts'
import type { MembersViewer } from './useMembersViewer.ts'

type DeniedState = Extract<MembersPortalState, { type: 'denied' }>

/**
 * What is to be seen where the server refused a search: its 403 counts, whatever the policy here says. Null for any other
 * failure, and for none.
 */
export function useSearchDenial(
  error: Error | null | undefined,
  { memberId, roles }: MembersViewer,
): DeniedState | null {
  const client = useOrgportalClient()
  if (!isApiError(error) || error.status_code !== 403) return null
  const granting = client.rbac.getPolicySync().rolesGranting('stytch.member', 'search')
  return {
    type: 'denied',
    memberId,
    denied: { permission: 'stytch.member search', roles: roles.sort(granting).map(roles.nameOf) },
  }
}
