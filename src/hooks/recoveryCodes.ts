'use client'

import type {
  RecoveryCodesOutput,
  RecoveryCodesRecoverInput,
  RecoveryCodesRecoverOutput,
} from '../client/recoveryCodes.ts'
import * as recoveryCodesMutations from './recoveryCodesMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Completes a begun sign-in, or adds to the session, by a recovery code, which is used up.
 *
 * @example recover.mutate({ organization_id, member_id, recovery_code, session_duration_minutes: 60 })
 */
export const useRecoveryCodesRecover: WriteHook<
  RecoveryCodesRecoverOutput,
  RecoveryCodesRecoverInput
> = (options) => useWrite(recoveryCodesMutations.recover, options)

/**
 * Makes new codes; the old ones are void. `reset()` when `data.recovery_codes` are noted.
 *
 * @example <button onClick={() => rotate.mutate()}>New codes</button>
 */
export const useRecoveryCodesRotate: WriteHook<RecoveryCodesOutput> = (options) =>
  useWrite(recoveryCodesMutations.rotate, options)

/**
 * The codes that are left, when asked for; they are not kept. `reset()` when they are not to be shown any more.
 *
 * @example <button onClick={() => codes.mutate()}>Show codes</button>
 */
export const useRecoveryCodesGet: WriteHook<RecoveryCodesOutput> = (options) =>
  useWrite(recoveryCodesMutations.get, options)
