import type { AdminPortalConfig } from '../client/adminPortal.ts'
import type { B2BClient } from '../client/B2BClient.ts'
import { readOptions, type ReadOptions } from './read.ts'
import { dataOf } from './readData.ts'

/**
 * Which parts of an admin portal the project has switched on. Needs a session, no permission.
 *
 * @example useSuspenseQuery(adminPortalQueries.config(client))
 */
export function config(client: B2BClient): ReadOptions<AdminPortalConfig> {
  return readOptions(
    client,
    'adminPortal.config',
    (signal) => client.adminPortal.getConfig({ signal }).then(dataOf),
    // A project's settings change about as often as its code.
    { staleTime: 300_000 },
  )
}
