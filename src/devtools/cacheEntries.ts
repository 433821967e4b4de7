import type { Mutation, Query, QueryClient } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { isSameOwner, ownerKey, type OrgportalKey } from '../hooks/keys.ts'

/**
 * Whose data it is: the present session's, nobody's in particular, or (which must never be) somebody else's.
 */
export type EntryOwner = 'own' | 'anybody' | 'foreign'

export interface QueryEntry {
  hash: string
  queryKey: OrgportalKey
  /** As in `scim.connectionGroups`. */
  name: string
  /** What it was asked with; undefined where it takes nothing. */
  input: unknown
  owner: EntryOwner
  /** `idle`: not asked for yet. */
  status: 'fetching' | 'pending' | 'idle' | 'error' | 'stale' | 'fresh'
  observers: number
  /** Milliseconds since the epoch; 0 before there is data. */
  updatedAt: number
  data: unknown
}

export interface MutationEntry {
  id: number
  name: string
  owner: EntryOwner
  status: 'idle' | 'pending' | 'success' | 'error'
  submittedAt: number
}

/** What of this library is in the host's query cache. Variables and results of mutations may be secrets: they stay out. */
export interface CacheEntries {
  queries: readonly QueryEntry[]
  mutations: readonly MutationEntry[]
}

/** The entries as a store: made anew when the cache or the session has changed, and only when somebody looks. */
export function createCacheEntries(queryClient: QueryClient, client: B2BClient) {
  let entries: CacheEntries | undefined
  return {
    getEntries: () => (entries ??= readEntries(queryClient, client)),
    subscribe: (listener: () => void) => {
      const changed = () => {
        entries = undefined
        listener()
      }
      const stops = [
        queryClient.getQueryCache().subscribe(changed),
        queryClient.getMutationCache().subscribe(changed),
        client.subscribe(changed),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

function readEntries(queryClient: QueryClient, client: B2BClient): CacheEntries {
  const own = ownerKey(client, client.getSnapshot())
  const isOurs = (key: readonly unknown[] | undefined): key is OrgportalKey =>
    key?.[0] === own[0] && key[1] === own[1]

  const queries = queryClient
    .getQueryCache()
    .getAll()
    .flatMap((query) => (isOurs(query.queryKey) ? queryEntry(query, query.queryKey, own) : []))
  const mutations = queryClient
    .getMutationCache()
    .getAll()
    .flatMap((mutation) => {
      const { mutationKey } = mutation.options
      return isOurs(mutationKey) ? mutationEntry(mutation, mutationKey, own) : []
    })
  return {
    queries: queries.toSorted((a, b) => a.hash.localeCompare(b.hash)),
    mutations: mutations.toReversed(),
  }
}

function queryEntry(query: Query, queryKey: OrgportalKey, own: OrgportalKey): QueryEntry {
  const { state } = query
  const [resource, read, input] = queryKey.slice(4)
  return {
    hash: query.queryHash,
    queryKey,
    name: `${String(resource)}.${String(read)}`,
    input,
    owner: ownerOf(queryKey, own),
    status: statusOf(query),
    observers: query.getObserversCount(),
    updatedAt: state.dataUpdatedAt,
    data: state.data,
  }
}

function statusOf(query: Query): QueryEntry['status'] {
  const { status, fetchStatus } = query.state
  if (fetchStatus === 'fetching') return 'fetching'
  if (status === 'error') return 'error'
  if (status === 'pending') return fetchStatus === 'idle' ? 'idle' : 'pending'
  return query.isStale() ? 'stale' : 'fresh'
}

function mutationEntry(mutation: Mutation, key: OrgportalKey, own: OrgportalKey): MutationEntry {
  const { status, submittedAt } = mutation.state
  return {
    id: mutation.mutationId,
    name: key.slice(4).join('.'),
    owner: ownerOf(key, own),
    status,
    submittedAt,
  }
}

function ownerOf(key: OrgportalKey, own: OrgportalKey): EntryOwner {
  if (isSameOwner(key, own)) return 'own'
  return key[2] === null && key[3] === null ? 'anybody' : 'foreign'
}
