import { check } from './check.ts'
import { UsageError } from './errors.ts'
import { attempt } from './storage.ts'
import type { AuthResponseWithMfa } from './types.ts'

/** Value of `stytch_token_type` in an address that a mail or a provider sends people back to. */
export type AuthenticateTokenType = string

export type ParsedAuthenticateUrl = {
  /** Whether `authenticateByUrl` knows what to do with this type. */
  handled: boolean
  token: string
  tokenType: AuthenticateTokenType
}

export type AuthenticateByUrlResult =
  | { handled: true; tokenType: AuthenticateTokenType; data: AuthResponseWithMfa }
  | { handled: false; tokenType: AuthenticateTokenType; token: string }

export interface AuthenticateUrlApi {
  /**
   * The sign-in token of an address (this page's when left out); null when it has none.
   *
   * @throws UsageError when `href` is not an address.
   */
  parseAuthenticateUrl: (href?: string) => ParsedAuthenticateUrl | null
  /**
   * Signs in with the token of an address (this page's when left out). Token types that the client
   * does not handle are given back; null when there is no token. The token is taken out of the
   * browser's address bar before it is sent: by default when `href` is this page's address.
   *
   * @throws ApiError when the token is refused.
   * @example await client.authenticateByUrl({ session_duration_minutes: 60 })
   */
  authenticateByUrl: (
    options: { session_duration_minutes: number; clearParams?: boolean },
    href?: string,
  ) => Promise<AuthenticateByUrlResult | null>
}

/** Signs in with a token, by token type. */
export type UrlHandlers = ReadonlyMap<
  string,
  (token: string, session_duration_minutes: number) => Promise<AuthResponseWithMfa>
>

const TYPE = 'stytch_token_type'
const TOKEN = 'token'

export function createAuthenticateUrlApi(handlers: UrlHandlers): AuthenticateUrlApi {
  const parseAuthenticateUrl: AuthenticateUrlApi['parseAuthenticateUrl'] = (href = here()) => {
    if (!href) return null
    const query = attempt(() => new URL(href).searchParams)
    if (!query) throw new UsageError('parseAuthenticateUrl', 'href', 'a URL')
    const tokenType = query.get(TYPE)
    const token = query.get(TOKEN)
    return tokenType && token ? { handled: handlers.has(tokenType), token, tokenType } : null
  }

  return {
    parseAuthenticateUrl,
    authenticateByUrl: async (options, href = here()) => {
      check('authenticateByUrl', options, 'session_duration_minutes')
      const parsed = parseAuthenticateUrl(href)
      const handler = parsed && handlers.get(parsed.tokenType)
      if (!handler) return parsed && { ...parsed, handled: false }
      if (options.clearParams ?? href === here()) clearParams()
      const { tokenType, token } = parsed
      const data = await handler(token, options.session_duration_minutes)
      return { handled: true, tokenType, data }
    },
  }
}

const here = () => (typeof location === 'object' ? location.href : '')

function clearParams() {
  const url = new URL(here())
  url.searchParams.delete(TYPE)
  url.searchParams.delete(TOKEN)
  history.replaceState(history.state, '', url)
}
