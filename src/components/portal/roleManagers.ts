import type { Member } from '../../client/types.ts'

/** What is read of a member to tell whether that one manages roles. */
export type RoleHolder = Pick<Member, 'member_id' | 'status' | 'roles'>

/** Who can manage roles, as far as it was read. */
export interface RoleManagers {
  /** The roles that allow it: those that grant `stytch.member update.settings.roles`. */
  roleIds: ReadonlySet<string>
  /** The first of them; all of them where there are no more than `total` says. */
  members: readonly Member[]
  total: number
}

/**
 * Whether anybody is left after a change who can manage roles:
 * - `kept`: somebody is, or nobody could before;
 * - `lost`: the change takes it from the last one;
 * - `unknown`: all that were read lose it, and there are more to be read.
 */
export type RoleManagersAfter = 'kept' | 'lost' | 'unknown'

/** Whether a member can manage roles: active, with one of the roles that allow it, wherever the role comes from. */
export function canManageRoles(
  { status, roles }: RoleHolder,
  { roleIds }: Pick<RoleManagers, 'roleIds'>,
): boolean {
  return status === 'active' && roles.some(({ role_id }) => roleIds.has(role_id))
}

/**
 * Whether anybody can still manage roles once `after` has become of each member. For those whom the change leaves as
 * they are, `after` returns the member handed in.
 *
 * @example
 * roleManagersAfter(managers, (member) => (targets.has(member.member_id) ? { ...member, status: 'deleted' } : member))
 * @example
 * roleManagersAfter(managers, (member) => (member.member_id === id ? updatedMember(member, { roles }) : member))
 */
export function roleManagersAfter(
  managers: RoleManagers,
  after: (member: Member) => RoleHolder,
): RoleManagersAfter {
  const now = managers.members.filter((member) => canManageRoles(member, managers))
  if (now.some((member) => canManageRoles(after(member), managers))) return 'kept'
  if (managers.members.length < managers.total) return 'unknown'
  return now.length === 0 ? 'kept' : 'lost'
}
