import type { ScimGroup } from '../../client/scim.ts'
import type { Member } from '../../client/types.ts'
import { scimGroupIdsOf } from './previewRoleChanges.ts'

/** A user that the directory manages. */
export interface ProvisionedUser {
  memberId: string
  /** Name, or the e-mail address where there is no name. */
  label: string
  email: string
  active: boolean
  /** When the member was last changed, RFC 3339. */
  changedAt: string
}

/** What has come from the identity provider so far. */
export type Arrival =
  /** It is still being looked. */
  | { type: 'unknown' }
  | { type: 'waiting' }
  | {
      type: 'arrived'
      groups: number
      /** null when the viewer may not search members, or not all of them were looked through. */
      users: number | null
      /** The newest change of a provisioned user, RFC 3339; null when no user is known. */
      lastChangeAt: string | null
    }

/** The members that the directory of this connection manages, newest change first. */
export function provisionedUsers(
  members: readonly Member[],
  connectionId: string,
): ProvisionedUser[] {
  return members
    .filter((member) => member.scim_registration?.connection_id === connectionId)
    .map((member) => ({
      memberId: member.member_id,
      label: member.name || member.email_address,
      email: member.email_address,
      active: member.status !== 'deleted',
      changedAt: member.updated_at || member.created_at,
    }))
    .sort((one, other) => Date.parse(other.changedAt) - Date.parse(one.changedAt))
}

/** How many provisioned users each group has, by its id. */
export function usersByGroup(
  members: readonly Member[],
  connectionId: string,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const member of members) {
    for (const groupId of scimGroupIdsOf(member, connectionId)) {
      counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
    }
  }
  return counts
}

/** Whether anything has arrived yet. */
export function arrivalOf(known: {
  groups: readonly ScimGroup[]
  /** null when they cannot be seen. */
  users: readonly ProvisionedUser[] | null
  /** These are not all: some members were not looked through. */
  moreUsers?: boolean
  /** Users or groups are still being loaded. */
  loading: boolean
}): Arrival {
  const { groups, users, moreUsers = false, loading } = known
  if (groups.length === 0 && (users === null || users.length === 0)) {
    return { type: loading ? 'unknown' : 'waiting' }
  }
  return {
    type: 'arrived',
    groups: groups.length,
    users: moreUsers ? null : (users?.length ?? null),
    lastChangeAt: moreUsers ? null : (users?.[0]?.changedAt ?? null),
  }
}

/** Groups whose name has the text in it, by name; upper and lower case are the same. */
export function filterGroups(groups: readonly ScimGroup[], text: string): ScimGroup[] {
  const wanted = text.trim().toLocaleLowerCase()
  return groups
    .filter((group) => group.group_name.toLocaleLowerCase().includes(wanted))
    .sort((one, other) => one.group_name.localeCompare(other.group_name))
}
