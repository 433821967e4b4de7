import type { B2BClient } from '../client/B2BClient.ts'
import type { GoogleOneTapDiscoveryStartInput, GoogleOneTapResult } from '../client/googleOneTap.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Shows Google's prompt, to sign in without naming an organization; done when it is shown or was skipped.
 *
 * @example useMutation(oauthGoogleOneTapDiscoveryMutations.start(client))
 */
export function start(
  client: B2BClient,
): WriteOptions<GoogleOneTapResult, GoogleOneTapDiscoveryStartInput | undefined> {
  return writeOptions(client, 'oauth.googleOneTap.discovery.start', (input) =>
    client.oauth.googleOneTap.discovery.start(input),
  )
}
