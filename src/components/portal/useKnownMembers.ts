import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Member } from '../../client/types.ts'
import {
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
} from '../../hooks/organizationMembers.ts'
import type { OrganizationMembersPage } from '../../hooks/organizationMembersQueries.ts'

/** How many members one request asks for; the most that the API gives. */
const PAGE_SIZE = 1000

/** The organization's members, as far as they are known. Times are in milliseconds since 1970. */
export type KnownMembers =
  /** The viewer may not search. */
  | { type: 'hidden' }
  | { type: 'loading'; loaded: number; total: number | null }
  | { type: 'failed'; error: Error; retry: () => void }
  /** There are more than one request gives; the rest is loaded when it is needed. */
  | {
      type: 'partial'
      members: readonly Member[]
      total: number | null
      lookedAt: number
      load: () => void
    }
  | {
      type: 'known'
      members: readonly Member[]
      lookedAt: number
      /** Null where one request tells all: then they are looked for again by themselves. */
      again: { look: () => void; busy: boolean; failed: boolean } | null
    }

/**
 * The members, so that users can be counted and a change of roles foreseen. One request is made by itself; where it does
 * not tell all, the later pages are loaded on demand.
 *
 * @rbac stytch.member search
 */
export function useKnownMembers(options: {
  allowed: boolean
  /** Not before the page has settled. */
  enabled: boolean
}): {
  members: KnownMembers
  /** Asks again by one request; null where that would not tell all. */
  look: (() => void) | null
} {
  const { allowed, enabled } = options
  const first = useOrganizationMembersSearch({ limit: PAGE_SIZE }, { enabled: allowed && enabled })
  const { data, dataUpdatedAt: lookedAt, error, refetch } = first
  const paged = Boolean(data?.results_metadata.next_cursor)
  const { all, load } = useAllPages()

  const members = useMemo<KnownMembers>(() => {
    if (!allowed) return { type: 'hidden' }
    if (!data) {
      if (error) return { type: 'failed', error, retry: () => void refetch() }
      return { type: 'loading', loaded: 0, total: null }
    }
    if (!paged) return { type: 'known', members: data.members, lookedAt, again: null }
    return all ?? { type: 'partial', members: data.members, total: totalOf(data), lookedAt, load }
  }, [allowed, data, lookedAt, error, refetch, paged, all, load])

  const look = () => void refetch({ cancelRefetch: false })
  return { members, look: paged ? null : look }
}

/**
 * All pages, one after the other, once `load` was called; null before. They are never loaded again by themselves: not by
 * focus, not by a mutation.
 */
function useAllPages(): { all: KnownMembers | null; load: () => void } {
  const query = useOrganizationMembersSearchInfinite({ limit: PAGE_SIZE }, { enabled: false })
  const {
    data,
    dataUpdatedAt: lookedAt,
    error,
    hasNextPage,
    isFetching,
    isFetchNextPageError,
  } = query
  const { fetchNextPage, refetch } = query
  const [wanted, setWanted] = useState(false)
  const load = useCallback(() => {
    setWanted(true)
    if (!data) void refetch()
  }, [data, refetch])
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    // `data`: an answer may come within one render, and the next page is due all the same.
  }, [wanted, data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])

  const all = useMemo<KnownMembers | null>(() => {
    const members = data?.pages.flatMap((page) => page.members) ?? []
    if (data && !hasNextPage) {
      const again = { look: () => void refetch(), busy: isFetching, failed: error !== null }
      return { type: 'known', members, lookedAt, again }
    }
    if (error && !isFetching) {
      const retry = isFetchNextPageError ? fetchNextPage : refetch
      return { type: 'failed', error, retry: () => void retry() }
    }
    if (!isFetching && !(wanted && data)) return null
    const [page] = data?.pages ?? []
    return { type: 'loading', loaded: members.length, total: page ? totalOf(page) : null }
  }, [
    data,
    lookedAt,
    error,
    hasNextPage,
    isFetching,
    isFetchNextPageError,
    wanted,
    fetchNextPage,
    refetch,
  ])
  return { all, load }
}

/** The API tells -1 where it does not know how many there are. */
function totalOf({ results_metadata: { total } }: OrganizationMembersPage): number | null {
  return total < 0 ? null : total
}

/** Has the later pages loaded as soon as they are `needed`. */
export function useAllMembers(members: KnownMembers, { needed }: { needed: boolean }): void {
  const load = needed && members.type === 'partial' ? members.load : null
  useEffect(() => load?.(), [load])
}
