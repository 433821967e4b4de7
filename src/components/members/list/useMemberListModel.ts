import { useCallback, useEffect } from 'react'
import { isApiError } from '../../../client/errors.ts'
import type { Member } from '../../../client/types.ts'
import { PAGE_SIZES, type ListView } from './listColumns.ts'
import { placeOf, type ListRequest } from './listRequest.ts'
import { NO_FILTERS, type MemberFilters } from '../membersAddress.ts'
import { searchQuery } from '../searchQuery.ts'
import { useListPage, type ListPage } from './useListPage.ts'
import { useListRequest } from './useListRequest.ts'
import { useListSelection, type ListSelection } from './useListSelection.ts'
import { useMemberListMemory } from './useMemberListMemory.ts'
import { useMembersNavigation } from '../useMembersNavigation.ts'

/** What can be seen of the list, exactly one at a time. */
export type MemberListState =
  | { type: 'loading' }
  | { type: 'failed'; failure: ListFailure }
  /** The API does not take the filters. */
  | { type: 'refused'; error: Error }
  | { type: 'none'; because: 'filters' | 'organization' }
  | {
      type: 'page'
      members: readonly Member[]
      /** Counted from 1, among all that match. */
      from: number
      to: number
      /** What is shown is the last page still, while this one is on its way or has failed. */
      stale: boolean
      failure: ListFailure | null
    }

export interface ListFailure {
  error: Error
  retry: () => void
  retrying: boolean
}

export interface ListPaging {
  page: number
  size: number
  sizes: readonly number[]
  hasNext: boolean
  hasPrevious: boolean
  next: () => void
  previous: () => void
  first: () => void
  setSize: (size: number) => void
  /** For when a pointer or the focus comes near "Next": the next page is asked for ahead. */
  near: () => void
}

export interface MemberListModel {
  list: MemberListState
  /** How many match; null while that is not known. */
  total: number | null
  /** How many members there are without filters; null while that is not known. */
  allTotal: number | null
  /** Something is on its way. */
  busy: boolean
  filters: MemberFilters
  /** Whether anything narrows the list down. */
  isFiltered: boolean
  /** With `replace` no entry is added to the history (typing in the search box). */
  setFilters: (filters: MemberFilters, options?: { replace?: boolean }) => void
  clearFilters: () => void
  paging: ListPaging
  view: ListView
  setView: (view: ListView) => void
  selection: ListSelection
}

const NOBODY: readonly Member[] = []

/**
 * The model of the list: what the address names is asked for, one request a page, and the last page stays until the next is
 * there. Filters, page and cursor are in the address; columns, density and size are kept in the browser.
 *
 * @rbac stytch.member search
 * @example
 * const { list, paging } = useMemberListModel()
 * if (list.type === 'page') return <Rows members={list.members} onNext={paging.next} />
 */
export function useMemberListModel(): MemberListModel {
  const memory = useMemberListMemory()
  const { view, setView, cursors } = memory
  const { goInList } = useMembersNavigation()
  const request = useListRequest(memory)
  const { filters, page, size } = request
  const go = (change: Partial<ListRequest>, options?: { replace?: boolean }) =>
    goInList(placeOf({ ...request, ...change }), options)

  const shown = useListPage(request, (found) => go(found, { replace: true }))
  const { answer, isCurrent } = shown
  const nextCursor = (isCurrent && answer?.results_metadata.next_cursor) || null
  useEffect(() => {
    if (request.cursor !== null) cursors.remember(request, request.cursor)
    if (nextCursor) cursors.remember({ ...request, page: request.page + 1 }, nextCursor)
  }, [cursors, request, nextCursor])

  const total = answer?.results_metadata.total ?? null
  const list = listState(shown, request)
  const members = list.type === 'page' ? list.members : NOBODY
  const selection = useListSelection({ memory, members, filters, total })
  const setFilters = useCallback<MemberListModel['setFilters']>(
    (changed, options) => {
      goInList({ filters: changed, page: 1, cursor: null, size: null }, options)
    },
    [goInList],
  )
  const goToPage = (number: number) =>
    go({ page: number, cursor: cursors.recall({ filters, size, page: number }) })
  return {
    list,
    total,
    allTotal: shown.allTotal,
    busy: shown.isFetching,
    filters,
    isFiltered: searchQuery(filters) !== undefined,
    setFilters,
    clearFilters: () => setFilters(NO_FILTERS),
    paging: {
      page,
      size,
      sizes: [...new Set([...PAGE_SIZES, size])].sort((one, other) => one - other),
      hasNext: nextCursor !== null,
      hasPrevious: page > 1,
      next: () => nextCursor && go({ page: page + 1, cursor: nextCursor }),
      previous: () => page > 1 && goToPage(page - 1),
      first: () => goToPage(1),
      setSize: (chosen) => {
        setView({ ...view, size: chosen })
        goToPage(1)
      },
      near: shown.prefetchNext,
    },
    view,
    setView,
    selection,
  }
}

function listState(
  { answer, isCurrent, isFetching, error, retry }: ListPage,
  { filters, page, size }: ListRequest,
): MemberListState {
  const isFiltered = searchQuery(filters) !== undefined
  if (isApiError(error) && error.status_code === 400 && isFiltered && !isCurrent) {
    return { type: 'refused', error }
  }
  const failure = error && { error, retry, retrying: isFetching }
  const members = answer?.members ?? []
  if (answer === null || members.length === 0) {
    if (failure) return { type: 'failed', failure }
    if (!isCurrent) return { type: 'loading' }
    return { type: 'none', because: isFiltered ? 'filters' : 'organization' }
  }
  const from = (page - 1) * size + 1
  const to = isCurrent
    ? from + members.length - 1
    : Math.min(page * size, answer.results_metadata.total)
  return { type: 'page', members, from, to, stale: !isCurrent, failure }
}
