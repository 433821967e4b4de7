import type { B2BClient } from '../client/B2BClient.ts'
import type { DiscoveryAuthResponse } from '../client/discovery.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Proves an address with the token that people come back with from a provider, and finds the organizations of
 * its owner. Go on with `discoveryIntermediateSessionsMutations.exchange` or `discoveryOrganizationsMutations.create`.
 *
 * @example useMutation(oauthDiscoveryMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<DiscoveryAuthResponse, { discovery_oauth_token: string }> {
  return signInOptions(client, 'oauth.discovery.authenticate', client.oauth.discovery.authenticate)
}
