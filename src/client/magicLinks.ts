import type { DiscoveryAuthResponse } from './discovery.ts'
import { ADOPTS, INTERMEDIATE, PROTECTED, type Methods } from './method.ts'
import type {
  Loose,
  MemberUntrustedMetadata,
  Project,
  RoleId,
  RegisteredProject,
} from './project.ts'
import type {
  AuthResponseWithMfa,
  Locale,
  MemberResponse,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

export interface MagicLinksAuthenticateInput {
  /** The `token` of the address with `stytch_token_type=multi_tenant_magic_links`. */
  magic_links_token: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export type MagicLinksAuthenticateOutput<P extends Project = RegisteredProject> =
  AuthResponseWithMfa<P> & {
    /** The address that was proved. */
    method_id: string
  }

export interface MagicLinksLoginOrSignupInput {
  email_address: string
  organization_id: string
  /** Where the link leads for members; the project's default when left out. */
  login_redirect_url?: string
  /** Where the link leads for who is not a member yet; the project's default when left out. */
  signup_redirect_url?: string
  login_template_id?: string
  signup_template_id?: string
  locale?: Locale
  /** How long the link is good: 5 to 10080, 60 when left out. */
  login_expiration_minutes?: number
  /** How long the link is good: 5 to 10080, 60 when left out. */
  signup_expiration_minutes?: number
}

export interface MagicLinksInviteInput<P extends Project = RegisteredProject> {
  email_address: string
  /** Where the link leads; the project's default when left out. */
  invite_redirect_url?: string
  invite_template_id?: string
  name?: string
  untrusted_metadata?: Partial<MemberUntrustedMetadata<P>>
  locale?: Locale
  roles?: RoleId<P>[]
  /** How long the link is good: 5 to 10080, 10080 (a week) when left out. */
  invite_expiration_minutes?: number
}

export interface MagicLinksDiscoverySendInput {
  email_address: string
  /** Where the link leads; the project's default when left out. */
  discovery_redirect_url?: string
  login_template_id?: string
  locale?: Locale
  /** How long the link is good: 5 to 10080, 60 when left out. */
  discovery_expiration_minutes?: number
}

/** Signing in by a link that was mailed. A link is good once. */
export interface MagicLinksApi<P extends Project = RegisteredProject> {
  readonly email: {
    /**
     * Mails a link to sign in, and to join where the organization allows that.
     *
     * @throws ApiError `email_jit_provisioning_not_allowed`, `invalid_email_for_jit_provisioning`,
     *   `inactive_email`, `organization_not_found`, `no_match_for_provided_magic_link_url`.
     */
    loginOrSignup: (
      input: MagicLinksLoginOrSignupInput,
      options?: RequestOptions,
    ) => Promise<ResponseCommon>
    /**
     * Invites somebody into the signed-in member's organization.
     *
     * @rbac stytch.member create
     * @throws ApiError `session_authorization_error`, `user_already_invited`, `invalid_email_for_invites`,
     *   `duplicate_member_email`, `invalid_role`.
     */
    invite: Loose<
      (input: MagicLinksInviteInput<P>, options?: RequestOptions) => Promise<MemberResponse<P>>
    >
    readonly discovery: {
      /**
       * Mails a link to sign in without naming an organization.
       *
       * @throws ApiError `invalid_email`, `inactive_email`, `invalid_discovery_redirect_url`.
       */
      send: (
        input: MagicLinksDiscoverySendInput,
        options?: RequestOptions,
      ) => Promise<ResponseCommon>
    }
  }
  /**
   * Signs in with the token of a link that was mailed. The answer either has a session, or says what
   * is still required (`member_authenticated: false`); the client's status follows.
   *
   * @throws ApiError `unable_to_auth_magic_link` when the link was used or is too old; `pkce_mismatch`
   *   when it belongs to another browser.
   */
  authenticate: (
    input: MagicLinksAuthenticateInput,
    options?: RequestOptions,
  ) => Promise<MagicLinksAuthenticateOutput<P>>
  readonly discovery: {
    /**
     * Proves an address by the token of a link that was mailed, and finds the organizations of its owner:
     * the `token` of the address with `stytch_token_type=discovery`.
     *
     * @throws ApiError `unable_to_auth_magic_link`, `pkce_mismatch`.
     */
    authenticate: (
      input: { discovery_magic_links_token: string },
      options?: RequestOptions,
    ) => Promise<DiscoveryAuthResponse<P>>
  }
}

export function createMagicLinksApi({ method }: Methods): MagicLinksApi {
  const asksChallenge = { challenge: 'magic_links' } as const
  return {
    email: {
      loginOrSignup: method(
        'POST /b2b/magic_links/email/login_or_signup email_address organization_id',
        asksChallenge,
      ),
      invite: method('POST /b2b/magic_links/email/invite email_address'),
      discovery: {
        send: method(
          'POST /b2b/magic_links/email/discovery/send email_address',
          asksChallenge,
          PROTECTED,
        ),
      },
    },
    authenticate: method(
      'POST /b2b/magic_links/authenticate magic_links_token session_duration_minutes',
      // A password reset mail has a link to skip the reset, which is a magic link.
      { pkce: ['passwords', 'magic_links'] },
      INTERMEDIATE,
      PROTECTED,
      ADOPTS,
    ),
    discovery: {
      authenticate: method(
        'POST /b2b/magic_links/discovery/authenticate discovery_magic_links_token',
        { pkce: ['magic_links'] },
        PROTECTED,
        ADOPTS,
      ),
    },
  }
}
