import type { Open } from './types.ts'

export interface EmailFactor {
  email_id: string
  email_address: string
}

export interface PhoneNumberFactor {
  phone_id: string
  /** E.164. */
  phone_number: string
}

export interface OAuthFactor {
  /** The member's registration with the provider. */
  id: string
  email_id: string
  /** The person's id at the provider. */
  provider_subject: string
  /** The workspace at HubSpot or Slack. */
  provider_tenant_id?: string
  /** The organizations at GitHub. */
  provider_tenant_ids?: string[]
}

export interface OAuthExchangeFactor {
  email_id: string
}

export interface SsoFactor {
  /** The member's registration with the connection. */
  id: string
  /** The connection. */
  provider_id: string
  /** The person's id at the identity provider. */
  external_id: string
}

/** What was proved, by how. */
export interface FactorDetails {
  /** Of `magic_link` and `email_otp`. */
  email_factor?: EmailFactor
  /** Of `otp`: a code in a text message. */
  phone_number_factor?: PhoneNumberFactor
  /** Of `oauth`, by `delivery_method`. */
  google_oauth_factor?: OAuthFactor
  microsoft_oauth_factor?: OAuthFactor
  hubspot_oauth_factor?: OAuthFactor
  slack_oauth_factor?: OAuthFactor
  github_oauth_factor?: OAuthFactor
  /** Of `oauth` that was brought from a session in another organization. */
  google_oauth_exchange_factor?: OAuthExchangeFactor
  hubspot_oauth_exchange_factor?: OAuthExchangeFactor
  slack_oauth_exchange_factor?: OAuthExchangeFactor
  github_oauth_exchange_factor?: OAuthExchangeFactor
  /** Of `oauth` by a connected app's access token. */
  oauth_access_token_exchange_factor?: { client_id: string }
  /** Of `sso`, by `delivery_method`. */
  saml_sso_factor?: SsoFactor
  oidc_sso_factor?: SsoFactor
  /** Of `totp`. */
  authenticator_app_factor?: { totp_id: string }
  /** Of `recovery_codes`. */
  recovery_code_factor?: { totp_recovery_code_id: string }
  /** Of `impersonated`: who it is in truth. */
  impersonated_factor?: { impersonator_id: string; impersonator_email_address: string }
  /** Of `trusted_auth_token`. */
  trusted_auth_token_factor?: { token_id: string }
}

/**
 * One thing that was proved for a session. `type` and `delivery_method` say how; which of the details is
 * there follows from them. The API adds new ones, so all three are open.
 *
 * @example
 * const address = factor.email_factor?.email_address
 */
export interface AuthenticationFactor extends FactorDetails {
  type: Open<
    | 'magic_link'
    | 'email_otp'
    | 'otp'
    | 'oauth'
    | 'password'
    | 'sso'
    | 'totp'
    | 'recovery_codes'
    | 'impersonated'
    | 'trusted_auth_token'
    | 'imported'
  >
  delivery_method: Open<
    | 'email'
    | 'sms'
    | 'oauth_google'
    | 'oauth_microsoft'
    | 'oauth_hubspot'
    | 'oauth_slack'
    | 'oauth_github'
    | 'oauth_exchange_google'
    | 'oauth_exchange_slack'
    | 'oauth_exchange_hubspot'
    | 'oauth_exchange_github'
    | 'oauth_access_token_exchange'
    | 'knowledge'
    | 'sso_saml'
    | 'sso_oidc'
    | 'authenticator_app'
    | 'recovery_code'
    | 'impersonation'
    | 'trusted_token_exchange'
    | 'imported_auth0'
  >
  last_authenticated_at: string
  created_at?: string
  updated_at?: string
  sequence_order?: Open<'PRIMARY' | 'SECONDARY'>
  [detail: string]: unknown
}
