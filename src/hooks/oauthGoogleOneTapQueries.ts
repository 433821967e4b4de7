import type { B2BClient } from '../client/B2BClient.ts'
import { readOptions, type ReadOptions } from './read.ts'

/**
 * The project's client id at Google. `oauthGoogleOneTapMutations.start` asks for it by itself. Needs no session.
 *
 * @example useSuspenseQuery(oauthGoogleOneTapQueries.clientId(client))
 */
export function clientId(client: B2BClient): ReadOptions<string> {
  return readOptions(
    client,
    'oauth.googleOneTap.clientId',
    (signal) =>
      client.oauth.googleOneTap
        .getClientId({ signal })
        .then(({ google_client_id }) => google_client_id),
    // A project's settings change about as often as its code.
    { by: 'anybody', staleTime: 300_000 },
  )
}
