'use client'

import type { AuthenticateByUrlResult } from '../client/authenticateUrl.ts'
import * as clientMutations from './clientMutations.ts'
import type { AuthenticateByUrlInput } from './clientMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Signs in with the token that the URL carries. `data` is null where it carries none, and has
 * `handled: false` where its kind is for the app to handle. In an effect it needs no guard: a token is sent once.
 *
 * @example
 * const { mutate } = useAuthenticateByUrl()
 * useEffect(() => mutate({ session_duration_minutes: 60 }), [mutate])
 */
export const useAuthenticateByUrl: WriteHook<
  AuthenticateByUrlResult | null,
  AuthenticateByUrlInput
> = (options) => useWrite(clientMutations.authenticateByUrl, options)
