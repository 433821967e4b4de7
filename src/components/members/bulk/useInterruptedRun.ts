import { useMemo, useState } from 'react'
import { useNow } from '../../portal/useNow.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import type { InterruptedRun } from './runJournal.ts'
import { useRunJournal } from './useRunJournal.ts'
import { useStartRun } from './useStartRun.ts'

export interface InterruptedRunModel {
  interrupted: InterruptedRun
  /** Does what was not started, and once more what is not certain. */
  goOn: () => void
  dismiss: () => void
}

/** A run that was under way when the page was closed; null where there was none, or another tab is still at it. */
export function useInterruptedRun(viewer: MembersViewer): InterruptedRunModel | null {
  const journal = useRunJournal(viewer.memberId)
  const { start } = useStartRun(viewer)
  const [dismissed, setDismissed] = useState(false)
  const now = useNow()
  const interrupted = useMemo(
    () => (now > 0 && viewer.memberId !== '' ? journal.read() : null),
    [journal, now, viewer.memberId],
  )
  if (interrupted === null || dismissed) return null
  return {
    interrupted,
    goOn: () => {
      const { action, uncertain, notStarted } = interrupted
      start(action, { type: 'ids', ids: [...uncertain, ...notStarted] })
    },
    dismiss: () => {
      journal.clear()
      setDismissed(true)
    },
  }
}
