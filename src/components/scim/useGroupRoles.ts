import { useState } from 'react'
import type { ScimConnection, ScimGroup, ScimGroupRoleAssignment } from '../../client/scim.ts'
import { useScimUpdateConnection } from '../../hooks/scim.ts'
import { groupNames, type GroupNames } from './groupNames.ts'
import {
  assignmentsOf,
  diffAssignments,
  groupRoleRows,
  mergeAssignments,
  sameAssignments,
  withoutNames,
  type AssignmentsDiff,
  type GroupRoles,
} from './roleAssignments.ts'
import type { ScimGroups } from './useScimGroups.ts'

export interface GroupRolesEditor {
  type: 'editing'
  rows: GroupRoles[]
  /** What the groups are called that are or were in any version of the list, and those that have no row. */
  names: GroupNames
  /** Groups that have no row yet. */
  unused: ScimGroup[]
  differs: boolean
  /** What somebody else saved since editing began; null when nothing. */
  conflict: AssignmentsDiff | null
  addGroup: (groupId: string) => void
  removeGroup: (groupId: string) => void
  setRoles: (groupId: string, roleIds: readonly string[]) => void
  /** My changes on top of theirs. */
  keepBoth: () => void
  /** Theirs, without mine. */
  discardMine: () => void
  cancel: () => void
  /** What is asked before it is saved; null while editing. */
  review: RolesReview | null
  openReview: () => void
}

export interface RolesReview {
  before: readonly ScimGroupRoleAssignment[]
  after: readonly ScimGroupRoleAssignment[]
  names: GroupNames
  saving: boolean
  error: Error | null
  save: () => void
  back: () => void
}

export type GroupRolesState =
  | { type: 'viewing'; rows: GroupRoles[]; names: GroupNames; justSaved: boolean; edit: () => void }
  | GroupRolesEditor

interface Draft {
  base: ScimGroupRoleAssignment[]
  rows: GroupRoles[]
  reviewing: boolean
}

/**
 * The model of the group roles: which group gives which roles, edited as a whole and reviewed before it is saved.
 * A save first looks whether somebody else saved meanwhile, and then sends the whole list.
 *
 * @rbac stytch.organization update.settings.implicit-roles
 */
export function useGroupRoles(input: {
  connection: ScimConnection
  groups: ScimGroups
  refresh: () => Promise<ScimConnection | null>
}): GroupRolesState {
  const { connection, refresh } = input
  const stored = connection.scim_group_implicit_role_assignments
  const known = input.groups.type === 'known' ? input.groups : { groups: [], complete: false }
  const [draft, setDraft] = useState<Draft | null>(null)
  const [check, setCheck] = useState<
    { type: 'idle' | 'running' } | { type: 'failed'; error: Error }
  >({
    type: 'idle',
  })
  const update = useScimUpdateConnection()
  const mine = draft ? assignmentsOf(draft.rows) : stored
  const differs = draft !== null && !sameAssignments(mine, draft.base)

  if (draft === null) {
    const rows = groupRoleRows(stored, known)
    return {
      type: 'viewing',
      rows,
      names: groupNames(stored, known.groups),
      justSaved: update.isSuccess,
      edit: () => {
        update.reset()
        setDraft({ base: assignmentsOf(rows), rows, reviewing: false })
      },
    }
  }

  const changed = (latest: readonly ScimGroupRoleAssignment[]) =>
    !sameAssignments(latest, draft.base) && !sameAssignments(latest, mine)
  const setRows = (rows: GroupRoles[]) => setDraft({ ...draft, rows })
  const setReviewing = (reviewing: boolean) => {
    update.reset()
    setCheck({ type: 'idle' })
    setDraft({ ...draft, reviewing })
  }
  const rebase = (assignments: readonly ScimGroupRoleAssignment[]) =>
    setDraft({
      base: assignmentsOf(groupRoleRows(stored, known)),
      rows: groupRoleRows(assignments, known),
      reviewing: false,
    })
  const conflicting = changed(stored)
  const names = groupNames([...draft.base, ...mine, ...stored], known.groups)

  const save = async () => {
    setCheck({ type: 'running' })
    try {
      const latest = await refresh()
      setCheck({ type: 'idle' })
      if (latest && changed(latest.scim_group_implicit_role_assignments)) {
        setReviewing(false)
        return
      }
    } catch (error) {
      setCheck({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
      return
    }
    update.mutate(
      {
        connection_id: connection.connection_id,
        scim_group_implicit_role_assignments: withoutNames(mine),
      },
      { onSuccess: () => setDraft(null) },
    )
  }

  return {
    type: 'editing',
    rows: withNames(draft.rows, known.groups),
    names,
    unused: unusedGroups(known.groups, draft.rows),
    differs,
    conflict: conflicting ? diffAssignments(draft.base, stored) : null,
    addGroup: (groupId) => {
      const group = known.groups.find((candidate) => candidate.group_id === groupId)
      if (!group || draft.rows.some((row) => row.groupId === groupId)) return
      setRows([
        { groupId, groupName: group.group_name, presence: 'present', roleIds: [] },
        ...draft.rows,
      ])
    },
    removeGroup: (groupId) => setRows(draft.rows.filter((row) => row.groupId !== groupId)),
    setRoles: (groupId, roleIds) =>
      setRows(
        draft.rows.map((row) =>
          row.groupId === groupId ? { ...row, roleIds: [...roleIds] } : row,
        ),
      ),
    keepBoth: () => rebase(mergeAssignments({ base: draft.base, theirs: stored, mine })),
    discardMine: () => rebase(stored),
    cancel: () => {
      update.reset()
      setDraft(null)
    },
    review:
      draft.reviewing && !conflicting
        ? {
            before: draft.base,
            after: mine,
            names,
            saving: check.type === 'running' || update.isPending,
            error: check.type === 'failed' ? check.error : update.error,
            save: () => void save(),
            back: () => setReviewing(false),
          }
        : null,
    openReview: () => {
      if (differs && !conflicting) setReviewing(true)
    },
  }
}

/** Groups come, go and are renamed while one edits: names follow, rows stay where they are. */
function withNames(rows: readonly GroupRoles[], groups: readonly ScimGroup[]): GroupRoles[] {
  const names = new Map(groups.map((group) => [group.group_id, group.group_name]))
  return rows.map((row) => {
    const groupName = names.get(row.groupId)
    return groupName === undefined ? row : { ...row, groupName, presence: 'present' }
  })
}

function unusedGroups(groups: readonly ScimGroup[], rows: readonly GroupRoles[]): ScimGroup[] {
  const used = new Set(rows.map((row) => row.groupId))
  return groups
    .filter((group) => !used.has(group.group_id))
    .sort((one, other) => one.group_name.localeCompare(other.group_name))
}
