import type { OrganizationUpdateInput } from '../client/organization.ts'
import type { Body } from './body.ts'
import type { Caller } from './caller.ts'
import type { EmulatorContext } from './context.ts'
import { checkDomain } from './domains.ts'
import { badRequest } from './errors.ts'
import { knownRoles, MEMBER_ROLE } from './roles.ts'
import { findRecord } from './store.ts'
import type { StoredOrganization } from './records/organizations.ts'

const JIT = ['ALL_ALLOWED', 'RESTRICTED', 'NOT_ALLOWED'] as const
const OPEN_OR_RESTRICTED = ['ALL_ALLOWED', 'RESTRICTED'] as const
const AUTH_METHODS = [
  'sso',
  'magic_link',
  'email_otp',
  'password',
  'google_oauth',
  'microsoft_oauth',
  'hubspot_oauth',
  'slack_oauth',
  'github_oauth',
] as const
const OAUTH_PROVIDERS = ['slack', 'hubspot', 'github']
const LOGO_URL_LENGTH = 2048

/** The action on `stytch.organization` that each field needs. No public action covers connected apps: `*` does. */
const ACTIONS: Record<keyof OrganizationUpdateInput, string> = {
  organization_name: 'update.info.name',
  organization_slug: 'update.info.slug',
  organization_logo_url: 'update.info.logo-url',
  sso_default_connection_id: 'update.settings.default-sso-connection',
  sso_jit_provisioning: 'update.settings.sso-jit-provisioning',
  sso_jit_provisioning_allowed_connections: 'update.settings.sso-jit-provisioning',
  email_allowed_domains: 'update.settings.allowed-domains',
  email_jit_provisioning: 'update.settings.email-jit-provisioning',
  email_invites: 'update.settings.email-invites',
  oauth_tenant_jit_provisioning: 'update.settings.oauth-tenant-jit-provisioning',
  allowed_oauth_tenants: 'update.settings.allowed-oauth-tenants',
  auth_methods: 'update.settings.allowed-auth-methods',
  allowed_auth_methods: 'update.settings.allowed-auth-methods',
  mfa_methods: 'update.settings.allowed-mfa-methods',
  allowed_mfa_methods: 'update.settings.allowed-mfa-methods',
  mfa_policy: 'update.settings.mfa-policy',
  rbac_email_implicit_role_assignments: 'update.settings.implicit-roles',
  first_party_connected_apps_allowed_type: 'update.settings.connected-apps',
  allowed_first_party_connected_apps: 'update.settings.connected-apps',
  third_party_connected_apps_allowed_type: 'update.settings.connected-apps',
  allowed_third_party_connected_apps: 'update.settings.connected-apps',
}

/** The organization as the body wants it. Throws when a permission, a value, or how settings fit together is wrong. */
export function changeOrganization(
  context: EmulatorContext,
  caller: Caller,
  body: Body,
): StoredOrganization {
  const now = caller.organization
  for (const [field, action] of Object.entries(ACTIONS)) {
    if (body.has(field)) caller.mustBeAllowed('stytch.organization', action)
  }
  const jit = (field: string) => body.optionalOneOf(field, JIT)
  const changed: StoredOrganization = {
    ...now,
    organization_name: readName(body) ?? now.organization_name,
    organization_slug: readSlug(context, now, body) ?? now.organization_slug,
    organization_logo_url: readLogoUrl(body) ?? now.organization_logo_url,
    sso_default_connection_id: body.has('sso_default_connection_id')
      ? readDefaultConnection(context, now, body)
      : now.sso_default_connection_id,
    sso_jit_provisioning: jit('sso_jit_provisioning') ?? now.sso_jit_provisioning,
    sso_jit_provisioning_allowed_connections:
      readAllowedConnections(context, now, body) ?? now.sso_jit_provisioning_allowed_connections,
    email_allowed_domains: readDomains(body) ?? now.email_allowed_domains,
    email_jit_provisioning: jit('email_jit_provisioning') ?? now.email_jit_provisioning,
    email_invites: jit('email_invites') ?? now.email_invites,
    oauth_tenant_jit_provisioning:
      body.optionalOneOf('oauth_tenant_jit_provisioning', ['RESTRICTED', 'NOT_ALLOWED']) ??
      now.oauth_tenant_jit_provisioning,
    allowed_oauth_tenants: readOauthTenants(body) ?? now.allowed_oauth_tenants,
    auth_methods: body.optionalOneOf('auth_methods', OPEN_OR_RESTRICTED) ?? now.auth_methods,
    allowed_auth_methods:
      body.optionalEach('allowed_auth_methods', AUTH_METHODS) ?? now.allowed_auth_methods ?? [],
    mfa_methods:
      body.optionalOneOf('mfa_methods', OPEN_OR_RESTRICTED) ?? now.mfa_methods ?? 'ALL_ALLOWED',
    allowed_mfa_methods:
      body.optionalEach('allowed_mfa_methods', ['sms_otp', 'totp']) ??
      now.allowed_mfa_methods ??
      [],
    mfa_policy:
      body.optionalOneOf('mfa_policy', ['OPTIONAL', 'REQUIRED_FOR_ALL']) ?? now.mfa_policy,
    rbac_email_implicit_role_assignments:
      readEmailAssignments(context, now, body) ?? now.rbac_email_implicit_role_assignments ?? [],
    first_party_connected_apps_allowed_type:
      jit('first_party_connected_apps_allowed_type') ??
      now.first_party_connected_apps_allowed_type ??
      'ALL_ALLOWED',
    allowed_first_party_connected_apps:
      body.optionalStrings('allowed_first_party_connected_apps') ??
      now.allowed_first_party_connected_apps ??
      [],
    third_party_connected_apps_allowed_type:
      jit('third_party_connected_apps_allowed_type') ??
      now.third_party_connected_apps_allowed_type ??
      'ALL_ALLOWED',
    allowed_third_party_connected_apps:
      body.optionalStrings('allowed_third_party_connected_apps') ??
      now.allowed_third_party_connected_apps ??
      [],
    updated_at: context.timestamp(),
  }
  checkTogether(changed)
  return changed
}

