'use client'

import { createContext, useContext } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'

/** Filled by `OrgportalProvider`, and by nothing else. */
export const OrgportalClientContext = createContext<B2BClient | null>(null)

/**
 * The client that the nearest `<OrgportalProvider>` was given. The component renders again when
 * the session changes hands, and is then given a new object for the same client, so that whatever
 * was memoized by it (keys, options) is made anew for the new member.
 *
 * @throws where there is no `<OrgportalProvider>` above.
 * @example
 * const client = useOrgportalClient()
 * const [connection, groups] = useSuspenseQueries({
 *   queries: [scimQueries.connection(client), scimQueries.connectionGroups(client)],
 * })
 */
export function useOrgportalClient(): B2BClient {
  const client = useContext(OrgportalClientContext)
  if (client === null) {
    throw new Error('orgportal: this needs <OrgportalProvider client={client}> above it.')
  }
  return client
}
