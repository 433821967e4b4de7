import type { B2BClient } from '../client/B2BClient.ts'
import type { OAuthAuthenticateInput, OAuthAuthenticateOutput } from '../client/oauth.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Signs in with the token that people come back with from a provider.
 *
 * @example useMutation(oauthMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<OAuthAuthenticateOutput, OAuthAuthenticateInput> {
  return signInOptions(client, 'oauth.authenticate', client.oauth.authenticate)
}
