import type { B2BClient } from '../client/B2BClient.ts'
import type {
  OidcConnectionOutput,
  OidcUpdateConnectionInput,
  OidcUpdateConnectionOutput,
} from '../client/ssoOidc.ts'
import type { SsoCreateConnectionInput } from '../client/ssoSaml.ts'
import { optimisticOptions } from './optimistic.ts'
import { withoutClientSecret, type SsoConnections } from './ssoConnections.ts'
import { renamed, SSO_SIGN_IN, withActiveConnection, withConnection } from './ssoEffects.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Makes a pending connection.
 *
 * @rbac stytch.sso create
 * @example useMutation(ssoOidcMutations.createConnection(client))
 */
export function createConnection(
  client: B2BClient,
): WriteOptions<OidcConnectionOutput, SsoCreateConnectionInput> {
  return writeOptions(client, 'sso.oidc.createConnection', client.sso.oidc.createConnection, {
    effects: { writes: { 'sso.connections': put } },
  })
}

/**
 * Changes what is given; a new name is shown at once. The connection becomes active once all is told. The client
 * secret is in variables and result, and gone with them.
 *
 * @rbac stytch.sso update
 * @example useMutation(ssoOidcMutations.updateConnection(client))
 */
export function updateConnection(
  client: B2BClient,
): WriteOptions<OidcUpdateConnectionOutput, OidcUpdateConnectionInput> {
  return optimisticOptions(client, 'sso.oidc.updateConnection', client.sso.oidc.updateConnection, {
    effects: {
      optimistic: { 'sso.connections': renamed },
      writes: { 'sso.connections': put },
      invalidates: SSO_SIGN_IN,
      records: {
        organization: (before, { connection }) => withActiveConnection(before, connection),
      },
    },
    secret: true,
  })
}

function put(
  { connection }: OidcConnectionOutput,
  _variables: unknown,
  before: SsoConnections | undefined,
) {
  return (
    before && {
      ...before,
      oidc_connections: withConnection(before.oidc_connections, withoutClientSecret(connection)),
    }
  )
}
