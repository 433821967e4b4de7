'use client'

import type { AuthResponseWithMfa } from '../client/types.ts'
import * as impersonationMutations from './impersonationMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Signs in as another member, with a token that the project's own staff has asked for. The session lasts 60 minutes.
 *
 * @example impersonate.mutate({ impersonation_token })
 */
export const useImpersonationAuthenticate: WriteHook<
  AuthResponseWithMfa,
  { impersonation_token: string }
> = (options) => useWrite(impersonationMutations.authenticate, options)
