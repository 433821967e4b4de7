import type { B2BClient } from '../client/B2BClient.ts'
import type { AuthResponseWithMfa } from '../client/types.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Signs in as another member, with a token that the project's own staff has asked for.
 *
 * @example useMutation(impersonationMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, { impersonation_token: string }> {
  return signInOptions(client, 'impersonation.authenticate', client.impersonation.authenticate)
}
