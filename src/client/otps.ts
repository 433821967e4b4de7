import type { DiscoveryAuthResponse } from './discovery.ts'
import type { MagicLinksAuthenticateOutput } from './magicLinks.ts'
import { ADOPTS, INTERMEDIATE, PROTECTED, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { MfaEnrollment } from './totp.ts'
import type { AuthResponse, Locale, RequestOptions, ResponseCommon } from './types.ts'

export interface OtpsEmailLoginOrSignupInput {
  organization_id: string
  email_address: string
  login_template_id?: string
  signup_template_id?: string
  locale?: Locale
  /** How long the code is good: 2 to 15, 10 when left out. */
  login_expiration_minutes?: number
  /** How long the code is good: 2 to 15, 10 when left out. */
  signup_expiration_minutes?: number
}

export interface OtpsEmailAuthenticateInput {
  /** Six digits. */
  code: string
  email_address: string
  organization_id: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export interface OtpsEmailDiscoverySendInput {
  email_address: string
  login_template_id?: string
  locale?: Locale
  /** How long the code is good: 2 to 15, 10 when left out. */
  discovery_expiration_minutes?: number
}

export interface OtpsSmsSendInput {
  organization_id: string
  member_id: string
  /** E.164. For a member who has none yet; becomes the member's once a code was given. */
  mfa_phone_number?: string
  locale?: Locale
  /** Whether the text is written so that a phone fills the code in. */
  enable_autofill?: boolean
  /** The session duration that is written into such a text: 5 when left out. */
  autofill_session_duration_minutes?: number
}

export interface OtpsSmsAuthenticateInput {
  organization_id: string
  member_id: string
  /** Six digits. */
  code: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  set_mfa_enrollment?: MfaEnrollment
}

/** Signing in by a code: mailed as a first factor, in a text message as a second one. Only the newest is good. */
export interface OtpsApi<P extends Project = RegisteredProject> {
  readonly email: {
    /**
     * Mails a code to sign in, and to join where the organization allows that.
     *
     * @throws ApiError `email_jit_provisioning_not_allowed`, `invalid_email_for_jit_provisioning`,
     *   `inactive_email`, `organization_not_found`.
     */
    loginOrSignup: (
      input: OtpsEmailLoginOrSignupInput,
      options?: RequestOptions,
    ) => Promise<ResponseCommon>
    /**
     * Signs in by a mailed code. The answer either has a session, or says what is still required
     * (`member_authenticated: false`); the client's status follows.
     *
     * @throws ApiError `otp_code_not_found`, `invalid_code`.
     */
    authenticate: (
      input: OtpsEmailAuthenticateInput,
      options?: RequestOptions,
    ) => Promise<MagicLinksAuthenticateOutput<P>>
    /** The same without naming an organization. */
    readonly discovery: {
      /**
       * Mails a code.
       *
       * @throws ApiError `invalid_email`, `inactive_email`.
       */
      send: (
        input: OtpsEmailDiscoverySendInput,
        options?: RequestOptions,
      ) => Promise<ResponseCommon>
      /**
       * Proves an address by a mailed code, and finds the organizations of its owner.
       *
       * @throws ApiError `otp_code_not_found`.
       */
      authenticate: (
        input: { code: string; email_address: string },
        options?: RequestOptions,
      ) => Promise<DiscoveryAuthResponse<P>>
    }
  }
  readonly sms: {
    /**
     * Sends a code, good for 2 minutes. For a member with a second factor it takes a session or a begun
     * sign-in.
     *
     * @throws ApiError `invalid_phone_number`, `unsubscribed_phone_number`, `member_phone_number_not_found`,
     *   `operation_restricted_by_organization_mfa_methods`.
     */
    send: (input: OtpsSmsSendInput, options?: RequestOptions) => Promise<ResponseCommon>
    /**
     * Completes a begun sign-in (or adds to a session) by a code.
     *
     * @throws ApiError `otp_code_not_found`, `invalid_code`, `intermediate_session_not_found`.
     */
    authenticate: (
      input: OtpsSmsAuthenticateInput,
      options?: RequestOptions,
    ) => Promise<AuthResponse<P>>
  }
}

export function createOtpsApi({ method }: Methods): OtpsApi {
  return {
    email: {
      loginOrSignup: method(
        'POST /b2b/otps/email/login_or_signup email_address organization_id',
        PROTECTED,
      ),
      authenticate: method(
        'POST /b2b/otps/email/authenticate code email_address organization_id session_duration_minutes',
        INTERMEDIATE,
        PROTECTED,
        ADOPTS,
      ),
      discovery: {
        send: method('POST /b2b/otps/email/discovery/send email_address', PROTECTED),
        authenticate: method(
          'POST /b2b/otps/email/discovery/authenticate code email_address',
          PROTECTED,
          ADOPTS,
        ),
      },
    },
    sms: {
      send: method('POST /b2b/otps/sms/send organization_id member_id', INTERMEDIATE, PROTECTED),
      authenticate: method(
        'POST /b2b/otps/sms/authenticate organization_id member_id code session_duration_minutes',
        INTERMEDIATE,
        PROTECTED,
        ADOPTS,
      ),
    },
  }
}
