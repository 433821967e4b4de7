import { ADOPTS, INTERMEDIATE, PROTECTED, RENEWS_MEMBER, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { AuthResponse, MemberResponse, Open, RequestOptions } from './types.ts'

export interface TotpCreateInput {
  organization_id: string
  member_id: string
  /** How long the first code may be waited for: 5 to 1440, 60 when left out. */
  expiration_minutes?: number
}

export type TotpCreateOutput<P extends Project = RegisteredProject> = MemberResponse<P> & {
  totp_registration_id: string
  /** Base32, for who types it into the app instead of scanning: SHA-1, 6 digits, 30 seconds. */
  secret: string
  /** A data URI: the `src` of an image. */
  qr_code: string
  /** Each good for one sign-in without the app. Shown this once. */
  recovery_codes: string[]
}

/** Whether a second factor is needed at each sign-in from now on. */
export type MfaEnrollment = Open<'enroll' | 'unenroll'>

export interface TotpAuthenticateInput {
  organization_id: string
  member_id: string
  /** Six digits. */
  code: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  set_mfa_enrollment?: MfaEnrollment
  /** Whether the app becomes the member's default second factor. */
  set_default_mfa?: boolean
}

/** Codes of an authenticator app, as a second factor. */
export interface TotpApi<P extends Project = RegisteredProject> {
  /**
   * Begins to register an authenticator app. It counts once a first code was given to `authenticate`.
   * Who has a second factor already needs a session or a begun sign-in.
   *
   * @throws ApiError `active_totp_exists`, `pending_totp_exists`,
   *   `operation_restricted_by_organization_mfa_methods`.
   */
  create: (input: TotpCreateInput, options?: RequestOptions) => Promise<TotpCreateOutput<P>>
  /**
   * Completes a begun sign-in (or adds to a session) by a code.
   *
   * @throws ApiError `unable_to_authenticate_totp`, `totp_code_already_authenticated`, `expired_totp`,
   *   `totp_not_found`.
   */
  authenticate: (input: TotpAuthenticateInput, options?: RequestOptions) => Promise<AuthResponse<P>>
}

export const createTotpApi = ({ method }: Methods): TotpApi => ({
  create: method(
    'POST /b2b/totp organization_id member_id',
    INTERMEDIATE,
    PROTECTED,
    RENEWS_MEMBER,
  ),
  authenticate: method(
    'POST /b2b/totp/authenticate organization_id member_id code session_duration_minutes',
    INTERMEDIATE,
    PROTECTED,
    ADOPTS,
  ),
})
