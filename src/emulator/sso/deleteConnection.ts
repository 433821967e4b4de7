import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import { findRecord } from '../store.ts'

/**
 * Deletes a connection of the caller's organization, and what depends on it: who came through it, and what the
 * organization's settings say of it. The default connection goes last.
 */
export function deleteConnection(
  context: EmulatorContext,
  { organization }: Caller,
  connectionId: string,
): void {
  const { data } = context
  const { organization_id } = organization
  if (findRecord(data.sso_connections, connectionId)?.organization_id !== organization_id) {
    throw notFound(
      'sso_connection_not_found',
      `The organization has no SSO connection ${connectionId}.`,
    )
  }
  const hasOthers = Object.values(data.sso_connections).some(
    (other) => other.organization_id === organization_id && other.connection_id !== connectionId,
  )
  if (organization.sso_default_connection_id === connectionId) {
    if (hasOthers) {
      throw badRequest(
        'It is the default connection. Make another one the default first.',
        'cannot_delete_default_sso_connection',
      )
    }
    organization.sso_default_connection_id = null
  }
  Reflect.deleteProperty(data.sso_connections, connectionId)
  const allowed = organization.sso_jit_provisioning_allowed_connections
  if (allowed.includes(connectionId)) {
    const left = allowed.filter((id) => id !== connectionId)
    organization.sso_jit_provisioning_allowed_connections = left
    // Restricted to nothing is what the API does not take.
    if (left.length === 0 && organization.sso_jit_provisioning === 'RESTRICTED') {
      organization.sso_jit_provisioning = 'NOT_ALLOWED'
    }
  }
  organization.updated_at = context.timestamp()
  for (const member of Object.values(data.members)) {
    if (member.organization_id !== organization_id) continue
    member.sso_registrations = member.sso_registrations.filter(
      ({ connection_id }) => connection_id !== connectionId,
    )
  }
}
