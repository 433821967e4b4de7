import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import type { SsoGuide } from '../guides/SsoGuide.ts'
import type { SetupProtocol } from '../providers.ts'
import type { MappingRow } from './sourceValues.ts'

/** Our names that mean something to the service; all others are custom attributes. In the order in which they are shown. */
export const mappingNames = [
  'email',
  'first_name',
  'last_name',
  'full_name',
  'groups',
  'idp_user_id',
] as const

export type MappingName = (typeof mappingNames)[number]

/** What the service takes from an OIDC provider where the mapping is silent. */
export const OIDC_DEFAULTS: Readonly<Partial<Record<string, string>>> = {
  email: 'email',
  first_name: 'given_name',
  last_name: 'family_name',
  full_name: 'name',
  groups: 'groups',
}

type Mapping = Readonly<Record<string, string>>
type MappedConnection = SamlSsoConnection | OidcSsoConnection

/** Something that is wrong with a mapping, or may be. The words are in `ssoValues.mapping.findings`. */
export interface MappingFinding {
  severity: 'error' | 'warning'
  code: MappingFindingCode
  /** Which row it is about; null when one is missing. */
  row: number | null
}

export type MappingFindingCode =
  | 'email-missing'
  | 'name-missing'
  | 'key-missing'
  | 'key-malformed'
  | 'key-twice'
  | 'value-missing'
  | 'groups-needed'
  | 'too-many'

/** As the service takes it. */
const KEY = /^[a-z]\w{0,63}$/i
const MOST_ROWS = 50

/**
 * The rows of a connection's mapping: the known names first, then the custom ones. One that has no mapping yet gets what
 * is usual for its provider. By SAML the email address and a name always have their rows.
 */
export function mappingRowsOf(
  connection: MappedConnection,
  guide?: Pick<SsoGuide, 'mapping'>,
): MappingRow[] {
  const stored = withoutEmpty(connection.attribute_mapping)
  const mapping = Object.keys(stored).length > 0 ? stored : withoutEmpty(guide?.mapping ?? {})
  const named = 'full_name' in mapping ? ['full_name'] : ['first_name', 'last_name']
  const wanted = new Set(['email', ...named])
  return sortRows([
    ...Object.entries(mapping).map(([key, value]) => ({ key, value })),
    ...[...wanted].filter((key) => !(key in mapping)).map((key) => ({ key, value: '' })),
  ])
}

/** What the rows say, without those that say nothing. */
export function mappingOf(rows: readonly MappingRow[]): Record<string, string> {
  return withoutEmpty(Object.fromEntries(rows.map(({ key, value }) => [key.trim(), value])))
}

/**
 * What has to be sent so that the connection has these rows; null when it has them. `base` is the mapping that the rows
 * were made of: what somebody else changed since, and these rows did not, stays as they left it.
 */
export function mappingChanges(
  connection: MappedConnection,
  rows: readonly MappingRow[],
  base: Mapping = connection.attribute_mapping,
): { connection_id: string; attribute_mapping: Record<string, string> } | null {
  const before = withoutEmpty(base)
  const mine = mappingOf(rows)
  const stored = withoutEmpty(connection.attribute_mapping)
  const merged = new Map(Object.entries(stored))
  for (const key of new Set([...Object.keys(before), ...Object.keys(mine)])) {
    const value = mine[key]
    if (value === before[key]) continue
    if (value === undefined) merged.delete(key)
    else merged.set(key, value)
  }
  const attribute_mapping = Object.fromEntries(merged)
  if (sameMapping(attribute_mapping, stored)) return null
  return { connection_id: connection.connection_id, attribute_mapping }
}

/** Whether it changes where the email address is taken from, by which members are known: a wrong one lets nobody in. */
export function breaksMapping(
  { status, protocol, attribute_mapping }: MappedConnection,
  changes: { attribute_mapping: Mapping } | null,
): boolean {
  const emailOf = (mapping: Mapping) =>
    mapping['email'] || (protocol === 'oidc' ? OIDC_DEFAULTS['email'] : '')
  return (
    status === 'active' &&
    changes !== null &&
    emailOf(changes.attribute_mapping) !== emailOf(attribute_mapping)
  )
}

/** Which keys have another value, or only one of them has. */
export function mappingDifference(one: Mapping, other: Mapping): string[] {
  const [before, after] = [withoutEmpty(one), withoutEmpty(other)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => before[key] !== after[key],
  )
}

export const sameMapping = (one: Mapping, other: Mapping): boolean =>
  mappingDifference(one, other).length === 0

