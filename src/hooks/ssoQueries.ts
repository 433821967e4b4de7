import type { B2BClient } from '../client/B2BClient.ts'
import type { SsoActiveConnection } from '../client/types.ts'
import { readOptions, type ReadOptions } from './read.ts'
import { withoutSecrets, type SsoConnections } from './ssoConnections.ts'

/**
 * The organization's connections of all three kinds, without client secrets and private keys.
 *
 * @rbac stytch.sso get
 * @example useSuspenseQuery(ssoQueries.connections(client))
 */
export function connections(client: B2BClient): ReadOptions<SsoConnections> {
  return readOptions(client, 'sso.connections', (signal) =>
    client.sso.getConnections({ signal }).then(withoutSecrets),
  )
}

/**
 * The active connections of the organizations that somebody belongs to; where there are none, of those that the
 * address may join. Needs no session.
 *
 * @example useQuery(ssoQueries.discoverConnections(client, emailAddress))
 */
export function discoverConnections(
  client: B2BClient,
  emailAddress: string,
): ReadOptions<SsoActiveConnection[]> {
  return readOptions(
    client,
    'sso.discoverConnections',
    (signal) =>
      client.sso.discoverConnections(emailAddress, { signal }).then((answer) => answer.connections),
    { input: emailAddress, by: 'anybody' },
  )
}
