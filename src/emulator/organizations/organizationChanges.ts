import type { OrganizationUpdateInput } from '../../client/organization.ts'
import { AUTH_METHODS } from '../authentication/requirements.ts'
import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import {
  readAllowedConnections,
  readConnectedApps,
  readDefaultConnection,
  readDomains,
  readEmailAssignments,
  readLogoUrl,
  readName,
  readOauthTenants,
  readSetting,
  readSettings,
  readSlug,
} from './organizationFields.ts'
import type { StoredOrganization } from '../records/organizations.ts'

const JIT = ['ALL_ALLOWED', 'RESTRICTED', 'NOT_ALLOWED'] as const
const OPEN_OR_RESTRICTED = ['ALL_ALLOWED', 'RESTRICTED'] as const
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

/**
 * The organization as the body wants it; nothing is stored. Throws when a permission, a value, or how settings fit
 * together is wrong. What one field is wrong about begins with its name.
 */
export function changeOrganization(
  context: EmulatorContext,
  caller: Pick<Caller, 'organization' | 'mustBeAllowed'>,
  body: Body,
): StoredOrganization {
  const now = caller.organization
  for (const [field, action] of Object.entries(ACTIONS)) {
    if (body.has(field)) caller.mustBeAllowed('stytch.organization', action)
  }
  const changed: StoredOrganization = {
    ...now,
    organization_name: readName(body) ?? now.organization_name,
    organization_slug: readSlug(context, now, body) ?? now.organization_slug,
    organization_logo_url: readLogoUrl(body) ?? now.organization_logo_url,
    ...readJoining(context, now, body),
    ...readSigningIn(now, body),
    rbac_email_implicit_role_assignments:
      readEmailAssignments(context, now, body) ?? now.rbac_email_implicit_role_assignments ?? [],
    ...readAppPolicy(context, now, body),
    updated_at: context.timestamp(),
  }
  checkTogether(changed)
  return changed
}

/** Who may become a member. */
function readJoining(context: EmulatorContext, now: StoredOrganization, body: Body) {
  const invalid = 'invalid_organization_auth_factor_setting'
  return {
    sso_default_connection_id: body.has('sso_default_connection_id')
      ? readDefaultConnection(context, now, body)
      : now.sso_default_connection_id,
    sso_jit_provisioning:
      readSetting(body, 'sso_jit_provisioning', JIT, invalid) ?? now.sso_jit_provisioning,
    sso_jit_provisioning_allowed_connections:
      readAllowedConnections(context, now, body) ?? now.sso_jit_provisioning_allowed_connections,
    email_allowed_domains: readDomains(body) ?? now.email_allowed_domains,
    email_jit_provisioning:
      readSetting(body, 'email_jit_provisioning', JIT, `${invalid}_for_email_jit_provisioning`) ??
      now.email_jit_provisioning,
    email_invites: readSetting(body, 'email_invites', JIT, invalid) ?? now.email_invites,
    oauth_tenant_jit_provisioning:
      readSetting(
        body,
        'oauth_tenant_jit_provisioning',
        ['RESTRICTED', 'NOT_ALLOWED'],
        `${invalid}_for_oauth_tenant_jit_provisioning`,
      ) ?? now.oauth_tenant_jit_provisioning,
    allowed_oauth_tenants: readOauthTenants(body) ?? now.allowed_oauth_tenants,
  }
}

/** What members have to show to sign in. */
function readSigningIn(now: StoredOrganization, body: Body) {
  return {
    auth_methods:
      readSetting(
        body,
        'auth_methods',
        OPEN_OR_RESTRICTED,
        'invalid_organization_auth_method_settings',
      ) ?? now.auth_methods,
    allowed_auth_methods:
      readSettings(
        body,
        'allowed_auth_methods',
        AUTH_METHODS,
        'invalid_organization_allowed_auth_methods',
      ) ??
      now.allowed_auth_methods ??
      [],
    mfa_methods:
      readSetting(
        body,
        'mfa_methods',
        OPEN_OR_RESTRICTED,
        'invalid_organization_mfa_factor_setting',
      ) ??
      now.mfa_methods ??
      'ALL_ALLOWED',
    allowed_mfa_methods:
      readSettings(
        body,
        'allowed_mfa_methods',
        ['sms_otp', 'totp'],
        'invalid_organization_allowed_mfa_methods',
      ) ??
      now.allowed_mfa_methods ??
      [],
    mfa_policy:
      readSetting(
        body,
        'mfa_policy',
        ['OPTIONAL', 'REQUIRED_FOR_ALL'],
        'invalid_organization_mfa_policy',
      ) ?? now.mfa_policy,
  }
}

/** Which connected apps members may let in. A list that is empty lets in none while the setting is RESTRICTED. */
function readAppPolicy(context: EmulatorContext, now: StoredOrganization, body: Body) {
  return {
    first_party_connected_apps_allowed_type:
      body.optionalOneOf('first_party_connected_apps_allowed_type', JIT) ??
      now.first_party_connected_apps_allowed_type ??
      'ALL_ALLOWED',
    allowed_first_party_connected_apps:
      readConnectedApps(context, body, 'allowed_first_party_connected_apps') ??
      now.allowed_first_party_connected_apps ??
      [],
    third_party_connected_apps_allowed_type:
      body.optionalOneOf('third_party_connected_apps_allowed_type', JIT) ??
      now.third_party_connected_apps_allowed_type ??
      'ALL_ALLOWED',
    allowed_third_party_connected_apps:
      readConnectedApps(context, body, 'allowed_third_party_connected_apps') ??
      now.allowed_third_party_connected_apps ??
      [],
  }
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
