import type { Member } from '../../../client/types.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { canManageRoles, roleManagersAfter } from '../../portal/roleManagers.ts'
import { roleManagersQuery } from '../status/roleManagersQuery.ts'
import { isOfRoles, memberAfter, type MemberAction } from './memberAction.ts'
import type { RunItem, SearchMembers } from './memberSource.ts'

/** Managers a request. */
const PAGE = 100

/**
 * The last members who can manage roles, by name, if the run would take that from all of them; nobody where somebody is
 * left. Asks only where somebody who can is among those to be changed.
 */
export async function lastManagers(
  action: MemberAction,
  items: readonly RunItem[],
  roleIds: ReadonlySet<string>,
  search: SearchMembers,
): Promise<string[]> {
  if (action.type !== 'deactivate' && !isOfRoles(action)) return []
  const losing = new Set(
    items.flatMap(({ id, member }) => {
      if (member === null || !canManageRoles(member, { roleIds })) return []
      return canManageRoles(memberAfter(action, member), { roleIds }) ? [] : [id]
    }),
  )
  if (losing.size === 0) return []
  const members: Member[] = []
  const query = roleManagersQuery(roleIds)
  let cursor: string | undefined
  for (;;) {
    const page = await search({ limit: PAGE, ...(query && { query }), ...(cursor && { cursor }) })
    members.push(...page.members)
    const { total, next_cursor } = page.results_metadata
    const left = roleManagersAfter({ roleIds, members, total }, (member) =>
      losing.has(member.member_id) ? memberAfter(action, member) : member,
    )
    if (left === 'kept') return []
    if (left === 'lost' || !next_cursor) return members.map(memberLabel)
    cursor = next_cursor
  }
}
