import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import { useSessionPart } from '../../../hooks/useSessionSnapshot.ts'
import { useStoredPreference } from '../../portal/useStoredPreference.ts'
import { readListView, type ListView } from './listColumns.ts'
import {
  createCursorMemory,
  createReturnPoint,
  type CursorMemory,
  type ReturnPoint,
} from './listMemory.ts'
import { NO_SELECTION, type MemberSelection } from './selection.ts'

/** What of the list outlives its screen: it is there again when one comes back from a member. */
export interface MemberListMemory {
  view: ListView
  setView: (view: ListView) => void
  selection: MemberSelection
  setSelection: (selection: MemberSelection) => void
  cursors: CursorMemory
  returnPoint: ReturnPoint
}

/** Filled by the part; null where the list stands alone, and remembers for itself. */
export const MemberListMemoryContext = createContext<MemberListMemory | null>(null)

export function useMemberListMemory(): MemberListMemory {
  const [view, setView] = useStoredPreference('members-list', readListView)
  const viewerId = useSessionPart(({ identity }) => identity?.memberId ?? null)
  const [kept, setKept] = useState(() => emptyMemory(viewerId))
  // Somebody else signed in: nothing of the former one is chosen, or shown. Who signs in again finds it as it was.
  const isOthers = viewerId !== null && kept.viewerId !== null && kept.viewerId !== viewerId
  const current = isOthers ? emptyMemory(viewerId) : kept
  if (isOthers) setKept(current)
  else if (viewerId !== null && kept.viewerId === null) setKept({ ...kept, viewerId })
  const setSelection = useCallback(
    (selection: MemberSelection) => setKept((before) => ({ ...before, selection })),
    [],
  )
  const own = useMemo(() => {
    const { selection, cursors, returnPoint } = current
    return { view, setView, selection, setSelection, cursors, returnPoint }
  }, [view, setView, current, setSelection])
  return useContext(MemberListMemoryContext) ?? own
}

interface KeptMemory extends Pick<MemberListMemory, 'selection' | 'cursors' | 'returnPoint'> {
  /** Whose it is; null while that is not known. */
  viewerId: string | null
}

const emptyMemory = (viewerId: string | null): KeptMemory => ({
  viewerId,
  selection: NO_SELECTION,
  cursors: createCursorMemory(),
  returnPoint: createReturnPoint(),
})
