import { ADOPTS, EMPTY_BODY, INTERMEDIATE, PROTECTED, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { AuthResponse, RequestOptions, ResponseCommon } from './types.ts'

export interface RecoveryCodesRecoverInput {
  organization_id: string
  member_id: string
  /** As it was shown: `xxxx-xxxx-xxxx`. */
  recovery_code: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
}

export type RecoveryCodesRecoverOutput<P extends Project = RegisteredProject> = AuthResponse<P> & {
  recovery_codes_remaining: number
}
export type RecoveryCodesOutput = ResponseCommon & { recovery_codes: string[] }

/** For who has lost the authenticator app: codes that are each good once. */
export interface RecoveryCodesApi<P extends Project = RegisteredProject> {
  /**
   * Completes a begun sign-in (or adds to a session) by a recovery code, which is used up.
   *
   * @throws ApiError `unable_to_authenticate_recovery_code`, `no_active_recovery_code_backed_factor`.
   */
  recover: (
    input: RecoveryCodesRecoverInput,
    options?: RequestOptions,
  ) => Promise<RecoveryCodesRecoverOutput<P>>
  /**
   * Makes new codes; the old ones are void. Needs a session.
   *
   * @throws ApiError `recovery_codes_not_found`, `no_active_recovery_code_backed_factor`.
   */
  rotate: (options?: RequestOptions) => Promise<RecoveryCodesOutput>
  /**
   * The codes that are left. Needs a session.
   *
   * @throws ApiError `recovery_codes_not_found`.
   */
  get: (options?: RequestOptions) => Promise<RecoveryCodesOutput>
}

const CODES = '/b2b/recovery_codes'

export const createRecoveryCodesApi = ({ method, plain }: Methods): RecoveryCodesApi => ({
  recover: method(
    `POST ${CODES}/recover organization_id member_id recovery_code session_duration_minutes`,
    INTERMEDIATE,
    PROTECTED,
    ADOPTS,
  ),
  rotate: plain(`POST ${CODES}/rotate`, EMPTY_BODY, PROTECTED),
  get: plain(`GET ${CODES}`),
})
