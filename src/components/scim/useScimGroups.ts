import { useEffect, useMemo } from 'react'
import type { ScimGroup } from '../../client/scim.ts'
import { useScimConnectionGroupsInfinite } from '../../hooks/scim.ts'

/** How many groups one request asks for; the most that the API gives. */
const PAGE_SIZE = 1000

/** The groups that the identity provider has pushed, as far as they are known. */
export type ScimGroups =
  | { type: 'loading' }
  | { type: 'failed'; error: Error; retry: () => void }
  /** `complete` is false while more pages are to come. */
  | { type: 'known'; groups: readonly ScimGroup[]; complete: boolean }

/**
 * All groups of the connection. Up to 1000 come with one request, more page by page.
 * `look` asks again by one request; null where that would not tell all.
 *
 * @rbac stytch.scim get
 */
export function useScimGroups({ enabled }: { enabled: boolean }): {
  groups: ScimGroups
  look: (() => void) | null
} {
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, error, refetch } =
    useScimConnectionGroupsInfinite({ limit: PAGE_SIZE }, { enabled })
  useEffect(() => {
    if (enabled && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    // `data`: an answer may come within one render, and the next page is due all the same.
  }, [enabled, data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])

  const groups = useMemo<ScimGroups>(() => {
    const known = data?.pages.flatMap((page) => page.scim_groups)
    if (known) return { type: 'known', groups: known, complete: !hasNextPage }
    if (error) return { type: 'failed', error, retry: () => void refetch() }
    return { type: 'loading' }
  }, [data, hasNextPage, error, refetch])
  const paged = hasNextPage || (data?.pages.length ?? 0) > 1
  return { groups, look: paged ? null : () => void refetch({ cancelRefetch: false }) }
}
