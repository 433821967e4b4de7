import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { grantsIn, requireApp, wireApp } from '../idp/grants.ts'
import { appsOf, revokeOwnApp } from '../idp/memberApps.ts'
import { requireTarget } from '../members/memberTarget.ts'

/** The apps that members have let in. Mounted at `/b2b/organizations`. */
export function connectedAppRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/connected_apps',
    memberEndpoint(context, {}, ({ caller }) => {
      const appIds = grantsIn(context, caller.organization).map((grant) => grant.connected_app_id)
      return {
        connected_apps: [...new Set(appIds)].map((appId) => wireApp(requireApp(context, appId))),
      }
    }),
  )

  app.get(
    '/connected_apps/:connected_app_id',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const connectedApp = requireApp(context, param('connected_app_id'))
      return {
        ...wireApp(connectedApp),
        active_members: grantsIn(context, caller.organization)
          .filter((grant) => grant.connected_app_id === connectedApp.connected_app_id)
          .map(({ member_id, scopes }) => ({ member_id, granted_scopes: scopes })),
      }
    }),
  )

  app.route('/', memberConnectedAppRoutes(context))

  app.post(
    '/members/:member_id/connected_apps/:connected_app_id/revoke',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const member = requireTarget(context, caller, param('member_id'), 'revoke.connected-app')
      revokeOwnApp(context, member, param('connected_app_id'))
      return {}
    }),
  )

  return app
}

/** Of its own because the official client asks for it at an address that lacks a slash. */
export function memberConnectedAppRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.get(
    '/members/:member_id/connected_apps',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const member = requireTarget(context, caller, param('member_id'), 'get.connected-apps')
      return { connected_apps: appsOf(context, member) }
    }),
  )
  return app
}
