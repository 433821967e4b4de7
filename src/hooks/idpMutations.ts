import type { B2BClient } from '../client/B2BClient.ts'
import { isRecord } from '../client/check.ts'
import type {
  OAuthAuthorizeSubmitInput,
  OAuthAuthorizeSubmitOutput,
  OAuthLogoutParams,
  OAuthLogoutStartOutput,
} from '../client/idp.ts'
import { isOfMember } from './connectedAppEffects.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Hands in the person's answer to what an app asks for. Lead the browser to the result's `redirect_uri`.
 *
 * @example useMutation(idpMutations.oauthAuthorizeSubmit(client))
 */
export function oauthAuthorizeSubmit(
  client: B2BClient,
): WriteOptions<OAuthAuthorizeSubmitOutput, OAuthAuthorizeSubmitInput> {
  return writeOptions(client, 'idp.oauthAuthorizeSubmit', client.idp.oauthAuthorizeSubmit, {
    effects: {
      // Which apps the member has allowed what.
      invalidates: {
        'idp.oauthAuthorizeStart': (input, { client_id }) =>
          isRecord(input) && input['client_id'] === client_id,
        'organization.connectedApp': (input, { client_id }) =>
          isRecord(input) && input['connected_app_id'] === client_id,
        'organization.connectedApps': true,
        'organization.members.connectedApps': (input) =>
          isOfMember(input, client.getSnapshot().identity?.memberId),
        'self.connectedApps': true,
      },
    },
    secret: true,
  })
}

/**
 * Begins to sign out for an app. Sign out, and lead the browser to the result's `redirect_uri`.
 *
 * @example useMutation(idpMutations.oauthLogoutStart(client))
 */
export function oauthLogoutStart(
  client: B2BClient,
): WriteOptions<OAuthLogoutStartOutput, OAuthLogoutParams> {
  return writeOptions(client, 'idp.oauthLogoutStart', client.idp.oauthLogoutStart, {
    secret: true,
  })
}
