import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { checkDomain } from './domains.ts'
import { badRequest } from '../errors.ts'
import { isFirstParty } from '../idp/grants.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { knownRoles, MEMBER_ROLE } from '../roles.ts'
import { findRecord } from '../store.ts'

const OAUTH_PROVIDERS = ['slack', 'hubspot', 'github']
const LOGO_URL_LENGTH = 2048

export function readName(body: Body): string | undefined {
  const name = body.optionalString('organization_name')?.trim()
  if (name === undefined) return undefined
  if (name.length < 1 || name.length > 128 || /\p{Cc}/u.test(name)) {
    throw badRequest(
      'organization_name must have 1 to 128 characters, without line breaks or control characters.',
      'invalid_organization_name',
    )
  }
  return name
}

export function readSlug(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): string | undefined {
  const given = body.optionalString('organization_slug')
  if (given === undefined) return undefined
  const slug = checkSlug(given)
  const owner = findBySlug(context, slug)
  if (!owner || owner.organization_id === organization.organization_id) return slug
  throw badRequest(
    `organization_slug ${slug} is that of another organization.`,
    'organization_slug_already_used',
  )
}

/** Throws 400 `invalid_organization_slug` unless it can be a slug. */
export function checkSlug(slug: string): string {
  if (/^[A-Za-z0-9._~-]{2,128}$/.test(slug) && /[A-Za-z0-9]/.test(slug)) return slug
  throw badRequest(
    'organization_slug must have 2 to 128 characters out of letters, digits, - . _ ~, and at least one letter or digit.',
    'invalid_organization_slug',
  )
}

/** The organization with the slug, in any letter case. */
export function findBySlug(
  { data }: EmulatorContext,
  slug: string,
): StoredOrganization | undefined {
  return Object.values(data.organizations).find(
    (organization) => organization.organization_slug.toLowerCase() === slug.toLowerCase(),
  )
}

export function readLogoUrl(body: Body): string | undefined {
  const url = body.optionalString('organization_logo_url')
  if (url === undefined || url.length <= LOGO_URL_LENGTH) return url
  throw badRequest(
    `organization_logo_url must have at most ${String(LOGO_URL_LENGTH)} characters.`,
    'organization_logo_url_too_long',
  )
}

/** An empty id takes the default away. */
export function readDefaultConnection(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): string | null {
  const connectionId = body.string('sso_default_connection_id')
  if (connectionId === '') return null
  if (isOwnConnection(context, organization, connectionId, { active: true })) return connectionId
  throw badRequest(
    `sso_default_connection_id ${connectionId} is not an active SSO connection of the organization.`,
    'invalid_sso_default_connection_id',
  )
}

export function readAllowedConnections(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): string[] | undefined {
  const connectionIds = body.optionalStrings('sso_jit_provisioning_allowed_connections')
  const unknown = connectionIds?.find(
    (id) => !isOwnConnection(context, organization, id, { active: false }),
  )
  if (unknown === undefined) return connectionIds
  throw badRequest(
    `sso_jit_provisioning_allowed_connections names ${unknown}, which is no SSO connection of the organization.`,
    'invalid_restricted_sso_setting',
  )
}

function isOwnConnection(
  { data }: EmulatorContext,
  { organization_id }: StoredOrganization,
  connectionId: string,
  { active }: { active: boolean },
): boolean {
  const connection = findRecord(data.sso_connections, connectionId)
  return (
    connection?.organization_id === organization_id && (!active || connection.status === 'active')
  )
}

export function readDomains(body: Body): string[] | undefined {
  const domains = body
    .optionalStrings('email_allowed_domains')
    ?.map((domain) => domain.trim().toLowerCase())
  if (!domains) return undefined
  for (const [index, domain] of domains.entries()) {
    checkDomain(domain, {
      invalid: 'organization_settings_invalid_domain',
      common: 'organization_settings_domain_too_common',
      disposable: 'organization_settings_disposable_domain',
    })
    if (domains.indexOf(domain) !== index) {
      throw badRequest(
        `email_allowed_domains names ${domain} twice.`,
        'organization_settings_duplicate_domain',
      )
    }
  }
  return domains
}

export function readEmailAssignments(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): { role_id: string; domain: string }[] | undefined {
  const roles = knownRoles(context.data, organization)
  const assignments = body.optionalObjects('rbac_email_implicit_role_assignments')?.map((row) => {
    const role_id = row.string('role_id')
    const domain = row.string('domain').trim().toLowerCase()
    if (!roles.has(role_id) || role_id === MEMBER_ROLE) {
      throw badRequest(
        `rbac_email_implicit_role_assignments names ${role_id}, which is not a role that can be assigned.`,
        'invalid_rbac_role_assignment',
      )
    }
    checkDomain(domain, { invalid: 'rbac_invalid_domain', common: 'rbac_domain_too_common' })
    return { role_id, domain }
  })
  return assignments?.filter(
    ({ role_id, domain }, index) =>
      assignments.findIndex((one) => one.role_id === role_id && one.domain === domain) === index,
  )
}

export function readOauthTenants(body: Body): Record<string, string[]> | undefined {
  const tenants = body.optionalObject('allowed_oauth_tenants')
  if (!tenants) return undefined
  const unknown = tenants.names().find((provider) => !OAUTH_PROVIDERS.includes(provider))
  if (unknown !== undefined) {
    throw badRequest(
      `allowed_oauth_tenants knows ${OAUTH_PROVIDERS.join(', ')}, not ${unknown}.`,
      'invalid_restricted_oauth_tenants_setting',
    )
  }
  return Object.fromEntries(
    tenants.names().map((provider) => [provider, tenants.optionalStrings(provider) ?? []]),
  )
}

/** Ids of connected apps, all of the party that the field is about. */
export function readConnectedApps(
  context: EmulatorContext,
  body: Body,
  field: 'allowed_first_party_connected_apps' | 'allowed_third_party_connected_apps',
): string[] | undefined {
  const appIds = body.optionalStrings(field)
  for (const appId of appIds ?? []) {
    const app = findRecord(context.data.connected_apps, appId)
    if (!app) {
      throw badRequest(
        `${field} names ${appId}, which is no connected app.`,
        'connected_app_not_found',
      )
    }
    if (isFirstParty(app) !== (field === 'allowed_first_party_connected_apps')) {
      throw badRequest(
        `${field} names ${appId}, which is a ${app.client_type} app.`,
        'invalid_connected_app_type',
      )
    }
  }
  return appIds && [...new Set(appIds)]
}

/** One of the values of a setting, whose refusal has an error type of its own. */
export function readSetting<const Value extends string>(
  body: Body,
  field: string,
  values: readonly Value[],
  errorType: string,
): Value | undefined {
  const given = body.optionalString(field)
  if (given === undefined) return undefined
  return requireOneOf(field, given, values, errorType)
}

/** As `readSetting`, for a list. */
export function readSettings<const Value extends string>(
  body: Body,
  field: string,
  values: readonly Value[],
  errorType: string,
): Value[] | undefined {
  const given = body
    .optionalStrings(field)
    ?.map((one) => requireOneOf(field, one, values, errorType))
  return given && [...new Set(given)]
}

function requireOneOf<Value extends string>(
  field: string,
  given: string,
  values: readonly Value[],
  errorType: string,
): Value {
  const match = values.find((value) => value === given)
  if (match !== undefined) return match
  throw badRequest(`${field} must be one of ${values.join(', ')}.`, errorType)
}
