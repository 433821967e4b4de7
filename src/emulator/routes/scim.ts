import { Hono } from 'hono'
import type { ScimIdentityProvider } from '../../client/scim.ts'
import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { readDisplayName } from '../members/displayName.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { pageOf, readPage } from '../paging.ts'
import { readScimAssignments } from '../scim/scimAssignments.ts'
import type { StoredScimConnection, StoredToken } from '../records/scim.ts'
import { findActiveScimConnection } from '../wire.ts'
import {
  wireScimConnection,
  wireScimConnectionWithBearerToken,
  wireScimConnectionWithNextBearerToken,
  wireScimGroup,
} from '../scim/wireScim.ts'

const TOKEN_DAYS = 365
const DEFAULT_DISPLAY_NAME = 'SCIM connection'

const IDENTITY_PROVIDERS: readonly ScimIdentityProvider[] = [
  'generic',
  'okta',
  'microsoft-entra',
  'cyberark',
  'jumpcloud',
  'onelogin',
  'pingfederate',
  'rippling',
]

export function scimRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/',
    memberEndpoint(context, { needs: ['stytch.scim', 'get'] }, ({ caller }) => ({
      connection: wireScimConnection(context, activeConnection(context, caller)),
    })),
  )

  app.post(
    '/',
    memberEndpoint(context, { needs: ['stytch.scim', 'create'] }, ({ caller, body }) => {
      const { organization_id } = caller.organization
      if (!context.data.project.scim_enabled) {
        throw new EmulatorError(403, 'scim_not_enabled', 'SCIM is switched off for this project.')
      }
      if (findActiveScimConnection(context, organization_id)) {
        throw badRequest(
          'The organization has an active SCIM connection. Delete it before making another.',
          'active_scim_connection_exists',
        )
      }
      const display_name = readDisplayName(body) ?? DEFAULT_DISPLAY_NAME
      const identity_provider = readIdentityProvider(body) ?? 'generic'
      const connection: StoredScimConnection = {
        organization_id,
        connection_id: context.newId('scim-connection'),
        status: 'active',
        display_name,
        identity_provider,
        bearer_token: newBearerToken(context),
        next_bearer_token: null,
        assignments: [],
        created_at: context.timestamp(),
      }
      context.data.scim_connections[connection.connection_id] = connection
      return { connection: wireScimConnectionWithBearerToken(context, connection) }
    }),
  )

  app.post(
    '/groups',
    memberEndpoint(context, { needs: ['stytch.scim', 'get'] }, ({ caller, body }) => {
      const { connection_id } = activeConnection(context, caller)
      const groups = Object.values(context.data.scim_groups).filter(
        (group) => group.connection_id === connection_id,
      )
      const page = pageOf(groups, readPage(body), (group) => [
        group.group_name.toLowerCase(),
        group.group_id,
      ])
      return { scim_groups: page.items.map(wireScimGroup), next_cursor: page.nextCursor }
    }),
  )

  app.post(
    '/rotate/start',
    memberEndpoint(context, { needs: ['stytch.scim', 'update'] }, ({ caller, body }) => {
      const connection = connectionById(context, caller, body.string('connection_id'))
      if (connection.next_bearer_token) {
        throw badRequest(
          'A rotation is running. Complete or cancel it before starting another.',
          'scim_connection_already_rotating_token',
        )
      }
      connection.next_bearer_token = newBearerToken(context)
      return {
        connection: wireScimConnectionWithNextBearerToken(
          context,
          connection,
          connection.next_bearer_token,
        ),
      }
    }),
  )

  app.post(
    '/rotate/complete',
    memberEndpoint(context, { needs: ['stytch.scim', 'update'] }, ({ caller, body }) => {
      const connection = connectionById(context, caller, body.string('connection_id'))
      connection.bearer_token = rotatingToken(connection)
      connection.next_bearer_token = null
      return { connection: wireScimConnection(context, connection) }
    }),
  )

  app.post(
    '/rotate/cancel',
    memberEndpoint(context, { needs: ['stytch.scim', 'update'] }, ({ caller, body }) => {
      const connection = connectionById(context, caller, body.string('connection_id'))
      rotatingToken(connection)
      connection.next_bearer_token = null
      return { connection: wireScimConnection(context, connection) }
    }),
  )

  app.put(
    '/:connection_id',
    memberEndpoint(context, {}, ({ caller, body, param }) => {
      const assigning = body.has('scim_group_implicit_role_assignments')
      const describing = body.has('display_name') || body.has('identity_provider')
      if (assigning) caller.mustBeAllowed('stytch.organization', 'update.settings.implicit-roles')
      if (describing || !assigning) caller.mustBeAllowed('stytch.scim', 'update')

      const connection = connectionById(context, caller, param('connection_id'))
      const named = body.optionalString('connection_id') ?? connection.connection_id
      if (named !== connection.connection_id) {
        throw badRequest('connection_id differs between the path and the body.')
      }
      // Everything is read before anything is written, so a refusal leaves nothing half done.
      const changes: Partial<StoredScimConnection> = {
        display_name: readDisplayName(body) ?? connection.display_name,
        identity_provider: readIdentityProvider(body) ?? connection.identity_provider,
        assignments:
          readScimAssignments(context, caller, connection, body) ?? connection.assignments,
      }
      Object.assign(connection, changes)
      return { connection: wireScimConnection(context, connection) }
    }),
  )

  app.delete(
    '/:connection_id',
    memberEndpoint(context, { needs: ['stytch.scim', 'delete'] }, ({ caller, param }) => {
      const connection = connectionById(context, caller, param('connection_id'))
      deleteConnection(context, connection)
      return { connection_id: connection.connection_id }
    }),
  )

  return app
}

