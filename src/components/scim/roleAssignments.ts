import type { ScimGroup, ScimGroupRoleAssignment } from '../../client/scim.ts'
import { diffPairs, mergePairs, uniquePairs, type PairsDiff } from '../portal/pairs.ts'

/** One group with all the roles it gives: a row of the group roles table. */
export interface GroupRoles {
  groupId: string
  /** null when the group is gone and its name was never told. */
  groupName: string | null
  /**
   * `gone`: the directory no longer sends this group, but its assignments are still stored;
   * `unknown`: not all groups are loaded yet, so it cannot be said.
   */
  presence: 'present' | 'gone' | 'unknown'
  roleIds: string[]
}

/** What is known about the groups of the connection. */
export interface KnownGroups {
  groups: readonly ScimGroup[]
  /** True when `groups` are all there are. */
  complete: boolean
}

/**
 * Gathers the stored pairs into one row per group, every role of it kept, present groups first by name.
 * Assignments of groups that are gone keep their row.
 */
export function groupRoleRows(
  assignments: readonly ScimGroupRoleAssignment[],
  { groups, complete }: KnownGroups,
): GroupRoles[] {
  const names = new Map(groups.map((group) => [group.group_id, group.group_name]))
  const rows = new Map<string, GroupRoles>()
  for (const { group_id, group_name, role_id } of assignments) {
    const known = names.get(group_id)
    const row = rows.get(group_id) ?? {
      groupId: group_id,
      groupName: known ?? group_name ?? null,
      presence: presenceOf(known, complete),
      roleIds: [],
    }
    if (!row.roleIds.includes(role_id)) row.roleIds.push(role_id)
    rows.set(group_id, row)
  }
  return [...rows.values()].sort(byPresenceAndName)
}

/** The way back: one entry per pair, each once, with the group's name where it is known. Rows without roles add nothing. */
export function assignmentsOf(rows: readonly GroupRoles[]): ScimGroupRoleAssignment[] {
  return uniquePairs(
    rows.flatMap(({ groupId, groupName, roleIds }) =>
      roleIds.map((roleId) => ({
        group_id: groupId,
        role_id: roleId,
        ...(groupName !== null && { group_name: groupName }),
      })),
    ),
    pairKey,
  )
}

/** The list as a save sends it: ids only, for names are the directory's. */
export function withoutNames(
  assignments: readonly ScimGroupRoleAssignment[],
): ScimGroupRoleAssignment[] {
  return assignments.map(({ group_id, role_id }) => ({ group_id, role_id }))
}

export type AssignmentsDiff = PairsDiff<ScimGroupRoleAssignment>

/** Which pairs `after` has that `before` has not, and the other way round. Neither order nor names matter. */
export function diffAssignments(
  before: readonly ScimGroupRoleAssignment[],
  after: readonly ScimGroupRoleAssignment[],
): AssignmentsDiff {
  return diffPairs(before, after, pairKey)
}

export function sameAssignments(
  one: readonly ScimGroupRoleAssignment[],
  other: readonly ScimGroupRoleAssignment[],
): boolean {
  const { added, removed } = diffAssignments(one, other)
  return added.length === 0 && removed.length === 0
}

/**
 * Somebody else saved while this list was edited: what they have, with our own changes done on top.
 * A pair that both changed in the same way counts once; nothing that only they changed is undone.
 */
export function mergeAssignments(versions: {
  base: readonly ScimGroupRoleAssignment[]
  theirs: readonly ScimGroupRoleAssignment[]
  mine: readonly ScimGroupRoleAssignment[]
}): ScimGroupRoleAssignment[] {
  return mergePairs(versions, pairKey)
}

function presenceOf(name: string | undefined, complete: boolean): GroupRoles['presence'] {
  if (name !== undefined) return 'present'
  return complete ? 'gone' : 'unknown'
}

function byPresenceAndName(one: GroupRoles, other: GroupRoles): number {
  const gone = Number(one.presence === 'gone') - Number(other.presence === 'gone')
  return gone || (one.groupName ?? one.groupId).localeCompare(other.groupName ?? other.groupId)
}

function pairKey({ group_id, role_id }: ScimGroupRoleAssignment): string {
  return JSON.stringify([group_id, role_id])
}
