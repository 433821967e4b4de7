import type { QueryClient } from '@tanstack/react-query'
import type { B2BClient } from 'orgportal/client'
import { organizationMembersQueries, scimQueries } from 'orgportal/hooks'

// #region read
/** What the page knows of the directory, without a request. */
export function knownDirectory(queryClient: QueryClient, client: B2BClient): string | undefined {
  return queryClient.getQueryData(scimQueries.connection(client).queryKey)?.display_name
}
// #endregion

// #region invalidate
/** After a change that this library has not made: your backend has invited people. */
export async function membersHaveChanged(queryClient: QueryClient, client: B2BClient) {
  // All searches, whatever their input: of this member in this organization, and of no other.
  const anySearch = organizationMembersQueries.search(client).queryKey.slice(0, 6)
  await queryClient.invalidateQueries({ queryKey: anySearch })
}
// #endregion

// #region prefetch
/** For a router's loader: the page has its members when it is shown, and asks again only when they are stale. */
export async function loadMembersPage(queryClient: QueryClient, client: B2BClient) {
  await queryClient.query(organizationMembersQueries.search(client, { limit: 50 }))
}
// #endregion