/**
 * What is wrong with the rows. By OIDC nothing is required, for the service knows the usual claims.
 * `groupsNeeded`: roles follow from groups.
 */
export function checkMapping(
  rows: readonly MappingRow[],
  { protocol, groupsNeeded = false }: { protocol: SetupProtocol; groupsNeeded?: boolean },
): MappingFinding[] {
  const mapping = mappingOf(rows)
  const findings: MappingFinding[] = []
  const find = (code: MappingFindingCode, row: number | null, severity: 'error' | 'warning') =>
    findings.push({ severity, code, row })
  const rowOf = (key: string) => {
    const index = rows.findIndex((row) => row.key === key)
    return index === -1 ? null : index
  }
  if (protocol === 'saml') {
    if (!mapping['email']) find('email-missing', rowOf('email'), 'error')
    const isNamed = mapping['full_name'] || (mapping['first_name'] && mapping['last_name'])
    if (!isNamed) {
      const empty = ['first_name', 'last_name', 'full_name'].map(rowOf).find((index) => {
        return index !== null && rows[index]?.value.trim() === ''
      })
      find('name-missing', empty ?? null, 'error')
    }
  }
  if (groupsNeeded && !isGroupsMapped(mapping, protocol)) {
    find('groups-needed', rowOf('groups'), 'warning')
  }
  const seen = new Set<string>()
  rows.forEach(({ key, value }, index) => {
    const name = key.trim()
    if (name === '') {
      if (value.trim() !== '') find('key-missing', index, 'error')
      return
    }
    if (!KEY.test(name)) find('key-malformed', index, 'error')
    else if (seen.has(name)) find('key-twice', index, 'error')
    else if (isCustom(name) && value.trim() === '') find('value-missing', index, 'warning')
    seen.add(name)
  })
  if (rows.length > MOST_ROWS) find('too-many', null, 'error')
  return findings
}

export const isCustom = (key: string): boolean => mappingNames.every((name) => name !== key)

/** Puts the usual names into the rows: only where nothing is, or in place of all that they know. Custom rows stay. */
export function fillMapping(
  rows: readonly MappingRow[],
  usual: Mapping,
  which: 'empty' | 'all',
): MappingRow[] {
  const known = withoutEmpty(usual)
  const filled = rows.map(({ key, value }) => ({
    key,
    value: which === 'all' || value.trim() === '' ? (known[key] ?? value) : value,
  }))
  const isNamed = (names: readonly string[]) =>
    names.every((name) => filled.some(({ key, value }) => key === name && value.trim() !== ''))
  const missing = Object.entries(known).filter(([key]) => {
    if (filled.some((row) => row.key === key)) return false
    // Whoever is named one way needs not be named the other way too.
    if (which === 'all' || !['first_name', 'last_name', 'full_name'].includes(key)) return true
    return !isNamed(['full_name']) && !isNamed(['first_name', 'last_name'])
  })
  return sortRows([...filled, ...missing.map(([key, value]) => ({ key, value }))])
}

/** What came of a row in the last sign-in, in the provider's name or in ours; undefined when nothing did. */
export function receivedFor(
  { key, value }: MappingRow,
  received: Readonly<Record<string, unknown>>,
  protocol: SetupProtocol,
): unknown {
  const name = value.trim() || (protocol === 'oidc' ? (OIDC_DEFAULTS[key] ?? '') : '')
  const came = Object.hasOwn(received, name) ? received[name] : undefined
  return came ?? (Object.hasOwn(received, key) ? received[key] : undefined)
}

/** What came in the last sign-in that no row takes. */
export function unusedReceived(
  rows: readonly MappingRow[],
  received: Readonly<Record<string, unknown>>,
  protocol: SetupProtocol,
): string[] {
  const taken = new Set(
    rows.flatMap(({ key, value }) => [
      key,
      value.trim() || (protocol === 'oidc' ? (OIDC_DEFAULTS[key] ?? '') : ''),
    ]),
  )
  return Object.keys(received).filter((name) => name !== '' && !taken.has(name))
}

function isGroupsMapped(mapping: Mapping, protocol: SetupProtocol): boolean {
  return Boolean(mapping['groups']) || protocol === 'oidc'
}

/** Known names in their order, then the custom ones as they were. */
function sortRows(rows: readonly MappingRow[]): MappingRow[] {
  const rank = ({ key }: MappingRow) => {
    const index = mappingNames.findIndex((name) => name === key)
    return index === -1 ? mappingNames.length : index
  }
  return [...rows].sort((one, other) => rank(one) - rank(other))
}

function withoutEmpty(mapping: Mapping): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([key, value]) => key !== '' && value !== ''),
  )
}
