import type { Member, MemberRole, RoleSource } from '../../../client/types.ts'
import { EVERY_MEMBERS_ROLE } from '../../portal/useRoles.ts'

type WithRoles = Pick<Member, 'roles'>

/** A role with the sources that it has beside being given directly. */
export interface ImplicitRole {
  roleId: string
  sources: RoleSource[]
}

/** What becomes of a member's roles when others are given directly. */
export interface MemberRoleChanges {
  /** Not held before in any way. */
  gains: string[]
  /** Not held afterwards in any way. */
  loses: string[]
  /** Not given directly any more, but held all the same. */
  keeps: ImplicitRole[]
  /** Given directly now, though held before in other ways. */
  secures: ImplicitRole[]
  /** SSO connections whose sessions end, because a role that is taken away also comes from there. */
  endsSessionsOf: string[]
}

/** The roles that were given directly, less the one that every member holds and nobody can be given. */
export function directRoles({ roles }: WithRoles): string[] {
  return roles.flatMap(({ role_id, sources }) =>
    role_id !== EVERY_MEMBERS_ROLE && sources.some(isDirect) ? [role_id] : [],
  )
}

/** What saving `chosen` as the roles given directly really changes. */
export function memberRoleChanges(member: WithRoles, chosen: readonly string[]): MemberRoleChanges {
  const before = directRoles(member)
  const { added, removed } = diffRoles(before, chosen)
  const implicit = (roleIds: readonly string[]) =>
    roleIds
      .map((roleId) => ({ roleId, sources: implicitSources(member.roles, roleId) }))
      .filter(({ sources }) => sources.length > 0)
  const keeps = implicit(removed)
  const secures = implicit(added)
  const without = (roleIds: readonly string[], these: readonly ImplicitRole[]) =>
    roleIds.filter((roleId) => !these.some((role) => role.roleId === roleId))
  return {
    gains: without(added, secures),
    loses: without(removed, keeps),
    keeps,
    secures,
    endsSessionsOf: [...new Set(keeps.flatMap(({ sources }) => sources.flatMap(ssoConnection)))],
  }
}

export interface RolesDiff {
  added: string[]
  removed: string[]
}

export function diffRoles(before: readonly string[], after: readonly string[]): RolesDiff {
  return {
    added: after.filter((roleId) => !before.includes(roleId)),
    removed: before.filter((roleId) => !after.includes(roleId)),
  }
}

export function sameRoles(one: readonly string[], other: readonly string[]): boolean {
  const { added, removed } = diffRoles(one, other)
  return added.length === 0 && removed.length === 0
}

/** My changes since `base` on top of what somebody else made of it. */
export function mergeRoles(input: {
  base: readonly string[]
  theirs: readonly string[]
  mine: readonly string[]
}): string[] {
  const { added, removed } = diffRoles(input.base, input.mine)
  return [...new Set([...input.theirs.filter((roleId) => !removed.includes(roleId)), ...added])]
}

function implicitSources(roles: readonly MemberRole[], roleId: string): RoleSource[] {
  const role = roles.find(({ role_id }) => role_id === roleId)
  return role?.sources.filter((source) => !isDirect(source)) ?? []
}

const isDirect = ({ type }: RoleSource) => type === 'direct_assignment'

const ssoConnection = (source: RoleSource): string[] =>
  source.type === 'sso_connection' || source.type === 'sso_connection_group'
    ? [source.details.connection_id]
    : []
