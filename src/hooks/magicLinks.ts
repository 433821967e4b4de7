import type { UseMutationResult } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type {
  MagicLinksAuthenticateInput,
  MagicLinksAuthenticateOutput,
} from '../client/magicLinks.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { signInOptions, useWrite } from './write.ts'
import type { WriteHookOptions, WriteOptions } from './write.ts'

/** The writes of magic links, as options for TanStack Query. */
export const magicLinksMutations = {
  /**
   * Signs in with the token of a magic link.
   *
   * @example useMutation(magicLinksMutations.authenticate(client))
   */
  authenticate: (
    client: B2BClient,
  ): WriteOptions<MagicLinksAuthenticateOutput, MagicLinksAuthenticateInput> =>
    signInOptions(client, 'magicLinks.authenticate', (input) =>
      client.magicLinks.authenticate(input),
    ),
}

/**
 * Signs in with the token of a magic link.
 *
 * @example signIn.mutate({ magic_links_token, session_duration_minutes: 60 })
 */
export function useMagicLinksAuthenticate<TOnMutateResult = unknown>(
  options?: WriteHookOptions<
    MagicLinksAuthenticateOutput,
    MagicLinksAuthenticateInput,
    TOnMutateResult
  >,
): UseMutationResult<
  MagicLinksAuthenticateOutput,
  Error,
  MagicLinksAuthenticateInput,
  TOnMutateResult
> {
  return useWrite(magicLinksMutations.authenticate(useOrgportalClient()), options)
}
