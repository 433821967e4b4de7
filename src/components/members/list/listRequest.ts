import type { MembersSearchInput } from '../../../client/members.ts'
import type { ListPlace, MemberFilters } from '../membersAddress.ts'
import { searchQuery } from '../searchQuery.ts'

/** What the search of the API takes at most. */
export const LARGEST_LIMIT = 1000

/** One page of the list, ready to be asked for. */
export interface ListRequest {
  filters: MemberFilters
  page: number
  size: number
  /** Null for the first page, and where it has to be found out. */
  cursor: string | null
}

/** The search that answers the page. */
export function searchInput(request: Omit<ListRequest, 'page'>): MembersSearchInput {
  const query = searchQuery(request.filters)
  return {
    limit: request.size,
    ...(query && { query }),
    ...(request.cursor !== null && { cursor: request.cursor }),
  }
}

/** Where one is with these, in the address: the size only where a page depends on it. */
export function placeOf({ filters, page, size, cursor }: ListRequest): ListPlace {
  return page > 1 ? { filters, page, cursor, size } : { filters, page: 1, cursor: null, size: null }
}

/** Whether the page cannot be asked for before its cursor is found. */
export const needsCursor = ({ page, cursor }: Pick<ListRequest, 'page' | 'cursor'>) =>
  page > 1 && cursor === null

/** The sizes of the searches that skip this many members. */
export function hops(members: number): number[] {
  const full = Array.from({ length: Math.floor(members / LARGEST_LIMIT) }, () => LARGEST_LIMIT)
  const rest = members % LARGEST_LIMIT
  return rest ? [...full, rest] : full
}

/** Says how to go on after `limit` members from the cursor; null at the end. */
export type AskForCursor = (search: {
  limit: number
  cursor: string | null
}) => Promise<{ next: string | null; total: number }>

/**
 * The cursor of a page of which only the number is known: what follows the members before it. Where there are not so
 * many, the last page that there is, whose cursor is then to be found in turn.
 */
export async function findCursor(
  { page, size }: Pick<ListRequest, 'page' | 'size'>,
  ask: AskForCursor,
): Promise<{ page: number; cursor: string | null }> {
  let cursor: string | null = null
  for (const limit of hops((page - 1) * size)) {
    const { next, total } = await ask({ limit, cursor })
    if (next === null) return { page: lastPage(total, { page, size }), cursor: null }
    cursor = next
  }
  return { page, cursor }
}

/** Always before the one that was looked for, so that looking comes to an end. */
const lastPage = (total: number, { page, size }: Pick<ListRequest, 'page' | 'size'>) =>
  Math.max(1, Math.min(page - 1, Math.ceil(total / size)))
