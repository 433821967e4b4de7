import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DataTag, InfiniteData, QueryFunctionContext } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { ANYBODY, isSameOwner, operationKey, ownerKey, ownerOf } from './keys.ts'
import type { OrgportalKey } from './keys.ts'
import type { Pages, ReadData, ReadName } from './readData.ts'

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
  /** None, whatever the host app's default is: what was shown before may be a former member's. */
  placeholderData: () => undefined
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
  placeholderData: () => undefined
  staleTime: number
}

/** The session changed hands while something was read for its former owner; the answer was dropped. */
export class SessionChangedError extends Error {
  override readonly name = 'SessionChangedError'
}

const nothing = () => undefined

/** The client, not TanStack Query, decides what is sent again, and when; and nothing stands in for an answer. */
const sentOnce = {
  retry: false,
  networkMode: 'always',
  refetchOnReconnect: true,
  placeholderData: nothing,
} as const

/** How long an answer counts as fresh, in milliseconds, where the factory does not say otherwise. */
const STALE_TIME = 30_000

interface ReadSettings {
  input?: unknown
  staleTime?: number
  /**
   * Who can ask: a member (when left out); also somebody who has begun to sign in; or anybody, and then the
   * answer does not depend on who asks.
   */
  by?: 'member' | 'signIn' | 'anybody'
}

/** Builds the options of the read `name`. */
export function readOptions<Name extends ReadName>(
  client: B2BClient,
  name: Name,
  send: (signal: AbortSignal) => Promise<ReadData[Name]>,
  { input, staleTime = STALE_TIME, by }: ReadSettings = {},
): ReadOptions<ReadData[Name]> {
  const { owner, enabled, guard } = reader(client, name, by)
  const queryFn = ({ signal }: QueryFunctionContext<OrgportalKey>) => guard(() => send(signal))
  const { queryKey } = queryOptions<ReadData[Name], Error, ReadData[Name], OrgportalKey>({
    queryKey: operationKey(owner, name, input),
    queryFn,
  })
  return { queryKey, queryFn, enabled, ...sentOnce, staleTime }
}

/** Builds the options of the paged read `name`; `cursor` is null for the first page. */
export function infiniteReadOptions<TPage>(
  client: B2BClient,
  name: ReadName,
  send: (cursor: string | null, signal: AbortSignal) => Promise<TPage>,
  nextCursor: (lastPage: TPage) => string | null | undefined,
  { input, staleTime = STALE_TIME }: ReadSettings = {},
): InfiniteReadOptions<TPage> {
  const { owner, enabled, guard } = reader(client, name)
  const queryFn = ({ signal, pageParam }: QueryFunctionContext<OrgportalKey, string | null>) =>
    guard(() => send(pageParam, signal))
  const paging = {
    initialPageParam: null,
    // An empty cursor means the same as none.
    getNextPageParam: (lastPage: TPage) => nextCursor(lastPage) || null,
  }
  const { queryKey } = infiniteQueryOptions<
    TPage,
    Error,
    Pages<TPage>,
    OrgportalKey,
    string | null
  >({
    queryKey: operationKey(owner, name, input),
    queryFn,
    ...paging,
  })
  return { queryKey, queryFn, ...paging, enabled, ...sentOnce, staleTime }
}

/** Whose data a read is, and a guard around sending it: only while the session is still theirs. */
function reader(client: B2BClient, name: string, by?: ReadSettings['by']) {
  const current = () => ownerKey(client, by === 'anybody' ? ANYBODY : client.getSnapshot())
  const owner = ownerKey(client, by === 'anybody' ? ANYBODY : ownerOf(client))
  const { status } = client.getSnapshot()
  const enabled =
    by === 'anybody' || owner[2] !== null || (by === 'signIn' && status === 'intermediate')

  function check() {
    const refusal = !enabled
      ? 'needs a session'
      : isSameOwner(owner, current())
        ? null
        : 'is of a session that is over'
    if (refusal) throw new SessionChangedError(`orgportal: "${name}" ${refusal}.`)
  }
  async function guard<T>(send: () => Promise<T>): Promise<T> {
    // Suspended components ask whatever `enabled` says.
    while (!enabled && client.getSnapshot().status === 'loading') await nextChange(client)
    check()
    const data = await send()
    check()
    return data
  }
  return { owner, enabled, guard }
}

const nextChange = (client: B2BClient) =>
  new Promise<void>((resolve) => {
    const unsubscribe = client.subscribe(() => {
      unsubscribe()
      resolve()
    })
  })
