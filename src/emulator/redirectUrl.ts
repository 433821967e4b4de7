import { badRequest } from './errors.ts'

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

/** Throws unless it is an address of the web, or one that opens an app of its own. */
export function checkRedirectUrl(to: string): string {
  if (URL.canParse(to) && !/^(javascript|data|blob|vbscript):/i.test(to.trim())) return to
  throw badRequest(`${to} is not an address to lead back to.`, 'invalid_redirect_url')
}
