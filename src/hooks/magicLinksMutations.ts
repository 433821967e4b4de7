import type { B2BClient } from '../client/B2BClient.ts'
import type {
  MagicLinksAuthenticateInput,
  MagicLinksAuthenticateOutput,
} from '../client/magicLinks.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Signs in with the token of a magic link.
 *
 * @example useMutation(magicLinksMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<MagicLinksAuthenticateOutput, MagicLinksAuthenticateInput> {
  return signInOptions(client, 'magicLinks.authenticate', client.magicLinks.authenticate)
}
