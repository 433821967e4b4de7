import type { DiscoveryAuthResponse } from './discovery.ts'
import { ADOPTS, INTERMEDIATE, PROTECTED, READS, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type {
  AuthResponse,
  AuthResponseWithMfa,
  Locale,
  Open,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

/** What zxcvbn, which guesses, says of a password. */
export interface ZxcvbnFeedback {
  /** Empty when there is nothing to warn of. */
  warning: string
  suggestions: string[]
}

/** What a password has, and has not, of the four kinds of characters and in length. */
export interface LudsFeedback {
  has_lower_case: boolean
  has_upper_case: boolean
  has_digit: boolean
  has_symbol: boolean
  /** How many more kinds are needed. */
  missing_complexity: number
  /** How many more characters are needed. */
  missing_characters: number
}

/** How good a password is by the project's policy. */
export interface PasswordStrength {
  valid_password: boolean
  /** 0 to 4, by zxcvbn; from 3 on it is good enough. */
  score: number
  /** Whether it is in a public list of stolen passwords. */
  breached_password: boolean
  /** Whether a breached one is refused when a password is set. */
  breach_detection_on_create: boolean
  /** Which of the two feedbacks counts. */
  strength_policy: Open<'luds' | 'zxcvbn'>
  zxcvbn_feedback: ZxcvbnFeedback
  luds_feedback: LudsFeedback
}

export interface PasswordsAuthenticateInput {
  organization_id: string
  email_address: string
  password: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export interface PasswordsDiscoveryResetByEmailStartInput {
  email_address: string
  /** Where the mail's link leads that skips the reset; the project's default when left out. */
  discovery_redirect_url?: string
  /** Where the mail's link leads; the project's default when left out. */
  reset_password_redirect_url?: string
  /** How long the link is good: 5 to 10080, 30 when left out. */
  reset_password_expiration_minutes?: number
  reset_password_template_id?: string
  /** Used instead where the address is not verified yet. */
  verify_email_template_id?: string
  locale?: Locale
}

export type PasswordsResetByEmailStartInput = Omit<
  PasswordsDiscoveryResetByEmailStartInput,
  'discovery_redirect_url'
> & {
  organization_id: string
  /** Where the mail's link leads that skips the reset; the project's default when left out. */
  login_redirect_url?: string
}

export interface PasswordsResetByEmailInput {
  /** The `token` of the address with `stytch_token_type=multi_tenant_passwords`. */
  password_reset_token: string
  /** The new one. */
  password: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export interface PasswordsResetByExistingPasswordInput {
  organization_id: string
  email_address: string
  existing_password: string
  new_password: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export type PasswordsStrengthCheckOutput = ResponseCommon & PasswordStrength

export type PasswordsDiscoveryOutput<P extends Project = RegisteredProject> =
  DiscoveryAuthResponse<P> & {
    /** The organization that the reset was begun for, if for one. */
    organization_id_hint?: string | null
  }

/**
 * Signing in by password. Where an answer has no session it says what is still required
 * (`member_authenticated: false`); the client's status follows.
 */
export interface PasswordsApi<P extends Project = RegisteredProject> {
  /**
   * Signs in by email address and password.
   *
   * @throws ApiError `unauthorized_credentials` for a wrong password; `member_password_not_found`,
   *   `member_reset_password` and `breached_password` where a new one has to be set by
   *   `resetByEmailStart`; `user_lock_limit_reached` after too many attempts.
   */
  authenticate: (
    input: PasswordsAuthenticateInput,
    options?: RequestOptions,
  ) => Promise<AuthResponseWithMfa<P>>
  /**
   * Mails a link to set a new password, and one to sign in without (`magicLinks.authenticate`).
   *
   * @throws ApiError `organization_not_found`, `member_not_found`, `no_password_reset_redirect_url`.
   */
  resetByEmailStart: (
    input: PasswordsResetByEmailStartInput,
    options?: RequestOptions,
  ) => Promise<ResponseCommon>
  /**
   * Sets a new password with the token of the mail, and signs in. All other sessions of the member end.
   *
   * @throws ApiError `unable_to_auth_password_reset_token`, `weak_password`, `breached_password`,
   *   `pkce_mismatch` in another browser than the one that asked for the mail.
   */
  resetByEmail: (
    input: PasswordsResetByEmailInput,
    options?: RequestOptions,
  ) => Promise<AuthResponseWithMfa<P>>
  /**
   * Sets a new password with the old one, and signs in. All other sessions of the member end.
   *
   * @throws ApiError `member_password_not_found`, `password_does_not_match`, `weak_password`.
   */
  resetByExistingPassword: (
    input: PasswordsResetByExistingPasswordInput,
    options?: RequestOptions,
  ) => Promise<AuthResponseWithMfa<P>>
  /**
   * Sets a new password for who has signed in within the last 5 minutes. The member's other sessions end.
   *
   * @throws ApiError `session_too_old_to_reset_password`, `weak_password`, `breached_password`.
   */
  resetBySession: (
    input: { password: string },
    options?: RequestOptions,
  ) => Promise<AuthResponse<P>>
  /** How good a password would be. The address helps to find passwords that are made of it. Needs no session. */
  strengthCheck: (
    input: { email_address?: string; password: string },
    options?: RequestOptions,
  ) => Promise<PasswordsStrengthCheckOutput>
  /** The same for who has not chosen an organization yet, where one password is good for all of them. */
  readonly discovery: {
    /**
     * Proves an address by its password, and finds the organizations of its owner.
     *
     * @throws ApiError `member_password_not_found`, `member_reset_password`,
     *   `cross_org_passwords_not_enabled`.
     */
    authenticate: (
      input: { email_address: string; password: string },
      options?: RequestOptions,
    ) => Promise<PasswordsDiscoveryOutput<P>>
    /**
     * Mails a link to set a new password, and one to sign in without (`magicLinks.discovery.authenticate`).
     *
     * @throws ApiError `cross_org_passwords_not_enabled`, `no_password_reset_redirect_url`.
     */
    resetByEmailStart: (
      input: PasswordsDiscoveryResetByEmailStartInput,
      options?: RequestOptions,
    ) => Promise<ResponseCommon>
    /**
     * Sets a new password with the token of the mail: the `token` of the address with
     * `stytch_token_type=discovery` and `stytch_redirect_type=reset_password`.
     *
     * @throws ApiError `unable_to_auth_password_reset_token`, `weak_password`, `pkce_mismatch`.
     */
    resetByEmail: (
      input: { password_reset_token: string; password: string },
      options?: RequestOptions,
    ) => Promise<PasswordsDiscoveryOutput<P>>
  }
}

export function createPasswordsApi({ method }: Methods): PasswordsApi {
  const proves = { pkce: ['passwords'] } as const
  const shortName = { verifierName: 'code_verifier' } as const
  const keeps = { keepsVerifier: true } as const
  const asksChallenge = { challenge: 'passwords' } as const
  return {
    authenticate: method(
      'POST /b2b/passwords/authenticate organization_id email_address password session_duration_minutes',
      proves,
      shortName,
      keeps,
      INTERMEDIATE,
      PROTECTED,
      ADOPTS,
    ),
    resetByEmailStart: method(
      'POST /b2b/passwords/email/reset/start organization_id email_address',
      { challengeName: 'code_challenge' },
      asksChallenge,
      PROTECTED,
    ),
    resetByEmail: method(
      'POST /b2b/passwords/email/reset password_reset_token password session_duration_minutes',
      proves,
      shortName,
      INTERMEDIATE,
      PROTECTED,
      ADOPTS,
    ),
    resetByExistingPassword: method(
      'POST /b2b/passwords/existing_password/reset organization_id email_address existing_password new_password session_duration_minutes',
      PROTECTED,
      ADOPTS,
    ),
    resetBySession: method('POST /b2b/passwords/session/reset password', PROTECTED, ADOPTS),
    strengthCheck: method('POST /b2b/passwords/strength_check password', READS),
    discovery: {
      authenticate: method(
        'POST /b2b/passwords/discovery/authenticate email_address password',
        proves,
        shortName,
        keeps,
        PROTECTED,
        ADOPTS,
      ),
      resetByEmailStart: method(
        'POST /b2b/passwords/discovery/reset/start email_address',
        asksChallenge,
        PROTECTED,
      ),
      resetByEmail: method(
        'POST /b2b/passwords/discovery/reset password_reset_token password',
        proves,
        INTERMEDIATE,
        PROTECTED,
        ADOPTS,
      ),
    },
  }
}
