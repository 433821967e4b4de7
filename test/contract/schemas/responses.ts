import {
  exactly,
  filled,
  flag,
  idOf,
  list,
  mapOf,
  nothing,
  nullable,
  number,
  oneOf,
  record,
  ref,
  text,
} from './schema.ts'
import type { Fields, Schema } from './schema.ts'

const common: Fields = { request_id: idOf('request-id'), status_code: exactly(200) }

const memberCommon: Fields = {
  ...common,
  member_id: idOf('member'),
  member: ref('Member'),
  organization: ref('Organization'),
}

const authentication: Fields = {
  ...memberCommon,
  member_session: ref('MemberSession'),
  session_token: filled,
  session_jwt: filled,
  'member_device?': ref('SDKDeviceHistory'),
}

/** What the server's own descriptions add to some authentications, and the types of the SDK leave out. */
const authenticationExtras: Fields = {
  'organization_id?': idOf('organization'),
  'method_id?': text,
  'member_email_id?': text,
  'reset_sessions?': flag,
  'reset_session?': flag,
  'provider_values?': ref('OAuthProviderValues'),
  'provider_subject?': text,
  'provider_type?': text,
  'member_device?': ref('SDKDeviceHistory'),
}

const discovery: Fields = {
  ...common,
  intermediate_session_token: filled,
  email_address: filled,
  discovered_organizations: list(ref('DiscoveredOrganization')),
}

const answer = (fields: Fields): Schema => record({ ...common, ...fields })

const connection = (type: string): Schema => answer({ connection: ref(type) })

