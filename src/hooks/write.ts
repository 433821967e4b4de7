import type { MutationFunctionContext } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { isApiError, isNetworkError } from '../client/errors.ts'
import { applyEffects, invalidateEffects, type Effects } from './effects.ts'
import { ANYBODY, isSameOwner, operationKey, ownerKey, type OrgportalKey } from './keys.ts'
import { memberLists } from './memberEffects.ts'
import { sendOnce } from './sendOnce.ts'

/** The options of a write, for `useMutation` and for the QueryClient's mutation cache. */
export interface WriteOptions<TAnswer, TVariables> {
  mutationKey: OrgportalKey
  mutationFn: (variables: TVariables, context: MutationFunctionContext) => Promise<TAnswer>
  /** A write is sent once. */
  retry: false
  /** Offline it fails at once: what somebody gave up waiting for must not be sent later. */
  networkMode: 'always'
  /** 0 where the answer holds a secret: it is gone as soon as nobody shows it. */
  gcTime?: number
  /** What the write does to what is cached: to look at. The `mutationFn` carries it out. */
  effects: Effects<TAnswer, TVariables>
}

/** How a write is sent. */
export type Send<TAnswer, TVariables> = (variables: TVariables) => Promise<TAnswer>

export interface WriteSettings<TAnswer, TVariables> {
  effects?: Effects<TAnswer, TVariables>
  /** The answer or the variables hold a secret, which must not stay in the mutation cache. */
  secret?: boolean
}

/**
 * Builds the options of the write `name`. The effects are part of the `mutationFn`: they are done
 * before any callback runs, and no callback can take their place.
 */
export function writeOptions<TAnswer, TVariables>(
  client: B2BClient,
  name: string,
  send: Send<TAnswer, TVariables>,
  { effects = {}, secret = false }: WriteSettings<TAnswer, TVariables> = {},
): WriteOptions<TAnswer, TVariables> {
  const current = () => ownerKey(client, client.getSnapshot())
  // What anybody may know outlives a switch.
  const anybody = ownerKey(client, ANYBODY)
  return {
    mutationKey: operationKey(current(), name),
    mutationFn: async (variables, { client: queryClient }) => {
      // The session as it is now: a dialog may outlive the session that it was opened in.
      const owner = current()
      const isStillOurs = () => isSameOwner(owner, current())
      try {
        const answer = await send(variables)
        if (isStillOurs()) {
          applyEffects(client, queryClient, owner, effects, answer, variables)
        } else {
          invalidateEffects(client, queryClient, anybody, effects, variables)
        }
        return answer
      } catch (error) {
        if (mayBeStale(error)) {
          const whose = isStillOurs() ? owner : anybody
          invalidateEffects(client, queryClient, whose, effects, variables)
        }
        throw error
      }
    },
    retry: false,
    networkMode: 'always',
    ...(secret && { gcTime: 0 }),
    effects,
  }
}

/**
 * Builds the options of a write that changes who is signed in, or what is known of who is. It belongs to no member,
 * so that its result outlives the switch; it holds session tokens, so it is not kept either. The client's records
 * follow, and `<OrgportalProvider>` removes what was cached for a former member; where the member's record has
 * changed, other reads with it in them are stale.
 */
export function signInOptions<TAnswer, TVariables>(
  client: B2BClient,
  name: string,
  send: Send<TAnswer, TVariables>,
  invalidates: Effects<TAnswer, TVariables>['invalidates'] = {},
): WriteOptions<TAnswer, TVariables> {
  const effects: Effects<TAnswer, TVariables> = { invalidates: { ...memberLists, ...invalidates } }
  const sendOnly = sendOnce(send)
  return {
    mutationKey: operationKey(ownerKey(client, ANYBODY), name),
    mutationFn: async (variables, { client: queryClient }) => {
      const { member } = client.getSnapshot()
      const answer = await sendOnly(variables)
      const now = client.getSnapshot()
      // Before somebody is signed in, what a step has done to a member is not told.
      if (!now.member || now.member !== member) {
        applyEffects(client, queryClient, ownerKey(client, now), effects, answer, variables)
      }
      return answer
    },
    retry: false,
    networkMode: 'always',
    gcTime: 0,
    effects,
  }
}

/**
 * After a failure what we know may be out of date: it may have happened all the same, or it was
 * refused because somebody else was quicker. Not so where the request itself was turned away.
 */
function mayBeStale(error: unknown): boolean {
  if (!isApiError(error)) return isNetworkError(error)
  return ![401, 403, 429].includes(error.status_code)
}
