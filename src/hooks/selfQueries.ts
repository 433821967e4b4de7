import type { B2BClient } from '../client/B2BClient.ts'
import type { MemberConnectedApp } from '../client/connectedApps.ts'
import type { Member } from '../client/types.ts'
import { readOptions, type ReadOptions } from './read.ts'

/**
 * The signed-in member, fetched; the client's own record (`useMember`) is renewed with it.
 *
 * @example useSuspenseQuery(selfQueries.get(client))
 */
export function get(client: B2BClient): ReadOptions<Member | null> {
  return readOptions(client, 'self.get', (signal) => client.self.get({ signal }))
}

/**
 * The apps that the signed-in member has allowed something.
 *
 * @rbac stytch.self get.connected-apps
 * @example useSuspenseQuery(selfQueries.connectedApps(client))
 */
export function connectedApps(client: B2BClient): ReadOptions<MemberConnectedApp[]> {
  return readOptions(client, 'self.connectedApps', (signal) =>
    client.self.getConnectedApps({ signal }).then((answer) => answer.connected_apps),
  )
}