/** The answers that have a name of their own; the shapes that the list of methods refers to. */
export const responseSchemas: Readonly<Record<string, Schema>> = {
  ResponseCommon: record(common),
  MemberResponseCommon: record({ ...memberCommon, 'organization_id?': idOf('organization') }),
  AuthResponse: record({ ...authentication, 'organization_id?': idOf('organization') }),
  AuthResponseWithMFA: oneOf(
    record({
      ...authentication,
      ...authenticationExtras,
      member_authenticated: exactly(true),
      intermediate_session_token: exactly(''),
      mfa_required: nothing,
      primary_required: nothing,
    }),
    record({
      ...memberCommon,
      ...authenticationExtras,
      member_authenticated: exactly(false),
      member_session: nothing,
      session_token: exactly(''),
      session_jwt: exactly(''),
      intermediate_session_token: filled,
      mfa_required: nullable(ref('MfaRequired')),
      primary_required: nullable(ref('PrimaryRequired')),
    }),
  ),
  DiscoveryAuthResponse: record({
    ...discovery,
    'provider_type?': text,
    'provider_tenant_id?': text,
    'provider_tenant_ids?': list(text),
    'full_name?': text,
  }),
  PasswordDiscoveryAuth: record({ ...discovery, organization_id_hint: nullable(text) }),
  DiscoveryList: answer({
    email_address: text,
    discovered_organizations: list(ref('DiscoveredOrganization')),
    organization_id_hint: nullable(text),
  }),

  OrganizationGet: answer({ organization: ref('Organization') }),
  OrganizationUpdate: answer({ organization: ref('Organization') }),
  OrganizationDelete: answer({ organization_id: idOf('organization') }),
  OrganizationGetBySlug: answer({ organization: nullable(ref('OrganizationBySlugMatch')) }),
  OrganizationConnectedApps: answer({ connected_apps: list(ref('OrganizationConnectedApp')) }),
  OrganizationConnectedAppDetail: answer({
    connected_app_id: idOf('connected-app'),
    name: text,
    description: text,
    client_type: ref('ConnectedAppClientType'),
    'logo_url?': text,
    active_members: list(record({ member_id: idOf('member'), granted_scopes: list(text) })),
  }),
  MemberGet: answer({ member: ref('Member') }),
  MemberSearch: answer({
    members: list(ref('Member')),
    results_metadata: record({ total: number, 'next_cursor?': nullable(text) }),
    organizations: mapOf(ref('Organization')),
  }),
  MemberDelete: answer({ member_id: idOf('member') }),
  MemberConnectedApps: answer({ connected_apps: list(ref('MemberConnectedApp')) }),
  MemberExistenceAnswer: answer({ member: nullable(ref('MemberExistence')) }),

  SSOConnections: answer({
    saml_connections: list(ref('SAMLConnection')),
    oidc_connections: list(ref('OIDCConnection')),
    external_connections: list(ref('ExternalConnection')),
  }),
  SSODiscoverConnections: answer({ connections: list(ref('SSOActiveConnection')) }),
  SSODelete: answer({ connection_id: text }),
  SAMLConnectionResponse: connection('SAMLConnection'),
  SAMLDeleteCert: answer({ certificate_id: text }),
  SAMLDeleteKey: answer({ private_key_id: text }),
  OIDCConnectionResponse: connection('OIDCConnection'),
  OIDCConnectionUpdateResponse: answer({ connection: ref('OIDCConnection'), warning: text }),
  ExternalConnectionResponse: connection('ExternalConnection'),

  PasswordStrengthCheck: answer({
    valid_password: flag,
    score: number,
    breached_password: flag,
    breach_detection_on_create: flag,
    strength_policy: exactly('luds', 'zxcvbn'),
    zxcvbn_feedback: record({ warning: text, suggestions: list(text) }),
    luds_feedback: record({
      has_lower_case: flag,
      has_upper_case: flag,
      has_digit: flag,
      has_symbol: flag,
      missing_complexity: number,
      missing_characters: number,
    }),
  }),

  SCIMCreate: connection('SCIMConnectionWithBearerToken'),
  SCIMConnectionResponse: connection('SCIMConnection'),
  SCIMRotateStart: connection('SCIMConnectionWithNextBearerToken'),
  SCIMDelete: answer({ connection_id: idOf('scim-connection') }),
  SCIMGroups: answer({ scim_groups: list(ref('SCIMGroup')), next_cursor: nullable(text) }),

  TOTPCreate: record({
    ...memberCommon,
    totp_registration_id: text,
    secret: { type: 'string', pattern: '^[A-Z2-7]{32}$' },
    qr_code: { type: 'string', pattern: '^data:image/' },
    recovery_codes: list(ref('RecoveryCode')),
  }),
  RecoveryCode: { type: 'string', pattern: '^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$' },
  RecoveryCodeRecover: record({ ...authentication, recovery_codes_remaining: number }),
  RecoveryCodes: answer({
    recovery_codes: list(ref('RecoveryCode')),
    'member_id?': idOf('member'),
    'member?': ref('Member'),
    'organization?': ref('Organization'),
  }),

  IDPAuthorizeStart: answer({
    client: ref('ConnectedAppPublic'),
    consent_required: flag,
    scope_results: list(ref('ScopeResult')),
    'member_id?': idOf('member'),
    'member?': ref('Member'),
    'organization?': ref('Organization'),
  }),
  IDPAuthorizeSubmit: answer({ redirect_uri: text, 'authorization_code?': text }),
  IDPLogoutStart: answer({ redirect_uri: text, consent_required: flag }),

  OneTapStart: answer({ google_client_id: text }),
  OneTapSubmit: answer({ redirect_url: text }),
  AdminPortalConfig: answer({
    sso_config: record({
      sso_enabled: flag,
      can_create_saml_connection: flag,
      can_create_oidc_connection: flag,
    }),
    organization_config: record({ mfa_controls_enabled: flag }),
    scim_config: record({ scim_enabled: flag }),
  }),
  BootstrapPayload: answer({
    project_name: text,
    disable_sdk_watermark: flag,
    cname_domain: nullable(text),
    email_domains: list(text),
    captcha_settings: oneOf(
      record({ enabled: exactly(false) }),
      record({ enabled: exactly(true), siteKey: text }),
    ),
    pkce_required_for_email_magic_links: flag,
    pkce_required_for_password_resets: flag,
    pkce_required_for_oauth: flag,
    pkce_required_for_sso: flag,
    slug_pattern: nullable(text),
    create_organization_enabled: flag,
    password_config: nullable(record({ luds_complexity: number, luds_minimum_count: number })),
    'dfp_protected_auth_enabled?': flag,
    'dfp_protected_auth_mode?': exactly('OBSERVATION', 'DECISIONING'),
    'rbac_policy?': ref('RBACPolicyRaw'),
    'siwe_required_for_crypto_wallets?': flag,
    'vertical?': exactly('B2B', 'CONSUMER'),
  }),

  APIError: record({
    status_code: number,
    request_id: idOf('request-id'),
    error_type: { type: 'string', pattern: '^[a-z0-9_]+$' },
    error_message: filled,
    error_url: filled,
    'error_details?': { type: 'object' },
  }),
}
