import type { B2BClient } from '../client/B2BClient.ts'
import type { GoogleOneTapResult, GoogleOneTapStartInput } from '../client/googleOneTap.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Shows Google's prompt, by the client's option `googleOneTap`; done when it is shown or was skipped. Who then
 * chooses an account leaves the page, and comes back as after `oauthGoogleMutations.start`.
 *
 * @example useMutation(oauthGoogleOneTapMutations.start(client))
 */
export function start(client: B2BClient): WriteOptions<GoogleOneTapResult, GoogleOneTapStartInput> {
  return writeOptions(client, 'oauth.googleOneTap.start', client.oauth.googleOneTap.start)
}
