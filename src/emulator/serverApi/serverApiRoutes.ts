import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { serverMemberRoutes } from './serverMembers.ts'
import { serverOrganizationRoutes } from './serverOrganizations.ts'
import { serverRbacRoutes } from './serverRbac.ts'
import { serverSessionRoutes } from './serverSessions.ts'

/** The API for backends, mounted at `/v1/b2b`. */
export function serverApiRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.route('/sessions', serverSessionRoutes(context))
  // Before the organizations, whose ids could be anything.
  app.route('/organizations', serverMemberRoutes(context))
  app.route('/organizations', serverOrganizationRoutes(context))
  app.route('/rbac', serverRbacRoutes(context))
  return app
}
