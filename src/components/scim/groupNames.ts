import type { ScimGroup, ScimGroupRoleAssignment } from '../../client/scim.ts'
import { shortenId } from '../ui/shortenId.ts'

/** What a group is called where it is shown. */
export interface GroupLabel {
  /** null when the group is gone and its name was never told. */
  name: string | null
  /** The shortened id, where the name alone does not tell which group is meant; otherwise null. */
  id: string | null
}

export type GroupNames = (groupId: string) => GroupLabel

/**
 * The one rule for what groups are called: by the directory's name, by the name stored with an assignment where the
 * group is gone, and with the id where several groups bear the same name, or none.
 */
export function groupNames(
  assignments: readonly ScimGroupRoleAssignment[],
  groups: readonly ScimGroup[],
): GroupNames {
  const names = new Map<string, string>()
  for (const { group_id, group_name } of [...assignments, ...groups]) {
    if (group_name) names.set(group_id, group_name)
  }
  const bearers = new Map<string, number>()
  for (const name of names.values()) {
    bearers.set(asRead(name), (bearers.get(asRead(name)) ?? 0) + 1)
  }
  return (groupId) => {
    const name = names.get(groupId) ?? null
    const unique = name !== null && bearers.get(asRead(name)) === 1
    return { name, id: unique ? null : shortenId(groupId) }
  }
}

/** Spaces that nobody sees make no other name. */
function asRead(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}
