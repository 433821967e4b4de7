import type { UseMutationResult } from '@tanstack/react-query'
import type { AuthenticateByUrlResult } from '../client/authenticateUrl.ts'
import type { B2BClient } from '../client/B2BClient.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { signInOptions, useWrite } from './write.ts'
import type { WriteHookOptions, WriteOptions } from './write.ts'

export interface AuthenticateByUrlInput {
  session_duration_minutes: number
  /**
   * Whether the token is taken out of the address bar, before it is sent. When left out: where the
   * URL is the page's own.
   */
  clearParams?: boolean
  /** The URL to read; the page's own when left out. */
  href?: string
}

/** Signing in from a URL, as options for TanStack Query. */
export const authenticateUrlMutations = {
  /**
   * Signs in with the token that the URL carries, if any.
   *
   * @example useMutation(authenticateUrlMutations.authenticateByUrl(client))
   */
  authenticateByUrl: (
    client: B2BClient,
  ): WriteOptions<AuthenticateByUrlResult | null, AuthenticateByUrlInput> =>
    signInOptions(client, 'client.authenticateByUrl', ({ href, ...options }) =>
      client.authenticateByUrl(options, href),
    ),
}

/**
 * Signs in with the token that the URL carries. `data` is null where it carries none, and has
 * `handled: false` where its kind is for the app to handle.
 *
 * @example
 * const { mutate } = useAuthenticateByUrl()
 * useEffect(() => mutate({ session_duration_minutes: 60 }), [mutate])
 */
export function useAuthenticateByUrl<TOnMutateResult = unknown>(
  options?: WriteHookOptions<
    AuthenticateByUrlResult | null,
    AuthenticateByUrlInput,
    TOnMutateResult
  >,
): UseMutationResult<
  AuthenticateByUrlResult | null,
  Error,
  AuthenticateByUrlInput,
  TOnMutateResult
> {
  return useWrite(authenticateUrlMutations.authenticateByUrl(useOrgportalClient()), options)
}
