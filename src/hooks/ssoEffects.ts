import type { Organization, SsoActiveConnection } from '../client/types.ts'
import type { SsoConnections } from './ssoConnections.ts'

interface Identified {
  connection_id: string
}

/** What a sign-in page shows of the connections that are active. */
export const SSO_SIGN_IN = {
  'organization.bySlug': true,
  'sso.discoverConnections': true,
} as const

/** Puts a connection in the former one's place, or at the end. */
export const withConnection = <Connection extends Identified>(
  connections: readonly Connection[],
  now: Connection,
): Connection[] =>
  connections.some(({ connection_id }) => connection_id === now.connection_id)
    ? connections.map((one) => (one.connection_id === now.connection_id ? now : one))
    : [...connections, now]

/** Shows the connection's new name, of whichever kind it is. */
export function renamed(
  before: SsoConnections,
  { connection_id, display_name }: Identified & { display_name?: string },
): SsoConnections {
  if (display_name === undefined) return before
  const named = <Connection extends Identified>(connections: Connection[]) =>
    connections.map((one) => (one.connection_id === connection_id ? { ...one, display_name } : one))
  return {
    saml_connections: named(before.saml_connections),
    oidc_connections: named(before.oidc_connections),
    external_connections: named(before.external_connections),
  }
}

/** An organization names its active connections, in short. */
export function withActiveConnection(
  organization: Organization,
  {
    connection_id,
    display_name,
    identity_provider,
    status,
  }: SsoActiveConnection & { status: string },
): Organization {
  if (status !== 'active') return organization
  return {
    ...organization,
    sso_active_connections: withConnection(organization.sso_active_connections, {
      connection_id,
      display_name,
      identity_provider,
    }),
  }
}

/** What the organization's settings say of a connection goes with it. */
export function withoutConnection(
  organization: Organization,
  { connection_id }: Identified,
): Organization {
  const {
    sso_active_connections,
    sso_default_connection_id,
    sso_jit_provisioning,
    sso_jit_provisioning_allowed_connections: before,
  } = organization
  const allowed = before.filter((id) => id !== connection_id)
  // Restricted to nothing is what the API does not take.
  const isClosed = sso_jit_provisioning === 'RESTRICTED' && before.length > 0 && !allowed.length
  return {
    ...organization,
    sso_active_connections: sso_active_connections.filter(
      (connection) => connection.connection_id !== connection_id,
    ),
    sso_default_connection_id:
      sso_default_connection_id === connection_id ? null : sso_default_connection_id,
    sso_jit_provisioning: isClosed ? 'NOT_ALLOWED' : sso_jit_provisioning,
    sso_jit_provisioning_allowed_connections: allowed,
  }
}
