import type { ScimGroupRoleAssignment } from '../../client/scim.ts'
import type { Member } from '../../client/types.ts'
import { roleChanges, type RoleChange } from '../portal/roleChanges.ts'

/** What is read of a member to tell which roles a mapping gives. */
export type PreviewMember = Pick<
  Member,
  'member_id' | 'name' | 'email_address' | 'status' | 'roles' | 'scim_registration'
>

/**
 * Who gains and who loses which role when the group roles of a connection change from `before` to `after`.
 * A member who holds the role in another way (given directly, by e-mail domain, by SSO) neither gains nor
 * loses it. Roles without any change for anybody are left out; roles come in the order of their ids.
 */
export function previewRoleChanges(input: {
  connectionId: string
  before: readonly ScimGroupRoleAssignment[]
  after: readonly ScimGroupRoleAssignment[]
  members: readonly PreviewMember[]
}): RoleChange[] {
  const { connectionId, members } = input
  const before = rolesByGroup(input.before)
  const after = rolesByGroup(input.after)
  return roleChanges(members, (member) => {
    const groupIds = scimGroupIdsOf(member, connectionId)
    if (groupIds.size === 0) return null
    return {
      before: rolesFrom(groupIds, before),
      after: rolesFrom(groupIds, after),
      elsewhere: rolesHeldElsewhere(member, connectionId),
    }
  })
}

/**
 * The groups that the directory of this connection put a member into: as the directory told, and as the
 * sources of the member's roles tell, for a registration without its attributes.
 */
export function scimGroupIdsOf(member: PreviewMember, connectionId: string): ReadonlySet<string> {
  const registration = member.scim_registration
  if (registration?.connection_id !== connectionId) return new Set()
  const told = (registration.scim_attributes?.groups ?? []).map((group) => group.value)
  const sources = member.roles.flatMap((role) => role.sources)
  return new Set([
    ...told,
    ...sources.flatMap((source) =>
      source.type === 'scim_connection_group' && source.details.connection_id === connectionId
        ? [source.details.group_id]
        : [],
    ),
  ])
}

function rolesHeldElsewhere(member: PreviewMember, connectionId: string): ReadonlySet<string> {
  const elsewhere = member.roles.filter(({ sources }) =>
    sources.some(
      (source) =>
        source.type !== 'scim_connection_group' || source.details.connection_id !== connectionId,
    ),
  )
  return new Set(elsewhere.map((role) => role.role_id))
}

function rolesByGroup(assignments: readonly ScimGroupRoleAssignment[]): Map<string, string[]> {
  const roles = new Map<string, string[]>()
  for (const { group_id, role_id } of assignments) {
    roles.set(group_id, [...(roles.get(group_id) ?? []), role_id])
  }
  return roles
}

function rolesFrom(groupIds: ReadonlySet<string>, roles: Map<string, string[]>): Set<string> {
  return new Set([...groupIds].flatMap((groupId) => roles.get(groupId) ?? []))
}
