import type { MembersSearchInput } from '../../../client/members.ts'
import type { Member } from '../../../client/types.ts'
import type { MemberFilters } from '../membersAddress.ts'
import { searchQuery, type MembersQuery } from '../searchQuery.ts'
import { selectionCount, type MemberSelection } from '../list/selection.ts'
import type { RunMember } from './memberAction.ts'
import type { ItemSource } from './run.ts'

/** Members a request, of a search and of ids that are asked for by name. */
const PAGE = 1000
const NAMED = 100

/** Whom a run is for: what was chosen in the list, or members by their ids. */
export type RunTarget = MemberSelection | { type: 'ids'; ids: readonly string[] }

/** A row of a run; the member is null where there is none of this id any more. */
export interface RunItem {
  id: string
  member: RunMember | null
}

/** What is needed of a page of a search. */
export interface SearchedPage {
  members: readonly Member[]
  results_metadata: { total: number; next_cursor?: string | null }
}

export type SearchMembers = (input: MembersSearchInput) => Promise<SearchedPage>

/**
 * The members of a target as they are now, read page by page: what the list knows of them may be old, and a change of roles
 * sends all that were given directly.
 */
export function memberSource(target: RunTarget, search: SearchMembers): ItemSource<RunItem> {
  if (target.type === 'matching') return matchingSource(target, search)
  const ids = target.type === 'ids' ? target.ids : [...target.members.keys()]
  return namedSource(ids, search)
}

/** All pages of what matches, as they are. */
export function searchPages(
  filters: MemberFilters,
  search: SearchMembers,
): () => Promise<SearchedPage | null> {
  const query = searchQuery(filters)
  let cursor: string | null | undefined
  return async () => {
    if (cursor === null) return null
    const page = await search({ limit: PAGE, ...(query && { query }), ...(cursor && { cursor }) })
    // An empty cursor means the same as none.
    cursor = page.results_metadata.next_cursor || null
    return page
  }
}

function matchingSource(
  target: Extract<MemberSelection, { type: 'matching' }>,
  search: SearchMembers,
): ItemSource<RunItem> {
  const nextPage = searchPages(target.filters, search)
  return {
    expected: selectionCount(target),
    nextPage: async () => {
      const page = await nextPage()
      return (
        page && page.members.filter(({ member_id }) => !target.except.has(member_id)).map(itemOf)
      )
    },
  }
}

function namedSource(ids: readonly string[], search: SearchMembers): ItemSource<RunItem> {
  let from = 0
  return {
    expected: ids.length,
    nextPage: async () => {
      const asked = ids.slice(from, from + NAMED)
      if (asked.length === 0) return null
      const { members } = await search({ limit: NAMED, query: named(asked) })
      from += asked.length
      const found = new Map(members.map((member) => [member.member_id, itemOf(member)]))
      return asked.map((id) => found.get(id) ?? { id, member: null })
    },
  }
}

const named = (ids: readonly string[]): MembersQuery => ({
  operator: 'AND',
  operands: [
    { filter_name: 'member_ids', filter_value: [...ids] },
    { filter_name: 'statuses', filter_value: ['active', 'invited', 'pending', 'deleted'] },
  ],
})

/** Only what a run reads: a hundred thousand of them are kept. */
function itemOf(member: Member): RunItem {
  const { member_id, name, email_address, email_address_verified, status, roles } = member
  return {
    id: member_id,
    member: { member_id, name, email_address, email_address_verified, status, roles },
  }
}
