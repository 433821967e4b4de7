import { useCallback, useEffect } from 'react'
import type { RefObject } from 'react'
import type { Member } from '../../../client/types.ts'
import { useMemberListMemory } from './useMemberListMemory.ts'

/**
 * Brings whoever comes back from a member's page to the row where that began: everything is scrolled as it was, and the
 * row's link has the focus.
 */
export function useReturnToRow(
  listRef: RefObject<HTMLElement | null>,
  options: { hasRows: boolean },
): (member: Member) => void {
  const { hasRows } = options
  const { returnPoint } = useMemberListMemory()
  useEffect(() => {
    if (!hasRows) return
    const point = returnPoint.take()
    if (point === null) return
    const rows = listRef.current?.querySelectorAll<HTMLElement>('[data-key]') ?? []
    const row = [...rows].find(({ dataset }) => dataset['key'] === point.memberId)
    row?.querySelector('a')?.focus({ preventScroll: true })
    point.scroll()
  }, [hasRows, listRef, returnPoint])
  return useCallback(
    (member) => returnPoint.leave(member.member_id, listRef.current),
    [returnPoint, listRef],
  )
}
