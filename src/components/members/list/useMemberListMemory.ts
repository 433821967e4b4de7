import { createContext, useContext, useMemo, useState } from 'react'
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
  const [selection, setSelection] = useState(NO_SELECTION)
  const [cursors] = useState(createCursorMemory)
  const [returnPoint] = useState(createReturnPoint)
  const own = useMemo(
    () => ({ view, setView, selection, setSelection, cursors, returnPoint }),
    [view, setView, selection, cursors, returnPoint],
  )
  return useContext(MemberListMemoryContext) ?? own
}
