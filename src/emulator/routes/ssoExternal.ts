import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { readDisplayName } from '../members/displayName.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import type { StoredExternalConnection } from '../records/sso.ts'
import { requireConnection } from '../sso/findConnection.ts'
import {
  checkNamedConnection,
  checkRoomForConnection,
  readRoleAssignments,
} from '../sso/readConnection.ts'
import { wireExternal } from '../sso/wireSso.ts'
import { findRecord } from '../store.ts'

/** Mounted at `/b2b/sso/external`. */
export function ssoExternalRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/',
    memberEndpoint(context, { needs: ['stytch.sso', 'create'] }, ({ caller, body }) => {
      const { organization_id } = caller.organization
      const display_name = readDisplayName(body) ?? ''
      const external_organization_id = body.string('external_organization_id')
      const external_connection_id = body.string('external_connection_id')
      const reference = { organization_id, external_organization_id, external_connection_id }
      checkReference(context, reference)
      checkRoomForConnection(context, organization_id, 'external')
      const connection: StoredExternalConnection = {
        ...reference,
        type: 'external',
        connection_id: context.newId('external-connection'),
        display_name,
        status: 'active',
        implicit_role_assignments: [],
        group_implicit_role_assignments: [],
      }
      context.data.sso_connections[connection.connection_id] = connection
      return { connection: wireExternal(connection) }
    }),
  )

  app.put(
    '/:connectionId',
    memberEndpoint(context, { needs: ['stytch.sso', 'update'] }, ({ caller, body, param }) => {
      checkNamedConnection(body, param('connectionId'))
      const { organization_id } = caller.organization
      const id = param('connectionId')
      const connection = requireConnection(context, organization_id, id, 'external')
      const display_name = readDisplayName(body) ?? connection.display_name
      const roles = readRoleAssignments(context, caller, {
        body,
        now: connection,
        type: 'external',
      })
      Object.assign(connection, { display_name, ...roles })
      return { connection: wireExternal(connection) }
    }),
  )

  return app
}

function checkReference(
  { data }: EmulatorContext,
  reference: Pick<
    StoredExternalConnection,
    'organization_id' | 'external_organization_id' | 'external_connection_id'
  >,
): void {
  const { organization_id, external_organization_id, external_connection_id } = reference
  if (external_organization_id === organization_id) {
    throw badRequest(
      'external_organization_id must be that of another organization.',
      'external_organization_id_same_as_organization_id',
    )
  }
  const target = findRecord(data.sso_connections, external_connection_id)
  if (target?.organization_id !== external_organization_id || target.type === 'external') {
    throw notFound(
      'external_connection_id_not_found',
      'The other organization has no such SAML or OIDC connection.',
    )
  }
  if (target.status !== 'active') {
    throw badRequest(
      "The other organization's connection is not active.",
      'external_connection_not_active',
    )
  }
  const isDouble = Object.values(data.sso_connections).some(
    (other) =>
      other.type === 'external' &&
      other.organization_id === organization_id &&
      other.external_connection_id === external_connection_id,
  )
  if (!isDouble) return
  throw badRequest(
    'The organization uses this connection already.',
    'duplicate_external_sso_connection',
  )
}
