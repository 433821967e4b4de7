import type { OAuthAuthorizeParams, OAuthLogoutParams } from './idp.ts'

/** What was read, and what is wrong with it: a text for developers, or null. */
export interface ParsedOAuthParams<Params> {
  error: string | null
  result: Params
}

/** What is asked for when an app names no scope. */
const USUAL_SCOPES = ['openid', 'email', 'profile']

/**
 * Reads what an app asks for from the query of the consent page's address, for `idp.oauthAuthorizeStart`
 * and `idp.oauthAuthorizeSubmit`.
 *
 * @example parseOAuthAuthorizeParams(new URLSearchParams(location.search))
 */
export function parseOAuthAuthorizeParams(
  params: URLSearchParams,
): ParsedOAuthParams<OAuthAuthorizeParams> {
  const scopes = (params.get('scope') ?? '').split(' ').filter(Boolean)
  const resources = params.getAll('resource')
  const result = {
    client_id: params.get('client_id') ?? '',
    redirect_uri: params.get('redirect_uri') ?? '',
    response_type: params.get('response_type') || 'code',
    scopes: scopes.length ? scopes : USUAL_SCOPES,
    ...given(params, 'code_challenge', 'state', 'nonce', 'prompt'),
    ...(resources.length && { resources }),
  }
  return { error: missing(result, 'client_id', 'redirect_uri'), result }
}

/**
 * Reads what an app asks for from the query of the consent page's address, for `idp.oauthLogoutStart`.
 * Its `post_logout_redirect_uri` tells such an address from the other kind.
 */
export function parseOAuthLogoutParams(
  params: URLSearchParams,
): ParsedOAuthParams<OAuthLogoutParams> {
  const result = {
    client_id: params.get('client_id') ?? '',
    post_logout_redirect_uri: params.get('post_logout_redirect_uri') ?? '',
    ...given(params, 'id_token_hint', 'state'),
  }
  return { error: missing(result, 'client_id', 'post_logout_redirect_uri'), result }
}

function given<Name extends string>(
  params: URLSearchParams,
  ...names: Name[]
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = params.get(name)
    if (value) found[name] = value
  }
  return found
}

function missing<Name extends string>(
  result: Record<Name, string>,
  ...names: Name[]
): string | null {
  const name = names.find((required) => !result[required])
  return name ? `The app's address has no ${name}.` : null
}
