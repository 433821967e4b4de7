import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isApiError } from '../../../client/errors.ts'
import { ownerKey, ownerOf } from '../../../hooks/keys.ts'
import { useOrganizationMembersSearch } from '../../../hooks/organizationMembers.ts'
import * as organizationMembersQueries from '../../../hooks/organizationMembersQueries.ts'
import type { OrganizationMembersPage } from '../../../hooks/organizationMembersQueries.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import { NO_FILTERS } from '../membersAddress.ts'
import { findCursor, needsCursor, searchInput, type ListRequest } from './listRequest.ts'

/** What there is of a page of the list. */
export interface ListPage {
  /** The page, or the last one that was there while this one is on its way or has failed; null before the first. */
  answer: OrganizationMembersPage | null
  /** Whether `answer` is of this very page. */
  isCurrent: boolean
  /** How many members there are without filters, where that was seen. */
  allTotal: number | null
  isFetching: boolean
  error: Error | null
  retry: () => void
  /** Asks for the next page ahead, so that it is there at once. */
  prefetchNext: () => void
}

/**
 * One page of the search: one request. A page of which only the number is known, or whose cursor the API does not take any
 * more, is found first; `onFound` is told where it is.
 *
 * @rbac stytch.member search
 */
export function useListPage(request: ListRequest, onFound: (found: Place) => void): ListPage {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  const unknown = needsCursor(request)
  const search = useOrganizationMembersSearch(searchInput(request), { enabled: !unknown })
  const answer = unknown ? undefined : search.data
  const wanted = unknown || isLost(request, search.error, answer)
  const found = useFoundCursor(request, wanted)
  const isLooking = wanted && found.isFetching
  const news =
    wanted && found.data && !isSamePlace(found.data, request) && !isLooking ? found.data : null
  useEffect(() => {
    if (news) onFound(news)
  })

  const [last, setLast] = useState<OrganizationMembersPage | null>(null)
  if (answer && answer !== last) setLast(answer)

  const all = organizationMembersQueries.search(
    client,
    searchInput({ filters: NO_FILTERS, size: request.size, cursor: null }),
  )
  const allTotal = queryClient.getQueryData(all.queryKey)?.results_metadata.total ?? null
  const next = answer?.results_metadata.next_cursor || null
  // An observer, since not every version of TanStack Query that is supported has the same way to ask ahead.
  const [ahead, setAhead] = useState<string | null>(null)
  useOrganizationMembersSearch(searchInput({ ...request, cursor: next }), {
    enabled: next !== null && next === ahead,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    notifyOnChangeProps: SILENT,
  })
  return {
    answer: answer ?? last,
    isCurrent: answer !== undefined && !isLooking && news === null,
    allTotal,
    isFetching: search.isFetching || isLooking,
    error: isLooking || news ? null : ((wanted ? found.error : null) ?? search.error),
    retry: () => void (wanted && found.error ? found.refetch() : search.refetch()),
    prefetchNext: () => setAhead(next),
  }
}

/** What is asked ahead renders nothing. */
const SILENT: [] = []

type Place = Pick<ListRequest, 'page' | 'cursor'>

const isSamePlace = (one: Place, other: Place) =>
  one.page === other.page && one.cursor === other.cursor

/** Whether the cursor leads nowhere: the API refuses it, or everybody behind it is gone. */
function isLost(
  { page }: ListRequest,
  error: Error | null,
  answer: OrganizationMembersPage | undefined,
): boolean {
  if (page === 1) return false
  if (answer) return answer.members.length === 0
  return isApiError(error) && error.status_code === 400
}

function useFoundCursor(request: ListRequest, wanted: boolean) {
  const client = useOrgportalClient()
  const { filters, page, size } = request
  const owner = ownerKey(client, ownerOf(client))
  const read = (limit: number, cursor: string | null) =>
    organizationMembersQueries.search(client, searchInput({ filters, size: limit, cursor }))
  return useQuery({
    queryKey: [...owner, 'organization.members', 'cursor', { filters, page, size }] as const,
    queryFn: (context) =>
      findCursor({ page, size }, async ({ limit, cursor }) => {
        const { results_metadata } = await read(limit, cursor).queryFn(context)
        return { next: results_metadata.next_cursor || null, total: results_metadata.total }
      }),
    enabled: wanted && read(1, null).enabled,
    retry: false,
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    placeholderData: () => undefined,
  })
}
