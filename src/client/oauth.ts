import type { DiscoveryAuthResponse } from './discovery.ts'
import type { GoogleOneTapApi } from './googleOneTap.ts'
import { ADOPTS, INTERMEDIATE, PROTECTED, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { Starts } from './start.ts'
import type { AuthResponseWithMfa, Locale, RequestOptions } from './types.ts'

/** What the provider gave the project, to use its own API with. Google One Tap gives no tokens. */
export interface OAuthProviderValues {
  access_token: string
  id_token: string
  refresh_token: string
  scopes: string[]
  expires_at: string
}

interface OAuthAsks {
  /** Asked for beside the usual ones: a list, or a text with spaces between. */
  custom_scopes?: string[] | string
  /** Parameters for the provider itself, such as `login_hint`. */
  provider_params?: Record<string, string>
}

/** Which organization: its id or its slug, one of the two. */
export type OAuthStartInput = OAuthAsks & {
  /** Where people come back to who are members already; the project's default when left out. */
  login_redirect_url?: string
  /** Where people come back to who are not members yet; the project's default when left out. */
  signup_redirect_url?: string
} & ({ organization_id: string } | { organization_slug: string })

export interface OAuthDiscoveryStartInput extends OAuthAsks {
  /** Where people come back to; the project's default when left out. */
  discovery_redirect_url?: string
}

export interface OAuthAuthenticateInput {
  /** The `token` of the address with `stytch_token_type=oauth`. */
  oauth_token: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export type OAuthAuthenticateOutput<P extends Project = RegisteredProject> =
  AuthResponseWithMfa<P> & {
    provider_values: OAuthProviderValues
  }

/**
 * One provider. Both methods leave the page; people come back with a token. Their promises are pending until
 * the page is gone.
 */
export interface OAuthProviderApi {
  /** Begins to sign in to an organization. Go on with `oauth.authenticate` (or `authenticateByUrl`). */
  start: (input: OAuthStartInput) => Promise<void>
  readonly discovery: {
    /** The same without naming an organization. Go on with `oauth.discovery.authenticate`. */
    start: (input?: OAuthDiscoveryStartInput) => Promise<void>
  }
}

/** Signing in by an account at Google, Microsoft, HubSpot, Slack or GitHub. */
export interface OAuthApi<P extends Project = RegisteredProject> {
  readonly google: OAuthProviderApi
  readonly microsoft: OAuthProviderApi
  readonly hubspot: OAuthProviderApi
  readonly slack: OAuthProviderApi
  readonly github: OAuthProviderApi
  readonly googleOneTap: GoogleOneTapApi
  /**
   * Signs in with the token that people come back with. The answer either has a session, or says what is
   * still required (`member_authenticated: false`); the client's status follows.
   *
   * @throws ApiError `oauth_token_not_found`; `pkce_mismatch` in another browser;
   *   `oauth_tenant_jit_provisioning_not_allowed` for somebody who may not join.
   */
  authenticate: (
    input: OAuthAuthenticateInput,
    options?: RequestOptions,
  ) => Promise<OAuthAuthenticateOutput<P>>
  readonly discovery: {
    /**
     * Proves an address with the token that people come back with, and finds the organizations of its
     * owner: the `token` of the address with `stytch_token_type=discovery_oauth`.
     *
     * @throws ApiError `oauth_token_not_found`, `pkce_mismatch`.
     */
    authenticate: (
      input: { discovery_oauth_token: string },
      options?: RequestOptions,
    ) => Promise<DiscoveryAuthResponse<P>>
  }
}

export function createOAuthApi(
  { method }: Methods,
  starts: Starts,
  googleOneTap: GoogleOneTapApi,
): OAuthApi {
  const proves = { pkce: ['oauth'] } as const

  const provider = (name: string): OAuthProviderApi => ({
    start: starts(`/v1/b2b/public/oauth/${name}/start`, 'oauth', 'organization_id'),
    discovery: {
      start: starts(`/v1/b2b/public/oauth/${name}/discovery/start`, 'oauth'),
    },
  })

  return {
    google: provider('google'),
    microsoft: provider('microsoft'),
    hubspot: provider('hubspot'),
    slack: provider('slack'),
    github: provider('github'),
    googleOneTap,
    authenticate: method(
      'POST /b2b/oauth/authenticate oauth_token session_duration_minutes',
      proves,
      INTERMEDIATE,
      PROTECTED,
      ADOPTS,
    ),
    discovery: {
      authenticate: method(
        'POST /b2b/oauth/discovery/authenticate discovery_oauth_token',
        proves,
        PROTECTED,
        ADOPTS,
      ),
    },
  }
}
