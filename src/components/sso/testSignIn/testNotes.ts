import type { SsoConnection } from '../connections.ts'
import type { PassedTest } from './testOutcome.ts'

/** Something about a test that passed which the admin should know. `warning`: it will not do what was meant. */
export type TestNote =
  | { severity: 'warning'; code: 'nothing-came'; names: readonly string[] }
  | { severity: 'warning'; code: 'no-groups'; name: string }
  | { severity: 'warning'; code: 'groups-not-mapped' }
  | { severity: 'warning'; code: 'other-groups'; names: readonly string[] }
  | { severity: 'warning'; code: 'other-method' }
  | { severity: 'warning'; code: 'session-left' }
  | { severity: 'info'; code: 'not-mapped'; names: readonly string[] }
  | { severity: 'info'; code: 'joined' | 'second-factor' | 'somebody-else' }

/** One attribute as it was received: by our name, with the provider's name for it. */
export interface AttributeRow {
  name: string
  /** The provider's name in the mapping; null where it is not mapped. */
  mappedFrom: string | null
  /** Empty where nothing came. */
  values: readonly string[]
}

/** What the API takes over without being told to, by its own names. */
const ALWAYS = ['email', 'full_name', 'first_name', 'last_name', 'groups', 'idp_user_id']

/** Mapping and answer side by side: what was asked for in its order, then what came besides. */
export function attributeRows(
  connection: SsoConnection,
  { attributes }: Pick<PassedTest, 'attributes'>,
): AttributeRow[] {
  const mapping = mappingOf(connection)
  const mapped = Object.entries(mapping).map(([name, mappedFrom]) => ({
    name,
    mappedFrom,
    values: valuesOf(attributes[name] ?? attributes[mappedFrom]),
  }))
  const known = new Set(Object.entries(mapping).flat())
  const others = Object.entries(attributes)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => ({ name, mappedFrom: null, values: valuesOf(value) }))
  return [...mapped, ...others]
}

/** What there is to say about a test that passed, what matters most first. */
export function testNotes(
  connection: SsoConnection,
  passed: PassedTest,
  viewerId: string,
): TestNote[] {
  const rows = attributeRows(connection, passed)
  const empty = rows.filter(({ values }) => values.length === 0)
  const missing = empty.filter(({ name }) => name !== 'groups').map(({ name }) => name)
  const unmapped = rows
    .filter(({ name, mappedFrom }) => mappedFrom === null && !ALWAYS.includes(name))
    .map(({ name }) => name)
  const notes: (TestNote | false)[] = [
    passed.wants === 'other-method' && { severity: 'warning', code: 'other-method' },
    missing.length > 0 && { severity: 'warning', code: 'nothing-came', names: missing },
    groupNote(connection, passed),
    !passed.ended && { severity: 'warning', code: 'session-left' },
    passed.joined && { severity: 'info', code: 'joined' },
    passed.wants === 'second-factor' && { severity: 'info', code: 'second-factor' },
    passed.memberId !== viewerId && !passed.joined && { severity: 'info', code: 'somebody-else' },
    unmapped.length > 0 && { severity: 'info', code: 'not-mapped', names: unmapped },
  ]
  return notes.filter((note) => note !== false)
}

function groupNote(connection: SsoConnection, { groups }: PassedTest): TestNote | false {
  const wanted = groupsWithRoles(connection)
  const name = mappingOf(connection)['groups'] ?? ''
  // Of one that is another organization's the mapping is not known here.
  if (connection.protocol === 'saml' && wanted.length > 0 && name === '')
    return { severity: 'warning', code: 'groups-not-mapped' }
  if (name !== '' && groups.length === 0) return { severity: 'warning', code: 'no-groups', name }
  return (
    wanted.length > 0 &&
    !wanted.some((group) => groups.includes(group)) && {
      severity: 'warning',
      code: 'other-groups',
      names: wanted,
    }
  )
}

function groupsWithRoles(connection: SsoConnection): string[] {
  const assignments =
    connection.protocol === 'saml'
      ? connection.saml_group_implicit_role_assignments
      : connection.protocol === 'external'
        ? connection.external_group_implicit_role_assignments
        : []
  return [...new Set(assignments.map(({ group }) => group))]
}

/** From our names to the provider's, as far as they are given. */
function mappingOf(connection: SsoConnection): Record<string, string> {
  if (connection.protocol === 'external') return {}
  const given = Object.entries(connection.attribute_mapping)
  return Object.fromEntries(given.filter(([, name]) => name !== ''))
}

function valuesOf(value: unknown): string[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value.flatMap(valuesOf)
  return [typeof value === 'string' ? value : JSON.stringify(value)]
}
