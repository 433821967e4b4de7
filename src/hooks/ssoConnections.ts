import type { SsoConnectionsOutput } from '../client/sso.ts'
import type { ExternalConnection } from '../client/ssoExternal.ts'
import type { OidcConnection } from '../client/ssoOidc.ts'
import type { EncryptionPrivateKey, SamlConnection } from '../client/ssoSaml.ts'

/** A SAML connection as it is cached: of its encryption keys, not the keys themselves. */
export interface CachedSamlConnection extends Omit<SamlConnection, 'saml_encryption_private_keys'> {
  saml_encryption_private_keys: Omit<EncryptionPrivateKey, 'private_key'>[]
}

/** An OIDC connection as it is cached: of the client secret, whether there is one. */
export interface CachedOidcConnection extends Omit<OidcConnection, 'client_secret'> {
  has_client_secret: boolean
}

/** The organization's connections of all three kinds, without their secrets. */
export interface SsoConnections {
  saml_connections: CachedSamlConnection[]
  oidc_connections: CachedOidcConnection[]
  external_connections: ExternalConnection[]
}

export function withoutSecrets(answer: SsoConnectionsOutput): SsoConnections {
  return {
    saml_connections: answer.saml_connections.map(withoutPrivateKeys),
    oidc_connections: answer.oidc_connections.map(withoutClientSecret),
    external_connections: answer.external_connections,
  }
}

export const withoutPrivateKeys = (connection: SamlConnection): CachedSamlConnection => ({
  ...connection,
  saml_encryption_private_keys: connection.saml_encryption_private_keys.map(
    ({ private_key: _key, ...rest }) => rest,
  ),
})

export const withoutClientSecret = ({
  client_secret,
  ...connection
}: OidcConnection): CachedOidcConnection => ({
  ...connection,
  has_client_secret: client_secret !== '',
})
