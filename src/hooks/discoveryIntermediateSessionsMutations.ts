import type { B2BClient } from '../client/B2BClient.ts'
import type { DiscoveryExchangeInput } from '../client/discovery.ts'
import type { AuthResponseWithMfa } from '../client/types.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Signs in to one of the discovered organizations, joining it where that is allowed. Needs a begun sign-in.
 *
 * @example useMutation(discoveryIntermediateSessionsMutations.exchange(client))
 */
export function exchange(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, DiscoveryExchangeInput> {
  return signInOptions(
    client,
    'discovery.intermediateSessions.exchange',
    client.discovery.intermediateSessions.exchange,
  )
}
