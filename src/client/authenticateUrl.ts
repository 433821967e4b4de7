import type { TokenMethods } from './authenticateToken.ts'
import { check } from './check.ts'
import type { DiscoveryAuthResponse } from './discovery.ts'
import { UsageError } from './errors.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { SignIn } from './signIn.ts'
import { attempt } from './storage.ts'
import type { AuthResponseWithMfa, Open } from './types.ts'

/** The types that stand for a sign-in to an organization. */
type OrganizationTokenType =
  'oauth' | 'sso' | 'multi_tenant_magic_links' | 'multi_tenant_impersonation'
/** The types that stand for one without. */
type DiscoveryTokenType = 'discovery' | 'discovery_oauth'

/**
 * Value of `stytch_token_type` in an address that a mail or a provider sends people back to. A
 * `multi_tenant_passwords` token takes a new password, so it is not for `authenticateByUrl`.
 */
export type AuthenticateTokenType = Open<
  OrganizationTokenType | DiscoveryTokenType | 'multi_tenant_passwords'
>

export type ParsedAuthenticateUrl = {
  /** Whether `authenticateByUrl` knows what to do with this type. */
  handled: boolean
  token: string
  tokenType: AuthenticateTokenType
}

export type AuthenticateByUrlResult<P extends Project = RegisteredProject> =
  | { handled: true; tokenType: OrganizationTokenType; data: AuthResponseWithMfa<P> }
  | { handled: true; tokenType: DiscoveryTokenType; data: DiscoveryAuthResponse<P> }
  | { handled: false; tokenType: AuthenticateTokenType; token: string }

export interface AuthenticateUrlApi<P extends Project = RegisteredProject> {
  /**
   * The sign-in token of an address (this page's when left out); null when it has none.
   *
   * @throws UsageError when `href` is not an address.
   */
  parseAuthenticateUrl: (href?: string) => ParsedAuthenticateUrl | null
  /**
   * Signs in with the token of an address (this page's when left out): of a mailed link, OAuth, SSO or
   * impersonation, with an organization or without. Other token types are given back; null when there is
   * no token. The token is taken out of the browser's address bar before it is sent: by default when
   * `href` is this page's address. `session_duration_minutes` is at least 5.
   *
   * A mailed link with `stytch_redirect_type=reset_password` has a token of type `discovery` too, but for
   * `passwords.discovery.resetByEmail`: look for it before you call this.
   *
   * In the window of a test sign-in (`AdminPortalSSO`) nobody is signed in: the token is handed over to the portal, the
   * window closes, and the promise is pending until then.
   *
   * @throws ApiError when the token is refused.
   * @example
   * const result = await client.authenticateByUrl({ session_duration_minutes: 60 })
   * if (result?.handled && !('member' in result.data)) chooseAmong(result.data.discovered_organizations)
   */
  authenticateByUrl: (
    options: { session_duration_minutes: number; clearParams?: boolean },
    href?: string,
  ) => Promise<AuthenticateByUrlResult<P> | null>
}

const TYPE = 'stytch_token_type'
const TOKEN = 'token'
/** Those that `authenticateToken` has a method for. */
const HANDLED = /^(oauth|sso|multi_tenant_(magic_links|impersonation)|discovery(_oauth)?)$/

export function createAuthenticateUrlApi(
  loadSignIn: () => Promise<SignIn>,
  methods: TokenMethods,
): AuthenticateUrlApi {
  const parseAuthenticateUrl: AuthenticateUrlApi['parseAuthenticateUrl'] = (href = here()) => {
    if (!href) return null
    const query = attempt(() => new URL(href).searchParams)
    if (!query) throw new UsageError('parseAuthenticateUrl', 'href', 'a URL')
    const tokenType = query.get(TYPE)
    const token = query.get(TOKEN)
    return tokenType && token ? { handled: HANDLED.test(tokenType), token, tokenType } : null
  }

  return {
    parseAuthenticateUrl,
    authenticateByUrl: async (options, href = here()) => {
      check('authenticateByUrl', options, 'session_duration_minutes')
      const parsed = parseAuthenticateUrl(href)
      if (!parsed?.handled) return parsed && { ...parsed, handled: false }
      // At once: who calls twice, as React's StrictMode does, must not find the token twice.
      if (options.clearParams ?? href === here()) clearParams()
      const { authenticateToken } = await loadSignIn()
      return authenticateToken(methods, parsed, options.session_duration_minutes)
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
