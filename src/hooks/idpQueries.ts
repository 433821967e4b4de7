import type { B2BClient } from '../client/B2BClient.ts'
import type { OAuthAuthorizeParams } from '../client/idp.ts'
import { readOptions, type ReadOptions } from './read.ts'
import type { ReadData } from './readData.ts'

/** Who an app is, what it asks for, and whether the person has to be asked. */
export type OAuthAuthorizeRequest = ReadData['idp.oauthAuthorizeStart']

/**
 * What an app asks the signed-in member for: the content of a consent page.
 *
 * @example useSuspenseQuery(idpQueries.oauthAuthorizeStart(client, params))
 */
export function oauthAuthorizeStart(
  client: B2BClient,
  input: OAuthAuthorizeParams,
): ReadOptions<OAuthAuthorizeRequest> {
  return readOptions(
    client,
    'idp.oauthAuthorizeStart',
    (signal) => client.idp.oauthAuthorizeStart(input, { signal }).then(requestOf),
    { input },
  )
}

/** The answer also repeats the member, whose record has a home of its own. */
const requestOf = ({ client, consent_required, scope_results }: OAuthAuthorizeRequest) => ({
  client,
  consent_required,
  scope_results,
})
