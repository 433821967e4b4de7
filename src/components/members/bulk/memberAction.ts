import type { Member, MemberRole, RoleSource } from '../../../client/types.ts'
import { EVERY_MEMBERS_ROLE } from '../../portal/useRoles.ts'
import { directRoles, sameRoles } from '../profile/memberRoleChanges.ts'

/** What can be done to many members. All of it is plain data, so that it can be kept and gone on with. */
export type MemberAction =
  | { type: 'addRoles'; roles: readonly string[] }
  | { type: 'removeRoles'; roles: readonly string[] }
  /** Takes a change of roles back, by member; what somebody else has changed since stays. */
  | { type: 'restoreRoles'; changeOf: Readonly<Record<string, RoleChange>> }
  | { type: 'deactivate' }
  | { type: 'reactivate' }
  | { type: 'resendInvitations' }
  | { type: 'revokeInvitations' }
  | { type: 'revokeSessions' }

export type MemberActionType = MemberAction['type']

/** Direct roles that somebody is given, and those that are taken away. */
export interface RoleChange {
  add: readonly string[]
  remove: readonly string[]
}

/** What is read of a member for it. */
export type RunMember = Pick<
  Member,
  'member_id' | 'name' | 'email_address' | 'email_address_verified' | 'status' | 'roles'
>

/** Why nothing is done to a member. */
export type SkipReason =
  | 'self'
  | 'deactivated'
  | 'hasRoles'
  | 'hasNoneOfRoles'
  | 'notDirect'
  | 'asBefore'
  | 'invited'
  | 'alreadyDeactivated'
  | 'notDeactivated'
  | 'unverified'
  | 'notInvited'
  | 'notPending'
  | 'noSessions'
  | 'gone'

/** What doing it gave: what an undo needs, and roles that stay because they have other sources, too. */
export interface MemberResult {
  roleChange: RoleChange | null
  rolesKept: readonly string[]
}

/** Why the action does nothing to this member, by what is known; null where it does something. */
export function skipReason(
  action: MemberAction,
  member: RunMember,
  viewerId: string,
): SkipReason | null {
  const { status } = member
  const isSelf = member.member_id === viewerId
  switch (action.type) {
    case 'addRoles':
    case 'removeRoles':
    case 'restoreRoles':
      if (isSelf && action.type !== 'addRoles') return 'self'
      return status === 'deleted' ? 'deactivated' : unchangedRoles(action, member)
    case 'deactivate':
      if (isSelf) return 'self'
      if (status === 'deleted') return 'alreadyDeactivated'
      return status === 'invited' ? 'invited' : null
    case 'reactivate':
      if (status !== 'deleted') return 'notDeactivated'
      return member.email_address_verified ? null : 'unverified'
    case 'resendInvitations':
      return status === 'invited' || status === 'pending' ? null : 'notPending'
    case 'revokeInvitations':
      return status === 'invited' ? null : 'notInvited'
    case 'revokeSessions':
      if (isSelf) return 'self'
      if (status === 'deleted') return 'deactivated'
      return status === 'active' ? null : 'noSessions'
  }
}

/** The direct roles after the action: what `members.update` takes, which replaces all of them. */
export function directRolesAfter(
  action: MemberAction,
  member: Pick<Member, 'member_id' | 'roles'>,
): string[] {
  const now = directRoles(member)
  switch (action.type) {
    case 'addRoles':
      return [...new Set([...now, ...action.roles])]
    case 'removeRoles':
      return now.filter((role) => !action.roles.includes(role))
    case 'restoreRoles': {
      const { add, remove } = action.changeOf[member.member_id] ?? NO_CHANGE
      return [...new Set([...now.filter((role) => !remove.includes(role)), ...add])]
    }
    default:
      return now
  }
}

/** The member as it will be, as far as what one may do depends on it: for looking at what a run would take away. */
export function memberAfter<M extends Pick<Member, 'member_id' | 'status' | 'roles'>>(
  action: MemberAction,
  member: M,
): M {
  if (action.type === 'deactivate' || action.type === 'revokeInvitations') {
    return { ...member, status: 'deleted' }
  }
  const direct = directRolesAfter(action, member)
  const roles = member.roles.flatMap((role): MemberRole[] => {
    if (role.role_id === EVERY_MEMBERS_ROLE || direct.includes(role.role_id)) return [role]
    const sources = role.sources.filter(isImplicit)
    return sources.length > 0 ? [{ ...role, sources }] : []
  })
  return { ...member, roles }
}

/** What doing it to this member gives. */
export function memberResult(action: MemberAction, member: RunMember): MemberResult {
  if (!isOfRoles(action)) return { roleChange: null, rolesKept: [] }
  const before = directRoles(member)
  const after = directRolesAfter(action, member)
  return {
    roleChange: {
      add: after.filter((role) => !before.includes(role)),
      remove: before.filter((role) => !after.includes(role)),
    },
    rolesKept: action.type === 'removeRoles' ? keptRoles(action.roles, member) : [],
  }
}

/** Takes an action back, for those who were changed by it; null where that cannot be. */
export function undoAction(
  action: MemberAction,
  changed: readonly { id: string; result: MemberResult }[],
): MemberAction | null {
  if (changed.length === 0) return null
  if (action.type === 'deactivate') return { type: 'reactivate' }
  if (action.type === 'reactivate') return { type: 'deactivate' }
  if (!isOfRoles(action)) return null
  const changeOf: Record<string, RoleChange> = {}
  for (const { id, result } of changed) {
    const done = result.roleChange
    if (done) changeOf[id] = { add: done.remove, remove: done.add }
  }
  return { type: 'restoreRoles', changeOf }
}

export function isOfRoles(
  action: MemberAction,
): action is Extract<MemberAction, { type: 'addRoles' | 'removeRoles' | 'restoreRoles' }> {
  const { type } = action
  return type === 'addRoles' || type === 'removeRoles' || type === 'restoreRoles'
}

function unchangedRoles(
  action: Extract<MemberAction, { type: 'addRoles' | 'removeRoles' | 'restoreRoles' }>,
  member: RunMember,
): SkipReason | null {
  const now = directRoles(member)
  if (!sameRoles(now, directRolesAfter(action, member))) return null
  if (action.type === 'addRoles') return 'hasRoles'
  if (action.type === 'restoreRoles') return 'asBefore'
  return keptRoles(action.roles, member).length > 0 ? 'notDirect' : 'hasNoneOfRoles'
}

/** Of these roles, those that the member holds in other ways, too. */
function keptRoles(roleIds: readonly string[], { roles }: RunMember): string[] {
  return roles
    .filter(({ role_id, sources }) => roleIds.includes(role_id) && sources.some(isImplicit))
    .map(({ role_id }) => role_id)
}

const NO_CHANGE: RoleChange = { add: [], remove: [] }

const isImplicit = ({ type }: RoleSource) => type !== 'direct_assignment'
