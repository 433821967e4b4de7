'use client'

import { QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import { invalidateEffects } from './effects.ts'
import { isSameOwner, ownerKey, ownerOf } from './keys.ts'
import { SessionChangedError } from './read.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import type { WriteOptions } from './write.ts'

/** One kind of write, for many of them. */
export interface WriteMany<TAnswer, TVariables> {
  /**
   * Sends one. What is cached stays as it is. Rejects with a `SessionChangedError`, and sends nothing, once the session
   * is another's.
   */
  send: (variables: TVariables) => Promise<TAnswer>
  /** Marks stale, once for all that was sent since the last time, what such a write does something to. */
  settle: () => void
}

/**
 * A write for runs over many records. A hook such as `useOrganizationMembersUpdate` brings every cached list up to date
 * after each write; over thousands that is thousands of renders, and of requests for lists that are read again. Here
 * nothing is shown until `settle` is called: at pauses, and at the end. The functions stay good after the component
 * is gone.
 *
 * @example
 * const update = useWriteMany(organizationMembersMutations.update)
 * for (const member_id of ids) await update.send({ member_id, is_breakglass: false })
 * update.settle()
 */
export function useWriteMany<TAnswer, TVariables>(
  factory: (client: B2BClient) => WriteOptions<TAnswer, TVariables>,
): WriteMany<TAnswer, TVariables> {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  return useMemo(() => writeMany(factory, client, queryClient), [factory, client, queryClient])
}

function writeMany<TAnswer, TVariables>(
  factory: (client: B2BClient) => WriteOptions<TAnswer, TVariables>,
  client: B2BClient,
  queryClient: QueryClient,
): WriteMany<TAnswer, TVariables> {
  const owner = ownerKey(client, ownerOf(client))
  const isStillOurs = () => isSameOwner(owner, ownerKey(client, client.getSnapshot()))
  const { mutationFn, mutationKey, effects } = factory(client)
  // What the write does to a cache it does to this one, in which nothing is.
  const scratch = new QueryClient()
  let last: { variables: TVariables } | null = null
  return {
    send: async (variables) => {
      if (!isStillOurs()) {
        throw new SessionChangedError('orgportal: a write of many is of a session that is over.')
      }
      last = { variables }
      return mutationFn(variables, { client: scratch, meta: undefined, mutationKey })
    },
    settle: () => {
      if (last === null || !isStillOurs()) return
      const { variables } = last
      last = null
      invalidateEffects(client, queryClient, owner, effects, variables)
    },
  }
}
