import { useMemo } from 'react'
import type { ListRequest } from './listRequest.ts'
import type { MemberListMemory } from './useMemberListMemory.ts'
import { useMembersNavigation } from '../useMembersNavigation.ts'

/** The page that the address names, with the cursor where it is known. */
export function useListRequest({ view, cursors }: MemberListMemory): ListRequest {
  const { list } = useMembersNavigation().address
  return useMemo(() => {
    const { filters, page } = list
    const size = list.size ?? view.size
    const cursor = page === 1 ? null : (list.cursor ?? cursors.recall({ filters, page, size }))
    return { filters, page, size, cursor }
  }, [list, view.size, cursors])
}
