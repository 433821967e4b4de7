import type { SamlUpdateConnectionInput, SsoGroupRoleAssignment } from '../../../client/ssoSaml.ts'
import type { ExternalUpdateConnectionInput } from '../../../client/ssoExternal.ts'
import { diffPairs, mergePairs, uniquePairs, type PairsDiff } from '../../portal/pairs.ts'
import type { ExternalSsoConnection, SamlSsoConnection } from '../connections.ts'

/** A connection from which roles follow. OIDC has none. */
export type RolesConnection = SamlSsoConnection | ExternalSsoConnection

/** Whoever signs in through the connection holds the role; with a group, whoever is in it too. */
export interface RolePair {
  /** As the identity provider calls it; null: everybody. */
  group: string | null
  role_id: string
}

export type RolePairsDiff = PairsDiff<RolePair>

/** One group with all the roles it gives. */
export interface GroupRow {
  group: string
  roleIds: readonly string[]
}

/** The stored pairs of a connection, those for everybody first. */
export function storedPairs(connection: RolesConnection): RolePair[] {
  const { everybody, groups } =
    connection.protocol === 'saml'
      ? {
          everybody: connection.saml_connection_implicit_role_assignments,
          groups: connection.saml_group_implicit_role_assignments,
        }
      : {
          everybody: connection.external_connection_implicit_role_assignments,
          groups: connection.external_group_implicit_role_assignments,
        }
  return [...everybody.map(({ role_id }) => ({ group: null, role_id })), ...groups]
}

/** The roles that everybody holds who signs in through the connection, each once. */
export const everybodysRoles = (pairs: readonly RolePair[]): string[] =>
  unique(pairs).flatMap(({ group, role_id }) => (group === null ? [role_id] : []))

/** One row per group, every role of it kept, in the order of the names. */
export function groupRows(pairs: readonly RolePair[]): GroupRow[] {
  const rows = new Map<string, string[]>()
  for (const { group, role_id } of unique(pairs)) {
    if (group !== null) rows.set(group, [...(rows.get(group) ?? []), role_id])
  }
  return [...rows]
    .map(([group, roleIds]) => ({ group, roleIds }))
    .sort((one, other) => one.group.localeCompare(other.group))
}

/**
 * The way back: one pair each, two rows of one group merged. Blanks around a name that is typed do not count; a stored
 * name stays as it is. Rows without a name or without roles add nothing.
 */
export function pairsOf(
  everybody: readonly string[],
  rows: readonly GroupRow[],
  stored: readonly RolePair[] = [],
): RolePair[] {
  const known = new Set(stored.map(({ group }) => group))
  return unique([
    ...everybody.map((role_id) => ({ group: null, role_id })),
    ...rows.flatMap(({ group, roleIds }) => {
      const name = known.has(group) ? group : group.trim()
      return name === '' ? [] : roleIds.map((role_id) => ({ group: name, role_id }))
    }),
  ])
}

export const diffRoles = (before: readonly RolePair[], after: readonly RolePair[]) =>
  diffPairs(before, after, keyOf)

export function sameRoles(one: readonly RolePair[], other: readonly RolePair[]): boolean {
  const { added, removed } = diffRoles(one, other)
  return added.length === 0 && removed.length === 0
}

/** What somebody else saved meanwhile, with our own changes done on top. */
export const mergeRoles = (versions: Parameters<typeof mergePairs<RolePair>>[0]) =>
  mergePairs(versions, keyOf)

/** What the identity provider calls the groups; empty where the connection is not told them. Others need no mapping: null. */
export const groupsAttribute = (connection: RolesConnection): string | null =>
  connection.protocol === 'saml' ? (connection.attribute_mapping['groups'] ?? '') : null

/** What a save sends: the lists that differ, whole, as the API takes them; and the mapping of groups where there was none. */
export function rolesInput(
  connection: RolesConnection,
  after: readonly RolePair[],
  attribute: string | null,
):
  | { protocol: 'saml'; input: SamlUpdateConnectionInput }
  | { protocol: 'external'; input: ExternalUpdateConnectionInput } {
  const { added, removed } = diffRoles(storedPairs(connection), after)
  const changes = [...added, ...removed]
  const everybody = changes.some(({ group }) => group === null)
    ? everybodysRoles(after).map((role_id) => ({ role_id }))
    : undefined
  const groups = changes.some(({ group }) => group !== null) ? groupAssignments(after) : undefined
  const { connection_id } = connection
  if (connection.protocol === 'external') {
    return {
      protocol: 'external',
      input: {
        connection_id,
        ...(everybody && { external_connection_implicit_role_assignments: everybody }),
        ...(groups && { external_group_implicit_role_assignments: groups }),
      },
    }
  }
  const { attribute_mapping } = connection
  const name = attribute?.trim() ?? ''
  const maps = name !== '' && name !== attribute_mapping['groups']
  return {
    protocol: 'saml',
    input: {
      connection_id,
      ...(maps && { attribute_mapping: { ...attribute_mapping, groups: name } }),
      ...(everybody && { saml_connection_implicit_role_assignments: everybody }),
      ...(groups && { saml_group_implicit_role_assignments: groups }),
    },
  }
}

const groupAssignments = (pairs: readonly RolePair[]): SsoGroupRoleAssignment[] =>
  unique(pairs).flatMap(({ group, role_id }) => (group === null ? [] : [{ role_id, group }]))

const unique = (pairs: readonly RolePair[]) => uniquePairs(pairs, keyOf)

const keyOf = ({ group, role_id }: RolePair) => JSON.stringify([group, role_id])