function readName(body: Body): string | undefined {
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

function readSlug(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): string | undefined {
  const slug = body.optionalString('organization_slug')
  if (slug === undefined) return undefined
  if (!/^[A-Za-z0-9._~-]{2,128}$/.test(slug) || !/[A-Za-z0-9]/.test(slug)) {
    throw badRequest(
      'organization_slug must have 2 to 128 characters out of letters, digits, - . _ ~, and at least one letter or digit.',
      'invalid_organization_slug',
    )
  }
  const taken = Object.values(context.data.organizations).some(
    (other) =>
      other.organization_id !== organization.organization_id &&
      other.organization_slug.toLowerCase() === slug.toLowerCase(),
  )
  if (taken) {
    throw badRequest(`Another organization has the slug ${slug}.`, 'organization_slug_already_used')
  }
  return slug
}

function readLogoUrl(body: Body): string | undefined {
  const url = body.optionalString('organization_logo_url')
  if (url === undefined || url.length <= LOGO_URL_LENGTH) return url
  throw badRequest(
    `organization_logo_url must have at most ${String(LOGO_URL_LENGTH)} characters.`,
    'organization_logo_url_too_long',
  )
}

/** An empty id takes the default away. */
function readDefaultConnection(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): string | null {
  const connectionId = body.string('sso_default_connection_id')
  if (connectionId === '') return null
  if (isOwnConnection(context, organization, connectionId, { active: true })) return connectionId
  throw badRequest(
    `${connectionId} is not an active SSO connection of the organization.`,
    'invalid_sso_default_connection_id',
  )
}

function readAllowedConnections(
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
    `${unknown} is not an SSO connection of the organization.`,
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

function readDomains(body: Body): string[] | undefined {
  const domains = body
    .optionalStrings('email_allowed_domains')
    ?.map((domain) => domain.trim().toLowerCase())
  if (!domains) return undefined
  for (const [index, domain] of domains.entries()) {
    checkDomain(domain, {
      invalid: 'organization_settings_invalid_domain',
      common: 'organization_settings_domain_too_common',
    })
    if (domains.indexOf(domain) !== index) {
      throw badRequest(`${domain} is named twice.`, 'organization_settings_duplicate_domain')
    }
  }
  return domains
}

function readEmailAssignments(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): { role_id: string; domain: string }[] | undefined {
  const roles = knownRoles(context.data, organization)
  return body.optionalObjects('rbac_email_implicit_role_assignments')?.map((row) => {
    const role_id = row.string('role_id')
    const domain = row.string('domain').trim().toLowerCase()
    if (!roles.has(role_id) || role_id === MEMBER_ROLE) {
      throw badRequest(
        `${role_id} is not a role that can be assigned.`,
        'invalid_rbac_role_assignment',
      )
    }
    checkDomain(domain, { invalid: 'rbac_invalid_domain', common: 'rbac_domain_too_common' })
    return { role_id, domain }
  })
}

function readOauthTenants(body: Body): Record<string, string[]> | undefined {
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

/** Rules about several settings at once, on the organization as it would be. */
function checkTogether(organization: StoredOrganization): void {
  const provisioning = [
    organization.sso_jit_provisioning,
    organization.email_jit_provisioning,
    organization.email_invites,
    organization.oauth_tenant_jit_provisioning,
  ]
  if (provisioning.every((setting) => setting === 'NOT_ALLOWED')) {
    throw badRequest(
      'Nobody could join any more: leave SSO or email provisioning, invitations or OAuth tenants open.',
      'organization_provisioning_setting_required',
    )
  }
  const restrictedByDomain = [organization.email_jit_provisioning, organization.email_invites]
  if (
    restrictedByDomain.includes('RESTRICTED') &&
    organization.email_allowed_domains.length === 0
  ) {
    throw badRequest(
      'email_allowed_domains must name a domain while email provisioning or invitations are restricted to it.',
      'invalid_restricted_email_setting',
    )
  }
  requireList(
    organization.sso_jit_provisioning,
    organization.sso_jit_provisioning_allowed_connections,
    'sso_jit_provisioning_allowed_connections',
    'invalid_restricted_sso_setting',
  )
  requireList(
    organization.oauth_tenant_jit_provisioning,
    Object.values(organization.allowed_oauth_tenants).flat(),
    'allowed_oauth_tenants',
    'invalid_restricted_oauth_tenants_setting',
  )
  requireList(
    organization.auth_methods,
    organization.allowed_auth_methods,
    'allowed_auth_methods',
    'allowed_auth_methods_required_for_restricted',
  )
  requireList(
    organization.mfa_methods,
    organization.allowed_mfa_methods,
    'allowed_mfa_methods',
    'allowed_mfa_methods_required_for_restricted',
  )
}

function requireList(
  setting: string | undefined,
  list: readonly string[] | undefined,
  field: string,
  errorType: string,
): void {
  if (setting !== 'RESTRICTED' || (list && list.length > 0)) return
  throw badRequest(`${field} must name at least one while the setting is RESTRICTED.`, errorType)
}
