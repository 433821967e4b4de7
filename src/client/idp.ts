import type { ConnectedAppPublic } from './connectedApps.ts'
import type { Methods } from './method.ts'
import type { Open, RequestOptions, ResponseCommon } from './types.ts'

/** What an app that wants to sign somebody in puts into the address of the consent page. */
export interface OAuthAuthorizeParams {
  client_id: string
  redirect_uri: string
  /** `code` is the only one. */
  response_type: Open<'code'>
  /** What the app wants to be allowed. */
  scopes: string[]
  /** PKCE of the app; handed on with the answer. */
  code_challenge?: string
  state?: string
  nonce?: string
  prompt?: Open<'consent' | 'login' | 'none'>
  /** For whom the app's token is to be (RFC 8707). */
  resources?: string[]
}

/** What an app that wants to sign somebody out puts into the address of the consent page. */
export interface OAuthLogoutParams {
  client_id: string
  post_logout_redirect_uri: string
  id_token_hint?: string
  state?: string
}

/** A scope that an app asks for, and whether this member can grant it. */
export interface ScopeResult {
  scope: string
  description: string
  is_grantable: boolean
}

export type OAuthAuthorizeSubmitInput = OAuthAuthorizeParams & {
  /** The person's answer. */
  consent_granted: boolean
}

export type OAuthAuthorizeStartOutput = ResponseCommon & {
  client: ConnectedAppPublic
  /** When false nobody need be asked: submit without `consent_granted`, and go to the answer's address. */
  consent_required: boolean
  scope_results: ScopeResult[]
}
export type OAuthAuthorizeSubmitOutput = ResponseCommon & {
  /** Where the browser is to go now, whatever the person has answered. */
  redirect_uri: string
  /** In the address already. */
  authorization_code?: string
}
export type OAuthLogoutStartOutput = ResponseCommon & {
  /** Where the browser is to go after `session.revoke({ forceClear: true })`. */
  redirect_uri: string
  consent_required: boolean
}

/** The consent page of connected apps: this project signs people in for other apps. None of it leaves the page. */
export interface IdpApi {
  /**
   * Begins what an app asks for: who it is, what it wants, and whether the person has to be asked.
   *
   * @throws ApiError `connected_app_not_found`, `connected_app_not_allowed_for_org`,
   *   `oauth_invalid_scope_requested`, `user_unauthenticated`.
   * @example
   * const { error, result } = parseOAuthAuthorizeParams(new URLSearchParams(location.search))
   * if (!error) await client.idp.oauthAuthorizeStart(result)
   */
  oauthAuthorizeStart: (
    input: OAuthAuthorizeParams,
    options?: RequestOptions,
  ) => Promise<OAuthAuthorizeStartOutput>
  /**
   * Hands in the person's answer.
   *
   * @throws ApiError `connected_app_not_found`, `pkce_required_for_idp_authorization_flow`.
   */
  oauthAuthorizeSubmit: (
    input: OAuthAuthorizeSubmitInput,
    options?: RequestOptions,
  ) => Promise<OAuthAuthorizeSubmitOutput>
  /**
   * Begins to sign out for an app.
   *
   * @throws ApiError `connected_app_not_found`, `connected_app_invalid_redirect_url`.
   */
  oauthLogoutStart: (
    input: OAuthLogoutParams,
    options?: RequestOptions,
  ) => Promise<OAuthLogoutStartOutput>
}

const AUTHORIZE = '/idp/b2b/oauth/authorize'
const ASKED = 'client_id redirect_uri response_type scopes'

export const createIdpApi = ({ method }: Methods): IdpApi => ({
  oauthAuthorizeStart: method(`POST ${AUTHORIZE}/start ${ASKED}`),
  oauthAuthorizeSubmit: method(`POST ${AUTHORIZE}/submit ${ASKED} consent_granted`),
  oauthLogoutStart: method('POST /b2b/oauth/logout/start client_id post_logout_redirect_uri'),
})