/** Members stay; what made them members of a directory goes, and with it the roles that groups gave. */
function deleteConnection(context: EmulatorContext, connection: StoredScimConnection): void {
  connection.status = 'deleted'
  connection.next_bearer_token = null
  connection.assignments = []
  for (const group of Object.values(context.data.scim_groups)) {
    if (group.connection_id === connection.connection_id) {
      Reflect.deleteProperty(context.data.scim_groups, group.group_id)
    }
  }
  for (const member of Object.values(context.data.members)) {
    if (member.scim?.connection_id !== connection.connection_id) continue
    member.scim = null
    member.updated_at = context.timestamp()
  }
}

function activeConnection(context: EmulatorContext, caller: Caller): StoredScimConnection {
  const connection = findActiveScimConnection(context, caller.organization.organization_id)
  if (connection) return connection
  throw notFound('no_active_scim_connection', 'The organization has no active SCIM connection.')
}

function connectionById(
  context: EmulatorContext,
  caller: Caller,
  connectionId: string,
): StoredScimConnection {
  const connection = activeConnection(context, caller)
  if (connection.connection_id === connectionId) return connection
  throw notFound(
    'no_active_scim_connection',
    `The organization has no active SCIM connection with the id ${connectionId}.`,
  )
}

function rotatingToken(connection: StoredScimConnection): StoredToken {
  if (connection.next_bearer_token) return connection.next_bearer_token
  throw badRequest(
    'No rotation is running on this connection.',
    'scim_connection_not_rotating_token',
  )
}

function newBearerToken(context: EmulatorContext): StoredToken {
  return {
    value: context.newSecret(),
    expires_at: context.timestamp(TOKEN_DAYS * 24 * 60 * 60_000),
  }
}

function readIdentityProvider(body: Body): ScimIdentityProvider | undefined {
  const provider = body.optionalString('identity_provider')
  if (provider === undefined || IDENTITY_PROVIDERS.includes(provider)) return provider
  throw badRequest(
    `identity_provider must be one of ${IDENTITY_PROVIDERS.join(', ')}.`,
    'invalid_scim_idp',
  )
}
