import { useState } from 'react'
import { hasProblem, type CheckedInvitee } from './checkInvitees.ts'
import type { InvitationFocus } from './useInvitees.ts'

export type InviteeFilter = 'all' | 'problems' | 'known'

export interface InviteePages {
  filter: InviteeFilter
  setFilter: (filter: InviteeFilter) => void
  /** The rows of this page. */
  shown: readonly CheckedInvitee[]
  /** How many rows the filter shows on all pages. */
  matching: number
  /** Counted from 1. */
  page: number
  size: number
  setPage: (page: number) => void
  setSize: (size: number) => void
}

export const PAGE_SIZES = [25, 50, 100]

/**
 * One page of the rows, of 10,000 at most. A row that is mended stays where it is until another filter is chosen, and the
 * row that the viewer is led to is on the page.
 */
export function useInviteePages(
  rows: readonly CheckedInvitee[],
  focus: InvitationFocus | null,
): InviteePages {
  const [view, setView] = useState<View>(FIRST)
  const keeps = ({ invitee }: CheckedInvitee) => view.kept?.has(invitee.id)
  const filtered = rows.filter((row) => FILTERS[view.filter](row) || keeps(row))
  const last = Math.max(1, Math.ceil(filtered.length / view.size))
  const page = Math.min(view.page, last)

  if (focus !== null && focus.turn !== view.turn) {
    const isRow = ({ invitee }: CheckedInvitee) => invitee.id === focus.id
    const at = filtered.findIndex(isRow)
    const anywhere = rows.findIndex(isRow)
    const turned = { ...view, turn: focus.turn }
    if (at >= 0) setView({ ...turned, page: pageOf(at, view.size) })
    else if (anywhere < 0) setView(turned)
    else setView({ ...turned, filter: 'all', kept: null, page: pageOf(anywhere, view.size) })
  }
  return {
    filter: view.filter,
    setFilter: (filter) => {
      const kept = new Set(rows.filter(FILTERS[filter]).map(({ invitee }) => invitee.id))
      setView({ ...view, filter, kept, page: 1 })
    },
    shown: filtered.slice((page - 1) * view.size, page * view.size),
    matching: filtered.length,
    page,
    size: view.size,
    setPage: (next) => setView({ ...view, page: next }),
    setSize: (size) => setView({ ...view, size, page: 1 }),
  }
}

interface View {
  filter: InviteeFilter
  /** The rows that the filter had found when it was chosen. */
  kept: ReadonlySet<string> | null
  page: number
  size: number
  /** The last turn in which the viewer was led somewhere. */
  turn: number
}

const FIRST: View = { filter: 'all', kept: null, page: 1, size: 25, turn: 0 }

const FILTERS: Readonly<Record<InviteeFilter, (row: CheckedInvitee) => boolean>> = {
  all: () => true,
  problems: hasProblem,
  known: ({ known }) => known !== null,
}

const pageOf = (index: number, size: number) => Math.floor(index / size) + 1
