import type { ScimGroupRoleAssignment } from '../../client/scim.ts'
import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import { knownRoles, MEMBER_ROLE } from '../roles.ts'
import { findRecord } from '../store.ts'
import type { StoredScimConnection, StoredScimGroup } from '../records/scim.ts'

/**
 * Pairs that are stored already are kept even when their group or role is gone: a directory may have deleted the
 * group meanwhile, and a save of something else must not fail for it. New pairs must name what exists.
 */
export function readScimAssignments(
  context: EmulatorContext,
  caller: Caller,
  connection: StoredScimConnection,
  body: Body,
): ScimGroupRoleAssignment[] | undefined {
  const rows = body.optionalObjects('scim_group_implicit_role_assignments')
  if (!rows) return undefined
  const roles = knownRoles(context.data, caller.organization)
  const stored = new Map(
    connection.assignments.map((assignment) => [pairOf(assignment), assignment]),
  )
  const assignments = new Map<string, ScimGroupRoleAssignment>()
  for (const row of rows) {
    const role_id = row.string('role_id')
    const group_id = row.optionalString('group_id') ?? ''
    if (group_id === '') {
      throw badRequest(
        'Each assignment must name a group_id.',
        'scim_group_role_assignment_does_not_contain_group_id',
      )
    }
    const pair = pairOf({ role_id, group_id })
    const group = scimGroupOf(context, connection, group_id)
    const known = stored.get(pair)
    if (!known && !group) {
      throw badRequest(
        `The connection has no group ${group_id}.`,
        'scim_group_role_assignment_group_does_not_exist',
      )
    }
    if (!known && (!roles.has(role_id) || role_id === MEMBER_ROLE)) {
      throw badRequest(
        `${role_id} is not a role that can be assigned.`,
        'invalid_rbac_role_assignment',
      )
    }
    const group_name = group?.group_name ?? known?.group_name
    assignments.set(pair, { role_id, group_id, ...(group_name !== undefined && { group_name }) })
  }
  return [...assignments.values()]
}

export function scimGroupOf(
  context: EmulatorContext,
  connection: StoredScimConnection,
  groupId: string,
): StoredScimGroup | undefined {
  const group = findRecord(context.data.scim_groups, groupId)
  return group?.connection_id === connection.connection_id ? group : undefined
}

function pairOf({ role_id, group_id }: ScimGroupRoleAssignment): string {
  return JSON.stringify([group_id, role_id])
}
