import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { readDisplayName } from '../members/displayName.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { requireConnection } from '../sso/findConnection.ts'
import { newOidcConnection } from '../sso/newConnection.ts'
import {
  checkNamedConnection,
  checkRoomForConnection,
  readIdentityProvider,
} from '../sso/readConnection.ts'
import { updateOidc } from '../sso/updateOidc.ts'
import { wireOidc } from '../sso/wireSso.ts'

/** Mounted at `/b2b/sso/oidc`. */
export function ssoOidcRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/',
    memberEndpoint(context, { needs: ['stytch.sso', 'create'] }, ({ caller, body }) => {
      const { organization_id } = caller.organization
      const display_name = readDisplayName(body) ?? ''
      const identity_provider = readIdentityProvider(body) ?? 'generic'
      checkRoomForConnection(context, organization_id, 'oidc')
      const connection_id = context.newId('oidc-connection')
      const given = { organization_id, connection_id, display_name, identity_provider }
      const connection = newOidcConnection(given)
      context.data.sso_connections[connection_id] = connection
      return { connection: wireOidc(context, connection) }
    }),
  )

  app.put(
    '/:connectionId',
    memberEndpoint(context, { needs: ['stytch.sso', 'update'] }, async (request) => {
      checkNamedConnection(request.body, request.param('connectionId'))
      const { organization_id } = request.caller.organization
      const id = request.param('connectionId')
      const connection = requireConnection(context, organization_id, id, 'oidc')
      const { warning } = await updateOidc(context, connection, request.body)
      return {
        connection: wireOidc(context, connection),
        warning,
      }
    }),
  )

  return app
}
