import type { B2BClient } from '../client/B2BClient.ts'
import type { MagicLinksDiscoverySendInput } from '../client/magicLinks.ts'
import type { ResponseCommon } from '../client/types.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Mails a link to sign in without naming an organization.
 *
 * @example useMutation(magicLinksEmailDiscoveryMutations.send(client))
 */
export function send(
  client: B2BClient,
): WriteOptions<ResponseCommon, MagicLinksDiscoverySendInput> {
  const { send } = client.magicLinks.email.discovery
  return writeOptions(client, 'magicLinks.email.discovery.send', send)
}
