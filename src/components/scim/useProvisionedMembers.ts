import { useEffect, useMemo } from 'react'
import type { Member } from '../../client/types.ts'
import { useOrganizationMembersSearchInfinite } from '../../hooks/organizationMembers.ts'

/** How many members one request asks for; the most that the API gives. */
const PAGE_SIZE = 1000

/** The organization's members, as far as they are known. */
export type KnownMembers =
  /** The viewer may not search. */
  | { type: 'hidden' }
  | { type: 'loading'; loaded: number; total: number | null }
  | { type: 'failed'; error: Error; retry: () => void }
  | { type: 'known'; members: readonly Member[] }

/**
 * All members, page by page, so that users can be counted and a change of roles foreseen.
 * `look` asks again.
 *
 * @rbac stytch.member search
 */
export function useProvisionedMembers(options: {
  allowed: boolean
  /** Not before the page has settled. */
  enabled: boolean
}): { members: KnownMembers; look: () => void } {
  const { allowed, enabled } = options
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, error, refetch } =
    useOrganizationMembersSearchInfinite({ limit: PAGE_SIZE }, { enabled: allowed && enabled })
  useEffect(() => {
    if (enabled && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }, [enabled, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])

  const members = useMemo<KnownMembers>(() => {
    if (!allowed) return { type: 'hidden' }
    const loaded = data?.pages.flatMap((page) => page.members) ?? []
    if (data && !hasNextPage) return { type: 'known', members: loaded }
    if (error) {
      const retry = isFetchNextPageError ? fetchNextPage : refetch
      return { type: 'failed', error, retry: () => void retry() }
    }
    const total = data?.pages[0]?.results_metadata.total ?? -1
    // The API tells -1 where it does not know how many there are.
    return { type: 'loading', loaded: loaded.length, total: total < 0 ? null : total }
  }, [allowed, data, hasNextPage, error, isFetchNextPageError, fetchNextPage, refetch])

  return { members, look: () => void refetch({ cancelRefetch: false }) }
}
