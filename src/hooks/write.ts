import {
  useMutation,
  type MutationFunctionContext,
  type QueryClient,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { isApiError, isNetworkError } from '../client/errors.ts'
import { identityKey, operationKey, sameIdentity } from './keys.ts'
import type { OrgportalKey, ReadData, ReadName } from './keys.ts'

/**
 * What a write does to what is already known. A plain table: it stands beside the mutations, and
 * `writeOptions` is the one place that carries it out.
 */
export interface Effects<TAnswer, TVariables> {
  /** The reads that the answer makes current. Given nothing (undefined), a read stays as it is. */
  writes?: {
    [Name in ReadName]?: (
      answer: TAnswer,
      variables: TVariables,
      before: ReadData[Name] | undefined,
    ) => ReadData[Name] | undefined
  }
  /** The reads that must be asked again: always, or when this field was sent. */
  invalidates?: { readonly [Name in ReadName]?: true | FieldOf<TVariables> }
  /** Records of the client itself to fetch again: always, or when this field was sent. */
  refreshes?: { readonly organization?: true | FieldOf<TVariables> }
}

type FieldOf<TVariables> = Extract<keyof NonNullable<TVariables>, string>

/** The effects of the methods `Name` of a part of the client. */
export type EffectsOf<TApi, Name extends keyof TApi> = {
  readonly [Method in Name]: TApi[Method] extends (
    variables: infer TVariables,
    ...rest: never
  ) => Promise<infer TAnswer>
    ? Effects<TAnswer, TVariables>
    : never
}

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
}

/** What a write hook takes of TanStack Query's options: callbacks, `meta`, `scope`, `throwOnError`. */
export type WriteHookOptions<TAnswer, TVariables, TOnMutateResult = unknown> = Omit<
  UseMutationOptions<TAnswer, Error, TVariables, TOnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

interface WriteSettings<TAnswer, TVariables> {
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
  send: (variables: TVariables) => Promise<TAnswer>,
  { effects = {}, secret = false }: WriteSettings<TAnswer, TVariables> = {},
): WriteOptions<TAnswer, TVariables> {
  const { identity } = client.getSnapshot()
  return {
    mutationKey: operationKey(identityKey(client, identity), name),
    mutationFn: async (variables, { client: queryClient }) => {
      // The session as it is now: a dialog may outlive the session that it was opened in.
      const sender = client.getSnapshot().identity
      const owner = identityKey(client, sender)
      const isStillOurs = () =>
        sender !== null && sameIdentity(client.getSnapshot().identity, sender)
      try {
        const answer = await send(variables)
        if (isStillOurs()) {
          applyEffects(client, queryClient, owner, effects, answer, variables)
        }
        return answer
      } catch (error) {
        if (isStillOurs() && mayBeStale(error)) invalidateAll(queryClient, owner, effects)
        throw error
      }
    },
    retry: false,
    networkMode: 'always',
    ...(secret && { gcTime: 0 }),
  }
}

/**
 * Builds the options of a write that changes who is signed in. It belongs to no member, so that
 * its result outlives the switch; it holds session tokens, so it is not kept either.
 */
export function signInOptions<TAnswer, TVariables>(
  client: B2BClient,
  name: string,
  send: (variables: TVariables) => Promise<TAnswer>,
): WriteOptions<TAnswer, TVariables> {
  return {
    mutationKey: operationKey(identityKey(client, null), name),
    mutationFn: send,
    retry: false,
    networkMode: 'always',
    gcTime: 0,
  }
}

/** The one statement of every write hook: the caller's callbacks join the factory's options, which win. */
export function useWrite<TAnswer, TVariables, TOnMutateResult>(
  write: WriteOptions<TAnswer, TVariables>,
  options: WriteHookOptions<TAnswer, TVariables, TOnMutateResult> | undefined,
): UseMutationResult<TAnswer, Error, TVariables, TOnMutateResult> {
  return useMutation({ ...options, ...write })
}

function applyEffects<TAnswer, TVariables>(
  client: B2BClient,
  queryClient: QueryClient,
  owner: OrgportalKey,
  { writes = {}, invalidates = {}, refreshes = {} }: Effects<TAnswer, TVariables>,
  answer: TAnswer,
  variables: TVariables,
): void {
  for (const name of namesOf(writes)) {
    writeRead(queryClient, owner, name, writes, answer, variables)
  }
  for (const name of namesOf(invalidates)) {
    if (applies(invalidates[name], variables)) invalidate(queryClient, owner, name)
  }
  // Not awaited: the write is done, and what is only near it must not hold it up or fail it.
  if (applies(refreshes.organization, variables)) client.organization.get().catch(ignoreFailedRead)
}

/** Writes to each variant of the read that is in the cache, and to the plain one if it is not yet. */
function writeRead<Name extends ReadName, TAnswer, TVariables>(
  queryClient: QueryClient,
  owner: OrgportalKey,
  name: Name,
  writes: NonNullable<Effects<TAnswer, TVariables>['writes']>,
  answer: TAnswer,
  variables: TVariables,
): void {
  const plainKey = operationKey(owner, name)
  const keys = queryClient
    .getQueryCache()
    .findAll({ queryKey: plainKey })
    .map((query) => query.queryKey)
  if (queryClient.getQueryState(plainKey) === undefined) keys.push(plainKey)
  for (const queryKey of keys) {
    const data = writes[name]?.(
      answer,
      variables,
      queryClient.getQueryData<ReadData[Name]>(queryKey),
    )
    if (data === undefined) continue
    // A read on its way was sent before the write and could overwrite its result.
    void queryClient.cancelQueries({ queryKey, exact: true })
    queryClient.setQueryData(queryKey, data)
  }
}

/** Not awaited for the same reason: the lists show that they are being read again. */
function invalidate(queryClient: QueryClient, owner: OrgportalKey, name: ReadName): void {
  void queryClient.invalidateQueries({ queryKey: operationKey(owner, name) })
}

function invalidateAll<TAnswer, TVariables>(
  queryClient: QueryClient,
  owner: OrgportalKey,
  { writes = {}, invalidates = {} }: Effects<TAnswer, TVariables>,
): void {
  for (const name of [...namesOf(writes), ...namesOf(invalidates)]) {
    invalidate(queryClient, owner, name)
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

function applies<TVariables>(
  condition: true | FieldOf<TVariables> | undefined,
  variables: TVariables,
): boolean {
  if (typeof condition !== 'string') return condition === true
  return typeof variables === 'object' && variables !== null && condition in variables
}

function namesOf<T extends object>(table: T): Extract<keyof T, string>[] {
  const names: Extract<keyof T, string>[] = []
  for (const name in table) names.push(name)
  return names
}

function ignoreFailedRead(): void {
  // The record on hand stays; the next refresh of the session brings the new one.
}
