import type { ListRequest } from './listRequest.ts'
import type { MemberFilters } from '../membersAddress.ts'
import { searchQuery } from '../searchQuery.ts'

type PageOf = Pick<ListRequest, 'filters' | 'size' | 'page'>

/** The cursors of the pages that were seen, so that going back costs nothing. */
export interface CursorMemory {
  remember: (page: PageOf, cursor: string) => void
  recall: (page: PageOf) => string | null
}

export function createCursorMemory(): CursorMemory {
  const cursors = new Map<string, string>()
  return {
    remember: (page, cursor) => void cursors.set(keyOf(page), cursor),
    recall: (page) => cursors.get(keyOf(page)) ?? null,
  }
}

const keyOf = ({ filters, size, page }: PageOf) => `${size} ${page} ${filterKey(filters)}`

/** Two filters with the same key ask for the same. */
export const filterKey = (filters: MemberFilters) => JSON.stringify(searchQuery(filters) ?? null)

/** From which row one left the list, and how it was scrolled: for coming back. */
export interface ReturnPoint {
  leave: (memberId: string, list: Element | null) => void
  /** Once: the member whose row is to have the focus. `scroll` puts everything as it was. */
  take: () => { memberId: string; scroll: () => void } | null
}

export function createReturnPoint(): ReturnPoint {
  let left: { memberId: string; scroll: () => void } | null = null
  return {
    leave: (memberId, list) => {
      left = { memberId, scroll: scrollOf(list) }
    },
    take: () => {
      const point = left
      left = null
      return point
    },
  }
}

/** How everything around an element is scrolled now, to be put back so. */
function scrollOf(element: Element | null): () => void {
  const kept: { box: Element; left: number; top: number }[] = []
  for (let box = element?.parentElement ?? null; box; box = box.parentElement) {
    if (box.scrollTop || box.scrollLeft)
      kept.push({ box, left: box.scrollLeft, top: box.scrollTop })
  }
  return () => {
    for (const { box, left, top } of kept) {
      box.scrollLeft = left
      box.scrollTop = top
    }
  }
}
