import type { B2BClient } from '../client/B2BClient.ts'
import { readOptions, type ReadOptions } from './read.ts'
import { dataOf, type ReadData } from './readData.ts'

/** The organizations that somebody belongs to or may join, and the address that they have proved. */
export type DiscoveredOrganizations = ReadData['discovery.organizations.list']

/**
 * The organizations of whoever is signed in, or has begun to sign in; then also those that they may join. Read anew
 * wherever it is shown: what can be joined, and with which factors, changes with each step of signing in.
 *
 * @example useQuery(discoveryOrganizationsQueries.list(client))
 */
export function list(client: B2BClient): ReadOptions<DiscoveredOrganizations> {
  return readOptions(
    client,
    'discovery.organizations.list',
    (signal) => client.discovery.organizations.list({ signal }).then(dataOf),
    { by: 'signIn', staleTime: 0 },
  )
}
