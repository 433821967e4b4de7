import type { Member, RoleSource } from '../../../client/types.ts'
import { roleChanges, type RoleChange } from '../../portal/roleChanges.ts'
import type { RolePair } from './connectionRoles.ts'

/** What is read of a member to tell which roles a mapping gives. */
export type SsoPreviewMember = Pick<
  Member,
  'member_id' | 'name' | 'email_address' | 'status' | 'roles' | 'sso_registrations'
>

/**
 * Who gains and who loses which role when the roles of a connection change from `before` to `after`: of those who have
 * signed in through it, by the groups that the identity provider named then. Who holds a role in another way too neither
 * gains nor loses it.
 */
export function previewSsoRoles(input: {
  connectionId: string
  before: readonly RolePair[]
  after: readonly RolePair[]
  members: readonly SsoPreviewMember[]
}): RoleChange[] {
  const { connectionId, before, after, members } = input
  return roleChanges(members, (member) => {
    const groups = ssoGroupsOf(member, connectionId)
    return (
      groups && {
        before: rolesFrom(groups, before),
        after: rolesFrom(groups, after),
        elsewhere: heldElsewhere(member, connectionId),
      }
    )
  })
}

/**
 * The groups that the identity provider of the connection named of a member, as it told at the last sign-in and as the
 * sources of the member's roles tell; null for somebody who has never come through it.
 */
export function ssoGroupsOf(
  { sso_registrations, roles }: Pick<SsoPreviewMember, 'sso_registrations' | 'roles'>,
  connectionId: string,
): ReadonlySet<string> | null {
  const registrations = sso_registrations.filter((one) => one.connection_id === connectionId)
  if (registrations.length === 0) return null
  return new Set([
    ...registrations.flatMap(({ sso_attributes }) => textsOf(sso_attributes['groups'])),
    ...roles.flatMap(({ sources }) =>
      sources.flatMap((source) =>
        source.type === 'sso_connection_group' && source.details.connection_id === connectionId
          ? [source.details.group]
          : [],
      ),
    ),
  ])
}

/** All groups that were seen of anybody, by name. */
export function seenGroups(
  members: readonly Pick<SsoPreviewMember, 'sso_registrations' | 'roles'>[],
  connectionId: string,
): string[] {
  const seen = new Set(members.flatMap((member) => [...(ssoGroupsOf(member, connectionId) ?? [])]))
  return [...seen].sort((one, other) => one.localeCompare(other))
}

/** One group comes as a text from some providers, several as a list. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : []
}

function rolesFrom(groups: ReadonlySet<string>, pairs: readonly RolePair[]): Set<string> {
  return new Set(
    pairs.flatMap(({ group, role_id }) => (group === null || groups.has(group) ? [role_id] : [])),
  )
}

function heldElsewhere({ roles }: SsoPreviewMember, connectionId: string): ReadonlySet<string> {
  const fromHere = (source: RoleSource) =>
    (source.type === 'sso_connection' || source.type === 'sso_connection_group') &&
    source.details.connection_id === connectionId
  return new Set(
    roles
      .filter(({ sources }) => sources.some((source) => !fromHere(source)))
      .map(({ role_id }) => role_id),
  )
}
