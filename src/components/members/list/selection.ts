import type { Member } from '../../../client/types.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import type { MemberFilters } from '../membersAddress.ts'

/**
 * What is chosen in the list, to do something with all of it: members picked one by one, over pages, or all that
 * match the filters but for some. `total` is how many match, null while that is not known.
 */
export type MemberSelection =
  | { type: 'picked'; members: ReadonlyMap<string, Member> }
  | {
      type: 'matching'
      filters: MemberFilters
      total: number | null
      except: ReadonlySet<string>
    }

export const NO_SELECTION: MemberSelection = { type: 'picked', members: new Map() }

/** How many are chosen; null where that is not known yet. */
export function selectionCount(selection: MemberSelection): number | null {
  if (selection.type === 'picked') return selection.members.size
  return selection.total === null ? null : Math.max(0, selection.total - selection.except.size)
}

export function isSelected(selection: MemberSelection, memberId: string): boolean {
  return selection.type === 'picked'
    ? selection.members.has(memberId)
    : !selection.except.has(memberId)
}

/** The selection with these members in it, or out of it. */
export function withMembers(
  selection: MemberSelection,
  members: readonly Member[],
  selected: boolean,
): MemberSelection {
  if (selection.type === 'picked') {
    const picked = new Map(selection.members)
    for (const member of members) {
      if (selected) picked.set(member.member_id, member)
      else picked.delete(member.member_id)
    }
    return { type: 'picked', members: picked }
  }
  const except = new Set(selection.except)
  for (const { member_id } of members) {
    if (selected) except.delete(member_id)
    else except.add(member_id)
  }
  return { ...selection, except }
}

/** How much of a page is chosen. */
export function selectedOfPage(
  selection: MemberSelection,
  page: readonly Member[],
): 'none' | 'some' | 'all' {
  const count = page.filter((member) => isSelected(selection, member.member_id)).length
  if (count === 0) return 'none'
  return count === page.length ? 'all' : 'some'
}

/** The names of those who were picked; null where all that match are chosen. */
export function selectionNames(selection: MemberSelection): string[] | null {
  return selection.type === 'picked' ? [...selection.members.values()].map(memberLabel) : null
}
