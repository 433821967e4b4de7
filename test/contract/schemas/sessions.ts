import { allowedAuthMethods } from './organizations.ts'
import {
  anyObject,
  exactly,
  flag,
  idOf,
  list,
  nothing,
  nullable,
  oneOf,
  record,
  ref,
  text,
  time,
} from './schema.ts'
import type { Fields, Schema } from './schema.ts'

/** A factor: what was shown, how it was delivered, and its own detail, which some have none of. */
function factor(type: string, delivery_method: string, detail: Fields = {}): Schema {
  return record({
    type: exactly(type),
    delivery_method: exactly(delivery_method),
    last_authenticated_at: time,
    'created_at?': time,
    'updated_at?': time,
    'sequence_order?': exactly('PRIMARY', 'SECONDARY'),
    ...detail,
  })
}

const emailFactor = { email_factor: record({ email_id: text, email_address: text }) }
const ssoFactor = record({ id: text, provider_id: text, external_id: text })

function oauthFactor(provider: string, more: Fields = {}): Schema {
  return factor('oauth', `oauth_${provider}`, {
    [`${provider}_oauth_factor`]: record({
      id: text,
      email_id: text,
      provider_subject: text,
      ...more,
    }),
  })
}

function exchangeFactor(provider: string): Schema {
  return factor('oauth', `oauth_exchange_${provider}`, {
    [`${provider}_oauth_exchange_factor`]: record({ email_id: text }),
  })
}

export const sessionSchemas: Readonly<Record<string, Schema>> = {
  MemberSession: record({
    member_session_id: filledId(),
    member_id: idOf('member'),
    organization_id: idOf('organization'),
    organization_slug: text,
    started_at: time,
    last_accessed_at: time,
    expires_at: time,
    authentication_factors: list(ref('AuthenticationFactor')),
    'custom_claims?': nullable(anyObject),
    roles: list(text),
  }),

  AuthenticationFactor: oneOf(
    factor('magic_link', 'email', emailFactor),
    factor('email_otp', 'email', emailFactor),
    factor('otp', 'sms', {
      phone_number_factor: record({ phone_id: text, phone_number: text }),
    }),
    oauthFactor('google'),
    oauthFactor('microsoft'),
    oauthFactor('hubspot', { 'provider_tenant_id?': text }),
    oauthFactor('slack', { 'provider_tenant_id?': text }),
    oauthFactor('github', { 'provider_tenant_ids?': list(text) }),
    ...['google', 'slack', 'hubspot', 'github'].map(exchangeFactor),
    factor('oauth', 'oauth_access_token_exchange', {
      oauth_access_token_exchange_factor: record({ client_id: text }),
    }),
    factor('password', 'knowledge'),
    factor('sso', 'sso_saml', { saml_sso_factor: ssoFactor }),
    factor('sso', 'sso_oidc', { oidc_sso_factor: ssoFactor }),
    factor('totp', 'authenticator_app', {
      authenticator_app_factor: record({ totp_id: text }),
    }),
    factor('recovery_codes', 'recovery_code', {
      recovery_code_factor: record({ totp_recovery_code_id: text }),
    }),
    factor('impersonated', 'impersonation', {
      impersonated_factor: record({ impersonator_id: text, impersonator_email_address: text }),
    }),
    factor('trusted_auth_token', 'trusted_token_exchange', {
      trusted_auth_token_factor: record({ token_id: text }),
    }),
    factor('imported', 'imported_auth0'),
  ),

  MfaRequired: record({
    member_options: nullable(ref('MemberOptions')),
    secondary_auth_initiated: nullable(exactly('sms_otp')),
  }),
  MemberOptions: record({ mfa_phone_number: text, totp_registration_id: text }),
  PrimaryRequired: record({ allowed_auth_methods: allowedAuthMethods }),

  SDKDeviceHistory: record({
    'ip_address?': text,
    'ip_address_details?': ref('DeviceAttributeDetails'),
    'ip_geo_city?': text,
    'ip_geo_region?': text,
    'ip_geo_country?': text,
    'ip_geo_country_details?': ref('DeviceAttributeDetails'),
    'visitor_id?': text,
    'visitor_id_details?': ref('DeviceAttributeDetails'),
  }),
  DeviceAttributeDetails: record({
    is_new: flag,
    'first_seen_at?': time,
    'last_seen_at?': time,
  }),

  OAuthProviderValues: record({
    'access_token?': text,
    'id_token?': text,
    'refresh_token?': text,
    scopes: list(text),
    'expires_at?': text,
  }),

  DiscoveredOrganization: record({
    organization: ref('Organization'),
    membership: ref('Membership'),
    member_authenticated: flag,
    primary_required: nullable(ref('PrimaryRequired')),
    mfa_required: nullable(ref('MfaRequired')),
  }),
  Membership: oneOf(
    record({
      type: exactly('active_member', 'pending_member', 'invited_member'),
      details: nothing,
      member: ref('Member'),
    }),
    record({
      type: exactly('eligible_to_join_by_email_domain'),
      details: record({ domain: text }),
      member: nothing,
    }),
    record({
      type: exactly('eligible_to_join_by_oauth_tenant'),
      details: record({ provider: text, tenant: text }),
      member: nothing,
    }),
  ),
}

function filledId(): Schema {
  return idOf('(member-)?session')
}
