import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import type {
  StoredOidcConnection,
  StoredSamlConnection,
  StoredSsoConnection,
} from '../records/sso.ts'
import { findRecord } from '../store.ts'

/** A connection of an organization. Throws 404 with the given type when it has none with this id. */
export function requireConnection<Type extends StoredSsoConnection['type']>(
  { data }: EmulatorContext,
  organizationId: string,
  connectionId: string,
  type: Type,
): Extract<StoredSsoConnection, { type: Type }> {
  const connection = findRecord(data.sso_connections, connectionId)
  if (connection?.organization_id === organizationId && isOfType(connection, type))
    return connection
  throw notFound(
    type === 'external' ? 'sso_connection_not_found' : `${type}_connection_not_found`,
    `The organization has no such connection: ${connectionId}.`,
  )
}

/** The SAML or OIDC connection behind a connection: of an external one, the other organization's. */
export function connectionBehind(
  { data }: EmulatorContext,
  connection: StoredSsoConnection,
): StoredSamlConnection | StoredOidcConnection {
  const target =
    connection.type === 'external'
      ? findRecord(data.sso_connections, connection.external_connection_id)
      : connection
  if (!target || target.type === 'external') {
    throw notFound(
      'external_connection_id_not_found',
      'The connection of the other organization, which this one uses, is gone.',
    )
  }
  if (target.status === 'active') return target
  throw badRequest(
    'The connection is not active: the organization has yet to tell it all about its identity provider.',
    target === connection ? 'requires_active_sso_connection' : 'external_connection_not_active',
  )
}

function isOfType<Type extends StoredSsoConnection['type']>(
  connection: StoredSsoConnection,
  type: Type,
): connection is Extract<StoredSsoConnection, { type: Type }> {
  return connection.type === type
}
