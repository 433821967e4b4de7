import type { B2BClient } from '../client/B2BClient.ts'
import type { DiscoveryAuthResponse } from '../client/discovery.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Proves an address by the token of a mailed link, and finds the organizations of its owner. Go on with
 * `discoveryIntermediateSessionsMutations.exchange` or `discoveryOrganizationsMutations.create`.
 *
 * @example useMutation(magicLinksDiscoveryMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<DiscoveryAuthResponse, { discovery_magic_links_token: string }> {
  return signInOptions(
    client,
    'magicLinks.discovery.authenticate',
    client.magicLinks.discovery.authenticate,
  )
}
