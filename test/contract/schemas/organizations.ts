import {
  anyObject,
  exactly,
  flag,
  idOf,
  list,
  mapOf,
  nullable,
  record,
  ref,
  text,
  time,
} from './schema.ts'
import type { Schema } from './schema.ts'

const jitSetting = exactly('ALL_ALLOWED', 'RESTRICTED', 'NOT_ALLOWED')
const tenantJitSetting = exactly('RESTRICTED', 'NOT_ALLOWED')
const allowed = exactly('ALL_ALLOWED', 'RESTRICTED')
const mfaPolicy = exactly('OPTIONAL', 'REQUIRED_FOR_ALL')
const tenants = mapOf(list(text))

export const allowedAuthMethods = list(
  exactly(
    'sso',
    'magic_link',
    'password',
    'google_oauth',
    'microsoft_oauth',
    'hubspot_oauth',
    'slack_oauth',
    'github_oauth',
    'email_otp',
  ),
)

export const organizationSchemas: Readonly<Record<string, Schema>> = {
  Organization: record({
    organization_id: idOf('organization'),
    organization_name: text,
    organization_slug: text,
    'organization_external_id?': nullable(text),
    organization_logo_url: text,
    trusted_metadata: anyObject,
    'custom_roles?': list(ref('RBACPolicyRole')),
    'created_at?': time,
    'updated_at?': time,
    sso_default_connection_id: nullable(text),
    sso_jit_provisioning: jitSetting,
    sso_jit_provisioning_allowed_connections: list(text),
    sso_active_connections: list(ref('SSOActiveConnection')),
    scim_active_connection: nullable(
      record({
        connection_id: text,
        display_name: text,
        'bearer_token_last_four?': text,
        'bearer_token_expires_at?': time,
      }),
    ),
    email_allowed_domains: list(text),
    email_jit_provisioning: jitSetting,
    email_invites: jitSetting,
    oauth_tenant_jit_provisioning: tenantJitSetting,
    allowed_oauth_tenants: tenants,
    auth_methods: allowed,
    'allowed_auth_methods?': allowedAuthMethods,
    'mfa_methods?': allowed,
    'allowed_mfa_methods?': list(exactly('sms_otp', 'totp')),
    mfa_policy: mfaPolicy,
    'rbac_email_implicit_role_assignments?': list(record({ role_id: text, domain: text })),
    'first_party_connected_apps_allowed_type?': jitSetting,
    'allowed_first_party_connected_apps?': list(text),
    'third_party_connected_apps_allowed_type?': jitSetting,
    'allowed_third_party_connected_apps?': list(text),
    'claimed_email_domains?': list(text),
  }),

  SSOActiveConnection: record({ connection_id: text, display_name: text, identity_provider: text }),

  OrganizationBySlugMatch: record({
    organization_id: idOf('organization'),
    organization_name: text,
    organization_slug: text,
    organization_logo_url: text,
    sso_active_connections: list(ref('SSOActiveConnection')),
    sso_default_connection_id: nullable(text),
    email_jit_provisioning: jitSetting,
    email_allowed_domains: list(text),
    oauth_tenant_jit_provisioning: tenantJitSetting,
    allowed_oauth_tenants: tenants,
    auth_methods: allowed,
    allowed_auth_methods: allowedAuthMethods,
    mfa_policy: mfaPolicy,
  }),

  OrganizationConnectedApp: record({
    connected_app_id: idOf('connected-app'),
    name: text,
    description: text,
    client_type: ref('ConnectedAppClientType'),
    'logo_url?': text,
  }),

  MemberConnectedApp: record({
    connected_app_id: idOf('connected-app'),
    name: text,
    description: text,
    client_type: ref('ConnectedAppClientType'),
    'logo_url?': text,
    scopes_granted: text,
  }),

  ConnectedAppClientType: exactly(
    'first_party',
    'first_party_public',
    'third_party',
    'third_party_public',
  ),

  ConnectedAppPublic: record({
    client_id: text,
    client_type: ref('ConnectedAppClientType'),
    client_name: text,
    client_description: text,
    'client_logo_url?': text,
    'logo_url?': text,
  }),

  ScopeResult: record({ scope: text, description: text, is_grantable: flag }),

  RBACPolicyPermission: record({ resource_id: text, actions: list(text) }),
  RBACPolicyRole: record({
    role_id: text,
    description: text,
    permissions: list(ref('RBACPolicyPermission')),
  }),
  RBACPolicyResource: record({ resource_id: text, description: text, actions: list(text) }),
  RBACPolicyScope: record({
    scope: text,
    description: text,
    permissions: list(ref('RBACPolicyPermission')),
  }),
  RBACPolicyRaw: record({
    roles: list(ref('RBACPolicyRole')),
    resources: list(ref('RBACPolicyResource')),
    scopes: list(ref('RBACPolicyScope')),
  }),
}
