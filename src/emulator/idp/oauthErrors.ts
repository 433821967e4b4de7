import { errorResponse } from '../errors.ts'
import type { EmulatorError } from '../errors.ts'

/** The names that OAuth has for what the API calls otherwise. */
const CODES: Readonly<Record<string, string>> = {
  oauth_token_exchange_invalid_client: 'invalid_client',
  oauth_token_exchange_invalid_scope: 'invalid_scope',
  unsupported_grant_type: 'unsupported_grant_type',
  idp_auth_code_not_found: 'invalid_grant',
  idp_auth_code_expired: 'invalid_grant',
  idp_refresh_token_not_found: 'invalid_grant',
  idp_refresh_token_expired: 'invalid_grant',
  idp_refresh_token_already_used: 'invalid_grant',
  pkce_mismatch: 'invalid_grant',
  pkce_expected_code_verifier: 'invalid_grant',
  pkce_did_not_expect_code_verifier: 'invalid_grant',
  idp_access_token_not_found: 'invalid_token',
  idp_access_token_expired: 'invalid_token',
}

/** The error as OAuth clients read it (`error`, `error_description`), beside the API's own fields. */
export async function oauthErrorResponse(
  error: EmulatorError,
  requestId: string,
): Promise<Response> {
  const code = CODES[error.errorType] ?? 'invalid_request'
  const plain = errorResponse(error, requestId)
  const fields: unknown = await plain.json()
  const headers = new Headers(plain.headers)
  headers.set('cache-control', 'no-store')
  if (error.status === 401) {
    const scheme = code === 'invalid_token' ? 'Bearer' : 'Basic'
    headers.set('www-authenticate', `${scheme} realm="orgportal emulator", error="${code}"`)
  }
  return new Response(
    JSON.stringify(Object.assign({ error: code, error_description: error.message }, fields)),
    { status: error.status, headers },
  )
}
