'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import { isSameOwner, ownerKey, ownerOf } from './keys.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import type { WriteOptions } from './write.ts'

/** What a write hook takes of TanStack Query's options: callbacks, `meta`, `scope`, `throwOnError`. */
export type WriteHookOptions<TAnswer, TVariables, TOnMutateResult = unknown> = Omit<
  UseMutationOptions<TAnswer, Error, TVariables, TOnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

/** The hook of a write. `mutate` takes what the method takes. */
export type WriteHook<TAnswer, TVariables = void> = <TOnMutateResult = unknown>(
  options?: WriteHookOptions<TAnswer, TVariables, TOnMutateResult>,
) => UseMutationResult<TAnswer, Error, TVariables, TOnMutateResult>

/**
 * The one statement of every write hook: the caller's callbacks join the factory's options, which win. When the
 * session changes hands the hook begins anew.
 */
export function useWrite<TAnswer, TVariables, TOnMutateResult>(
  factory: (client: B2BClient) => WriteOptions<TAnswer, TVariables>,
  options: WriteHookOptions<TAnswer, TVariables, TOnMutateResult> | undefined,
): UseMutationResult<TAnswer, Error, TVariables, TOnMutateResult> {
  const client = useOrgportalClient()
  // The same through all renders: a sign-in that is on its way is known by them (see `sendOnce`).
  const write = useMemo(() => factory(client), [factory, client])
  const result = useMutation({ ...options, ...write })
  const { reset } = result
  const queryClient = useQueryClient()
  useEffect(() => {
    const owner = ownerKey(client, ownerOf(client))
    const { mutationKey } = write
    return client.subscribe(() => {
      const isOver = !isSameOwner(owner, ownerKey(client, client.getSnapshot()))
      // A sign-in is nobody's, and outlives the change that it makes itself.
      const makesIt = mutationKey[3] === null && queryClient.isMutating({ mutationKey }) > 0
      // Now, and not after the next render, which would still show what the former member wrote.
      if (isOver && !makesIt) reset()
    })
  }, [client, queryClient, write, reset])
  return result
}
