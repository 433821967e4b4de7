import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { filterKey } from './listMemory.ts'
import type { MemberFilters } from '../membersAddress.ts'
import {
  isSelected,
  NO_SELECTION,
  selectedOfPage,
  selectionCount,
  withMembers,
  type MemberSelection,
} from './selection.ts'
import type { MemberListMemory } from './useMemberListMemory.ts'

export interface ListSelection {
  selection: MemberSelection
  count: number | null
  isSelected: (member: Member) => boolean
  /** With `range`: everything from the member that was toggled last to this one. */
  toggle: (member: Member, options?: { range?: boolean }) => void
  /** How much of the page on the screen is chosen. */
  page: 'none' | 'some' | 'all'
  togglePage: (selected: boolean) => void
  /** Chooses all that match the filters; undefined where they are all on the screen, or chosen already. */
  selectMatching: (() => void) | undefined
  clear: () => void
}

/** What is chosen of the list. Who was picked stays so over pages and filters; all that match are chosen for these filters only. */
export function useListSelection(input: {
  memory: Pick<MemberListMemory, 'selection' | 'setSelection'>
  members: readonly Member[]
  filters: MemberFilters
  total: number | null
}): ListSelection {
  const { memory, members, filters, total } = input
  const { setSelection } = memory
  const selection = currentSelection(memory.selection, filters, total)
  const [anchor, setAnchor] = useState<string | null>(null)
  const page = selectedOfPage(selection, members)
  const hasMore = total !== null && total > members.length
  return {
    selection,
    count: selectionCount(selection),
    isSelected: (member) => isSelected(selection, member.member_id),
    toggle: (member, { range = false } = {}) => {
      const selected = !isSelected(selection, member.member_id)
      const toggled = range ? between(members, anchor, member) : [member]
      setAnchor(member.member_id)
      setSelection(withMembers(selection, toggled, selected))
    },
    page,
    togglePage: (selected) => setSelection(withMembers(selection, members, selected)),
    selectMatching:
      selection.type === 'picked' && hasMore
        ? () => setSelection({ type: 'matching', filters, total, except: new Set() })
        : undefined,
    clear: () => {
      setAnchor(null)
      setSelection(NO_SELECTION)
    },
  }
}

/** "All that match" ends with the filters that they matched; how many they are is what is known now. */
function currentSelection(
  selection: MemberSelection,
  filters: MemberFilters,
  total: number | null,
): MemberSelection {
  if (selection.type === 'picked') return selection
  if (filterKey(selection.filters) !== filterKey(filters)) return NO_SELECTION
  return { ...selection, total: total ?? selection.total }
}

function between(members: readonly Member[], anchor: string | null, to: Member): Member[] {
  const indexOf = (id: string | null) => members.findIndex((member) => member.member_id === id)
  const [one, other] = [indexOf(anchor), indexOf(to.member_id)]
  if (one < 0) return [to]
  return members.slice(Math.min(one, other), Math.max(one, other) + 1)
}
