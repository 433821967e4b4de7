import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { filterKey } from './listMemory.ts'
import type { MemberListModel } from './useMemberListModel.ts'
import { useMembersMessages } from '../useMembersMessages.ts'

/** Has a screen reader say how many match after a search or a filter. Pages say themselves which they are. */
export function useListAnnouncements({ list, filters, total }: MemberListModel): void {
  const announce = useAnnounce()
  const { list: messages } = useMembersMessages()
  const key = filterKey(filters)
  const said = useRef(key)
  const count = list.type === 'none' ? 0 : list.type === 'page' && !list.stale ? total : null
  useEffect(() => {
    if (count === null || said.current === key) return
    said.current = key
    announce(count === 0 ? messages.nothingMatches : messages.matches(count))
  }, [announce, count, key, messages])
}
