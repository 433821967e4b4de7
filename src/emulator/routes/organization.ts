import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { changeOrganization } from '../organizationChanges.ts'
import { wireOrganization } from '../wire.ts'

/** Mounted at `/b2b/organizations`. */
export function organizationRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/me',
    memberEndpoint(context, {}, ({ caller }) => ({
      organization: wireOrganization(context, caller.organization),
    })),
  )

  app.put(
    '/me',
    memberEndpoint(context, {}, ({ caller, body }) => {
      const organization = changeOrganization(context, caller, body)
      context.data.organizations[organization.organization_id] = organization
      return { organization: wireOrganization(context, organization) }
    }),
  )

  return app
}
