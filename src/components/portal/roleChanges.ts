import type { Member } from '../../client/types.ts'

export interface AffectedMember {
  memberId: string
  /** Name, or the e-mail address where there is no name. */
  label: string
}

/** Who gains and who loses one role. */
export interface RoleChange {
  roleId: string
  gains: AffectedMember[]
  loses: AffectedMember[]
}

/** The roles that a mapping gives to one member. */
export interface MappedRoles {
  before: ReadonlySet<string>
  after: ReadonlySet<string>
  /** Held in another way too: these are neither gained nor lost. */
  elsewhere: ReadonlySet<string>
}

type Person = Pick<Member, 'member_id' | 'name' | 'email_address' | 'status'>

/**
 * Who gains and who loses which role, where `mappedRoles` tells for one member what the mapping gives before and after;
 * null for one whom it does not concern. Roles without any change for anybody are left out; roles come in the order of
 * their ids.
 */
export function roleChanges<Someone extends Person>(
  members: readonly Someone[],
  mappedRoles: (member: Someone) => MappedRoles | null,
): RoleChange[] {
  const changes = new Map<string, RoleChange>()
  const changeOf = (roleId: string) => {
    const change = changes.get(roleId) ?? { roleId, gains: [], loses: [] }
    changes.set(roleId, change)
    return change
  }
  for (const member of members) {
    const roles = member.status === 'deleted' ? null : mappedRoles(member)
    if (!roles) continue
    const { before, after, elsewhere } = roles
    const affected = { memberId: member.member_id, label: member.name || member.email_address }
    for (const roleId of after) {
      if (!before.has(roleId) && !elsewhere.has(roleId)) changeOf(roleId).gains.push(affected)
    }
    for (const roleId of before) {
      if (!after.has(roleId) && !elsewhere.has(roleId)) changeOf(roleId).loses.push(affected)
    }
  }
  return [...changes.values()].sort((one, other) => one.roleId.localeCompare(other.roleId))
}
