import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import { knownRoles, MEMBER_ROLE } from '../roles.ts'
import type { StoredSamlConnection, StoredSsoConnection } from '../records/sso.ts'
import { isOwn } from './providerFetch.ts'

const MAX_TEXT = 2_048

export const SSO_IDENTITY_PROVIDERS: readonly string[] = [
  'generic',
  'okta',
  'microsoft-entra',
  'google-workspace',
  'classlink',
  'cyberark',
  'duo',
  'jumpcloud',
  'keycloak',
  'miniorange',
  'onelogin',
  'pingfederate',
  'rippling',
  'salesforce',
  'shibboleth',
]

type Assignments = Pick<
  StoredSamlConnection,
  'implicit_role_assignments' | 'group_implicit_role_assignments'
>

/** What the project lets an organization add; the switches are told to the portal before anybody tries. */
export function whatMayBeAdded(
  { data }: EmulatorContext,
  organizationId: string,
): { hasRoom: boolean; saml: boolean; oidc: boolean } {
  const { project } = data
  const count = Object.values(data.sso_connections).filter(
    ({ organization_id }) => organization_id === organizationId,
  ).length
  const hasRoom = project.sso_enabled && count < project.max_sso_connections
  return {
    hasRoom,
    saml: hasRoom && project.can_create_saml_connection,
    oidc: hasRoom && project.can_create_oidc_connection,
  }
}

/** Throws unless the organization may have one more connection of this type. */
export function checkRoomForConnection(
  context: EmulatorContext,
  organizationId: string,
  type: StoredSsoConnection['type'],
): void {
  const { project } = context.data
  if (!project.sso_enabled) {
    throw new EmulatorError(403, 'sso_not_enabled', 'SSO is switched off for this project.')
  }
  const may = whatMayBeAdded(context, organizationId)
  if (!may.hasRoom) {
    throw badRequest(
      `An organization has at most ${String(project.max_sso_connections)} SSO connections.`,
      'too_many_sso_connections',
    )
  }
  if (type === 'external' || may[type]) return
  throw badRequest(
    `The project lets organizations add no ${type.toUpperCase()} connections.`,
    'too_many_sso_connections_for_billing_tier',
  )
}

/** The client names the connection of the path in the body too. Throws unless both are the same. */
export function checkNamedConnection(body: Body, connectionId: string): void {
  const named = body.optionalString('connection_id') ?? connectionId
  if (named === connectionId) return
  throw badRequest('connection_id of the body and of the path are not the same.')
}

export function readIdentityProvider(body: Body): string | undefined {
  const provider = body.optionalString('identity_provider')
  if (provider === undefined || SSO_IDENTITY_PROVIDERS.includes(provider)) return provider
  throw badRequest(
    `identity_provider must be one of ${SSO_IDENTITY_PROVIDERS.join(', ')}.`,
    'invalid_sso_idp',
  )
}

/** A text that the identity provider tells. Throws a 400 of the type when it is too long, or what was told is taken away. */
export function readTold(
  body: Body,
  field: string,
  now: string,
  errorType: string,
): string | undefined {
  const told = body.optionalString(field)?.trim()
  if (told === undefined) return undefined
  if (told === '' && now !== '') throw badRequest(`${field} must not be empty.`, errorType)
  if (told.length <= MAX_TEXT && !/\p{Cc}/u.test(told)) return told
  throw badRequest(
    `${field} must have at most ${String(MAX_TEXT)} characters, and be on one line.`,
    errorType,
  )
}

/**
 * Throws a 400 of the type `invalid` unless it is an address of the web, and one of the type `insecure` unless it is
 * safe from those who listen: https, or the emulator and other servers on this machine.
 */
export function checkProviderUrl(
  context: EmulatorContext,
  field: string,
  address: string,
  { invalid, insecure = invalid }: { invalid: string; insecure?: string },
): void {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw badRequest(`${field} must be an address such as https://idp.example/sso.`, invalid)
  }
  const { protocol, hostname } = new URL(address)
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || isOwn(context, address)
  if (protocol !== 'https:' && !isHere) throw badRequest(`${field} must be with https.`, insecure)
}

/** An attribute mapping: from our names to those of the identity provider. */
export function readMapping(body: Body): Record<string, string> | undefined {
  const given = body.optionalObject('attribute_mapping')
  if (!given) return undefined
  const wrong = (message: string) =>
    badRequest(message, 'saml_connection_no_nested_keys_in_attribute_mapping')
  const names = given.names()
  if (names.length > 50) throw wrong('attribute_mapping must have at most 50 names.')
  return Object.fromEntries(
    names.map((name) => {
      const value = given.raw(name) ?? ''
      if (!/^[a-z]\w{0,63}$/i.test(name)) throw wrong(`attribute_mapping has a wrong name: ${name}`)
      if (typeof value !== 'string' || value.length > MAX_TEXT) {
        throw wrong(`attribute_mapping must map ${name} to the name of an attribute.`)
      }
      return [name, value.trim()]
    }),
  )
}

/**
 * The roles that follow from the connection, by the names that its type has for them; what is left out stays as it is.
 * Roles that were assigned already may be gone meanwhile.
 */
export function readRoleAssignments(
  context: EmulatorContext,
  caller: Caller,
  { body, now, type }: { body: Body; now: Assignments; type: 'saml' | 'external' },
): Assignments {
  const roles = knownRoles(context.data, caller.organization)
  const known = new Set(
    [...now.implicit_role_assignments, ...now.group_implicit_role_assignments].map(
      ({ role_id }) => role_id,
    ),
  )
  const roleOf = (row: Body) => {
    const roleId = row.string('role_id')
    const isAssignable = (roles.has(roleId) && roleId !== MEMBER_ROLE) || known.has(roleId)
    if (isAssignable) return roleId
    throw badRequest(
      `${roleId} is not a role that can be assigned.`,
      'invalid_rbac_role_assignment',
    )
  }
  const rows = body
    .optionalObjects(`${type}_connection_implicit_role_assignments`)
    ?.map((row) => ({ role_id: roleOf(row) }))
  const groupRows = body
    .optionalObjects(`${type}_group_implicit_role_assignments`)
    ?.map((row) => ({ role_id: roleOf(row), group: readGroup(row) }))
  return {
    implicit_role_assignments: rows ? distinct(rows) : now.implicit_role_assignments,
    group_implicit_role_assignments: groupRows
      ? distinct(groupRows)
      : now.group_implicit_role_assignments,
  }
}

function readGroup(row: Body): string {
  const group = row.optionalString('group')?.trim() ?? ''
  if (group !== '' && group.length <= MAX_TEXT) return group
  throw badRequest(
    'Each assignment must name a group.',
    'saml_group_role_assignment_does_not_contain_member_group',
  )
}

function distinct<Row extends object>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
