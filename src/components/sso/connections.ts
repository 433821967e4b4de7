import type { ExternalConnection } from '../../client/ssoExternal.ts'
import type {
  CachedOidcConnection,
  CachedSamlConnection,
  SsoConnections,
} from '../../hooks/ssoConnections.ts'

/** A connection of any kind, as it is cached: without secrets. */
export type SsoConnection =
  | ({ protocol: 'saml' } & CachedSamlConnection)
  | ({ protocol: 'oidc' } & CachedOidcConnection)
  | ({ protocol: 'external' } & ExternalConnection)

export type SamlSsoConnection = Extract<SsoConnection, { protocol: 'saml' }>
export type OidcSsoConnection = Extract<SsoConnection, { protocol: 'oidc' }>
export type ExternalSsoConnection = Extract<SsoConnection, { protocol: 'external' }>

/** All connections in one list, by name in the order of the locale. */
export function allConnections(
  { saml_connections, oidc_connections, external_connections }: SsoConnections,
  locale: string,
): SsoConnection[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return [
    ...saml_connections.map((connection) => ({ protocol: 'saml' as const, ...connection })),
    ...oidc_connections.map((connection) => ({ protocol: 'oidc' as const, ...connection })),
    ...external_connections.map((connection) => ({ protocol: 'external' as const, ...connection })),
  ].sort(
    (one, other) =>
      compare(one.display_name, other.display_name) ||
      compare(one.connection_id, other.connection_id),
  )
}
