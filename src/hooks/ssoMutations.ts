import type { B2BClient } from '../client/B2BClient.ts'
import type {
  SsoAuthenticateInput,
  SsoDeleteConnectionOutput,
  SsoStartInput,
} from '../client/sso.ts'
import type { AuthResponseWithMfa } from '../client/types.ts'
import { searches } from './memberEffects.ts'
import { SSO_SIGN_IN, withoutConnection } from './ssoEffects.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Leaves the page for the connection's identity provider; pending until it is gone. People come back with a token
 * for `authenticate`, or `clientMutations.authenticateByUrl`.
 *
 * @example useMutation(ssoMutations.start(client))
 */
export function start(client: B2BClient): WriteOptions<void, SsoStartInput> {
  return writeOptions(client, 'sso.start', client.sso.start)
}

/**
 * Signs in with the token that people come back with.
 *
 * @example useMutation(ssoMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, SsoAuthenticateInput> {
  return signInOptions(client, 'sso.authenticate', client.sso.authenticate)
}

/**
 * Deletes a connection of any kind, and what depends on it. `mutate` takes its id.
 *
 * @rbac stytch.sso delete
 * @example useMutation(ssoMutations.deleteConnection(client))
 */
export function deleteConnection(
  client: B2BClient,
): WriteOptions<SsoDeleteConnectionOutput, string> {
  return writeOptions(client, 'sso.deleteConnection', client.sso.deleteConnection, {
    effects: {
      writes: {
        'sso.connections': ({ connection_id }, _variables, before) => {
          const isOther = (one: { connection_id: string }) => one.connection_id !== connection_id
          return (
            before && {
              saml_connections: before.saml_connections.filter(isOther),
              oidc_connections: before.oidc_connections.filter(isOther),
              external_connections: before.external_connections.filter(isOther),
            }
          )
        },
      },
      // Members lose their registrations with it, and the roles that came by it.
      invalidates: { ...searches(true), 'self.get': true, ...SSO_SIGN_IN },
      records: { organization: withoutConnection },
    },
  })
}
