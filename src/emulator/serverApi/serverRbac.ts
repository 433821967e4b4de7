import { Hono } from 'hono'
import type { RbacRole } from '../../client/types.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { DescriptionError, readDescription } from '../described.ts'
import type { Described } from '../described.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import { readCustomRoles, readPolicy } from '../project/policyChanges.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { requireOrganization } from './lookups.ts'
import { serverEndpoint } from './serverEndpoint.ts'

/** Mounted at `/v1/b2b/rbac`. */
export function serverRbacRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/policy',
    serverEndpoint(context, () => ({ policy: context.data.project.rbac_policy })),
  )

  app.put(
    '/policy',
    serverEndpoint(context, ({ body }) => {
      context.data.project.rbac_policy = readNamed(body, 'policy', readPolicy)
      return { policy: context.data.project.rbac_policy }
    }),
  )

  app.get(
    '/organizations/:organization_id',
    serverEndpoint(context, ({ param }) =>
      organizationPolicy(requireOrganization(context, param('organization_id'))),
    ),
  )

  app.put(
    '/organizations/:organization_id',
    serverEndpoint(context, ({ body, param }) => {
      const organization = requireOrganization(context, param('organization_id'))
      organization.custom_roles = readNamed(body, 'org_policy', (policy) =>
        readCustomRoles(policy, 'roles', context.data.project.rbac_policy),
      )
      return organizationPolicy(organization)
    }),
  )

  return app
}

function organizationPolicy({ custom_roles = [] }: StoredOrganization): {
  org_policy: { roles: RbacRole[] }
} {
  return { org_policy: { roles: custom_roles } }
}

/** Reads a field of the body as a description. Throws 400 with all that is wrong, each with its place. */
function readNamed<Value>(body: Body, field: string, read: (described: Described) => Value): Value {
  try {
    return readDescription(body.raw(field), read)
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error
    const problems = error.message.split('\n').map((line) => `${field}: ${line}`)
    throw badRequest(problems.join(' '))
  }
}
