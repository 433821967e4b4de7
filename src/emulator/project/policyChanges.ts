import type { RbacPermission, RbacPolicy, RbacRole } from '../../client/types.ts'
import type { Described } from '../described.ts'
import { ADMIN_ROLE, MEMBER_ROLE } from '../roles.ts'
import { samplePolicy } from '../seeds/policy.ts'

const ID_LENGTH = 128
const DESCRIPTION_LENGTH = 1000

/**
 * The policy that is described. Resources of the API itself and the roles `stytch_member` and `stytch_admin` need
 * not be named: every project has them.
 */
export function readPolicy(described: Described): RbacPolicy {
  const resources = described.objects('resources').map((resource) => ({
    resource_id: readId(resource, 'resource_id'),
    description: readText(resource),
    actions: readActions(resource),
  }))
  const builtIn = builtInPolicy()
  const all = {
    resources: [
      ...builtIn.resources.filter(
        ({ resource_id }) => !resources.some((own) => own.resource_id === resource_id),
      ),
      ...resources,
    ],
  }
  const roles = described.objects('roles').map((role) => readRole(role, all))
  const scopes = described.objects('scopes').map((scope) => ({
    scope: readId(scope, 'scope'),
    description: readText(scope),
    permissions: readPermissions(scope, all),
  }))
  refuseTwice(
    described,
    'resources',
    resources.map(({ resource_id }) => resource_id),
  )
  refuseTwice(
    described,
    'roles',
    roles.map(({ role_id }) => role_id),
  )
  refuseTwice(
    described,
    'scopes',
    scopes.map(({ scope }) => scope),
  )
  return {
    ...all,
    roles: [
      ...builtIn.roles.filter(({ role_id }) => !roles.some((own) => own.role_id === role_id)),
      ...roles,
    ],
    scopes,
  }
}

/** Roles that an organization makes for itself, of the resources that the project's policy has. */
export function readCustomRoles(
  described: Described,
  field: string,
  policy: RbacPolicy,
): RbacRole[] {
  const roles = described.objects(field).map((role) => readRole(role, policy))
  refuseTwice(
    described,
    field,
    roles.map(({ role_id }) => role_id),
  )
  return roles
}

function builtInPolicy(): Pick<RbacPolicy, 'resources' | 'roles'> {
  const { resources, roles } = samplePolicy()
  return {
    resources: resources.filter(({ resource_id }) => resource_id.startsWith('stytch.')),
    roles: roles.filter(({ role_id }) => role_id === MEMBER_ROLE || role_id === ADMIN_ROLE),
  }
}

function readRole(role: Described, policy: Pick<RbacPolicy, 'resources'>): RbacRole {
  return {
    role_id: readId(role, 'role_id'),
    description: readText(role),
    permissions: readPermissions(role, policy),
  }
}

/** As in the API (`[{ resource_id, actions }]`), or shorter, by resource: `{ document: [read] }`. */
function readPermissions(
  described: Described,
  { resources }: Pick<RbacPolicy, 'resources'>,
): RbacPermission[] {
  if (Array.isArray(described.raw('permissions'))) {
    return described.objects('permissions').map((permission) => {
      const resource_id = permission.text('resource_id')
      const actions = permission.texts('actions') ?? []
      checkActions(permission, 'actions', { resource_id, actions }, resources)
      return { resource_id, actions }
    })
  }
  const byResource = described.object('permissions')
  return (byResource?.names() ?? []).map((resource_id) => {
    const actions = byResource?.texts(resource_id) ?? []
    if (byResource) checkActions(byResource, resource_id, { resource_id, actions }, resources)
    return { resource_id, actions }
  })
}

function checkActions(
  at: Described,
  field: string,
  { resource_id, actions }: RbacPermission,
  resources: RbacPolicy['resources'],
): void {
  const resource = resources.find((candidate) => candidate.resource_id === resource_id)
  if (!resource) {
    const known = resources.map((candidate) => candidate.resource_id).join(', ')
    at.wrong(field, `names the resource ${resource_id}, which the policy lacks. It has: ${known}.`)
    return
  }
  if (actions.length === 0) at.wrong(field, 'must name at least one action, or "*" for all.')
  const unknown = actions.find((action) => action !== '*' && !resource.actions.includes(action))
  if (unknown !== undefined) {
    at.wrong(
      field,
      `names the action ${unknown}, which ${resource_id} lacks. It has: ${resource.actions.join(', ')}.`,
    )
  }
}

function readActions(resource: Described): string[] {
  const actions = resource.texts('actions') ?? []
  if (actions.length === 0) resource.wrong('actions', 'must name at least one action.')
  refuseTwice(resource, 'actions', actions)
  return actions
}

function readId(described: Described, field: string): string {
  const id = described.text(field)
  if (id.length > ID_LENGTH) {
    described.wrong(field, `must have at most ${String(ID_LENGTH)} characters.`)
  }
  return id
}

function readText(described: Described): string {
  const text = described.optionalText('description') ?? ''
  if (text.length > DESCRIPTION_LENGTH) {
    described.wrong('description', `must have at most ${String(DESCRIPTION_LENGTH)} characters.`)
  }
  return text
}

function refuseTwice(described: Described, field: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) described.wrong(field, `names ${twice} twice.`)
}
