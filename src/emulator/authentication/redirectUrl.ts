import type { Body } from '../body.ts'
import { badRequest } from '../errors.ts'

/** The address that a mail or a provider leads back to, with what the client signs in with. */
export function redirectUrl(
  to: string,
  token: { tokenType: string; token: string } & Record<string, string>,
): string {
  const { tokenType, ...rest } = token
  const url = new URL(checkRedirectUrl(to))
  url.searchParams.set('stytch_token_type', tokenType)
  for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, value)
  return url.href
}

/** An address of a body, or else the project's own. Throws 400 `invalid_<field>`, or `errorType`, when it leads nowhere. */
export function readRedirectUrl(
  body: Body,
  field: string,
  usual: string,
  errorType = `invalid_${field}`,
): string {
  return checkRedirectUrl(body.optionalString(field) || usual, errorType)
}

/** Throws unless it is an address of the web, or one that opens an app of its own. */
export function checkRedirectUrl(to: string, errorType = 'invalid_redirect_url'): string {
  if (URL.canParse(to) && !/^(javascript|data|blob|vbscript):/i.test(to.trim())) return to
  throw badRequest(`${to} is not an address to lead back to.`, errorType)
}
