import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type DataTag,
  type InfiniteData,
  type PlaceholderDataFunction,
  type QueryFunctionContext,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionIdentity } from '../client/sessionStore.ts'
import { identityKey, isSameOwner, operationKey, sameIdentity } from './keys.ts'
import type { OrgportalKey, ReadData, ReadName } from './keys.ts'

/**
 * The options of a read, for whatever takes options: `useQuery`, `useSuspenseQuery`, `useQueries`,
 * the QueryClient's `query` (in older versions `fetchQuery`) and `getQueryData(options.queryKey)`.
 */
export interface ReadOptions<TData> {
  queryKey: DataTag<OrgportalKey, TData, Error>
  queryFn: (context: QueryFunctionContext<OrgportalKey>) => Promise<TData>
  /** False while it is not known who is signed in. */
  enabled: boolean
  /** The client itself repeats what is worth repeating. */
  retry: false
  /** Offline a read fails, visibly, instead of waiting for the network; back online it is made again. */
  networkMode: 'always'
  refetchOnReconnect: true
  /** Milliseconds. */
  staleTime: number
}

/** The options of a read that comes in pages, for `useInfiniteQuery` and its relatives. */
export interface InfiniteReadOptions<TPage> {
  queryKey: DataTag<OrgportalKey, InfiniteData<TPage>, Error>
  queryFn: (context: QueryFunctionContext<OrgportalKey, string | null>) => Promise<TPage>
  initialPageParam: string | null
  getNextPageParam: (lastPage: TPage) => string | null
  enabled: boolean
  retry: false
  networkMode: 'always'
  refetchOnReconnect: true
  staleTime: number
}

type Ours = 'queryKey' | 'queryFn' | 'retry' | 'retryDelay' | 'networkMode' | 'initialData'

/** What a read hook takes of TanStack Query's options: `select`, `enabled`, `refetchInterval`, …. */
export type ReadHookOptions<TQueryData, TData> = Omit<
  UseQueryOptions<TQueryData, Error, TData, OrgportalKey>,
  Ours
>

/** As `ReadHookOptions`, for the reads that come in pages. */
export type InfiniteReadHookOptions<TPage, TData> = Omit<
  UseInfiniteQueryOptions<TPage, Error, TData, OrgportalKey, string | null>,
  Ours | 'initialPageParam' | 'getNextPageParam'
>

/** The session changed hands while something was read for its former owner; the answer was dropped. */
export class SessionChangedError extends Error {
  override readonly name = 'SessionChangedError'
}

/** The client, not TanStack Query, decides what is sent again, and when. */
const sentOnce = { retry: false, networkMode: 'always', refetchOnReconnect: true } as const

/** How long an answer counts as fresh, in milliseconds, where the factory does not say otherwise. */
const STALE_TIME = 30_000

interface ReadSettings {
  input?: unknown
  staleTime?: number
}

/** Builds the options of the read `name`. */
export function readOptions<Name extends ReadName>(
  client: B2BClient,
  name: Name,
  send: (signal: AbortSignal) => Promise<ReadData[Name]>,
  { input, staleTime = STALE_TIME }: ReadSettings = {},
): ReadOptions<ReadData[Name]> {
  const { identity } = client.getSnapshot()
  const queryFn = ({ signal }: QueryFunctionContext<OrgportalKey>) =>
    readAs(client, identity, name, () => send(signal))
  const { queryKey } = queryOptions<ReadData[Name], Error, ReadData[Name], OrgportalKey>({
    queryKey: operationKey(identityKey(client, identity), name, input),
    queryFn,
  })
  return { queryKey, queryFn, enabled: identity !== null, ...sentOnce, staleTime }
}

/** Builds the options of the paged read `name`; `cursor` is null for the first page. */
export function infiniteReadOptions<TPage>(
  client: B2BClient,
  name: ReadName,
  send: (cursor: string | null, signal: AbortSignal) => Promise<TPage>,
  nextCursor: (lastPage: TPage) => string | null | undefined,
  { input, staleTime = STALE_TIME }: ReadSettings = {},
): InfiniteReadOptions<TPage> {
  const { identity } = client.getSnapshot()
  const queryFn = ({ signal, pageParam }: QueryFunctionContext<OrgportalKey, string | null>) =>
    readAs(client, identity, name, () => send(pageParam, signal))
  const paging = {
    initialPageParam: null,
    // An empty cursor means the same as none.
    getNextPageParam: (lastPage: TPage) => nextCursor(lastPage) || null,
  }
  const { queryKey } = infiniteQueryOptions<
    TPage,
    Error,
    InfiniteData<TPage, string | null>,
    OrgportalKey,
    string | null
  >({
    queryKey: operationKey(identityKey(client, identity), name, input),
    queryFn,
    ...paging,
  })
  return { queryKey, queryFn, ...paging, enabled: identity !== null, ...sentOnce, staleTime }
}

/** The one statement of every read hook: the caller's options join the factory's, less what would break it. */
export function useRead<TQueryData, TData>(
  read: ReadOptions<TQueryData>,
  options: ReadHookOptions<TQueryData, TData> | undefined,
): UseQueryResult<TData> {
  return useQuery({
    ...read,
    ...options,
    ...(isFunction(options?.placeholderData) && {
      placeholderData: ownPlaceholder(read.queryKey, options.placeholderData),
    }),
    enabled: read.enabled && (options?.enabled ?? true),
  })
}

/** As `useRead`, for the reads that come in pages. */
export function useInfiniteRead<TPage, TData>(
  read: InfiniteReadOptions<TPage>,
  options: InfiniteReadHookOptions<TPage, TData> | undefined,
): UseInfiniteQueryResult<TData> {
  return useInfiniteQuery({
    ...read,
    ...options,
    ...(isFunction(options?.placeholderData) && {
      placeholderData: ownPlaceholder(read.queryKey, options.placeholderData),
    }),
    enabled: read.enabled && (options?.enabled ?? true),
  })
}

/** Sends a read, and hands its answer over, only while the session is the one that the key was made for. */
async function readAs<T>(
  client: B2BClient,
  identity: SessionIdentity | null,
  name: string,
  send: () => Promise<T>,
): Promise<T> {
  const check = () => {
    if (identity === null) {
      throw new SessionChangedError(`orgportal: "${name}" was asked for while nobody is signed in.`)
    }
    if (!sameIdentity(client.getSnapshot().identity, identity)) {
      throw new SessionChangedError(
        `orgportal: the session changed hands, so "${name}" of its former owner is not read.`,
      )
    }
  }
  check()
  const data = await send()
  check()
  return data
}

type Placeholder<TQueryFnData, TQueryData> = PlaceholderDataFunction<
  TQueryFnData,
  Error,
  TQueryData,
  OrgportalKey
>

/**
 * `keepPreviousData` would go on showing the former member's records after a switch, so it is given
 * its own member's only. A new closure each time: TanStack Query remembers the last placeholder by it.
 */
function ownPlaceholder<TQueryFnData, TQueryData>(
  key: OrgportalKey,
  placeholder: Placeholder<TQueryFnData, TQueryData>,
): Placeholder<TQueryFnData, TQueryData> {
  return (previousData, previousQuery) =>
    isSameOwner(previousQuery?.queryKey, key) ? placeholder(previousData, previousQuery) : undefined
}

function isFunction<TQueryFnData, TQueryData>(
  placeholder: TQueryData | Placeholder<TQueryFnData, TQueryData> | undefined,
): placeholder is Placeholder<TQueryFnData, TQueryData> {
  return typeof placeholder === 'function'
}
