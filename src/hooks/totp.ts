'use client'

import type { TotpAuthenticateInput, TotpCreateInput, TotpCreateOutput } from '../client/totp.ts'
import type { AuthResponse } from '../client/types.ts'
import * as totpMutations from './totpMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Begins to register an authenticator app. `data` has secret, QR code and recovery codes this once: `reset()` when
 * they are noted. Where a sign-in demands the app, it is gone when the sign-in is complete: show the codes before.
 *
 * @example create.mutate({ organization_id, member_id })
 */
export const useTotpCreate: WriteHook<TotpCreateOutput, TotpCreateInput> = (options) =>
  useWrite(totpMutations.create, options)

/**
 * Completes a begun sign-in, or adds to the session, by a code of the app. The first one registers it.
 *
 * @example authenticate.mutate({ organization_id, member_id, code, session_duration_minutes: 60 })
 */
export const useTotpAuthenticate: WriteHook<AuthResponse, TotpAuthenticateInput> = (options) =>
  useWrite(totpMutations.authenticate, options)
