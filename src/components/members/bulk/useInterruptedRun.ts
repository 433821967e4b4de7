import { useMemo, useState } from 'react'
import type { Denied } from '../../portal/denied.ts'
import { useNow } from '../../portal/useNow.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { actionDenied } from './actionAccess.ts'
import type { InterruptedRun } from './runJournal.ts'
import { useRunJournals } from './useRunJournal.ts'
import { useStartRun } from './useStartRun.ts'

export interface InterruptedRunModel {
  interrupted: InterruptedRun
  /** Why the viewer may not go on with it (any more). */
  denied: Denied | undefined
  /** Does what was not started, and once more what is not certain. */
  goOn: () => void
  dismiss: () => void
}

/** A run that was under way when its page was closed; null where there is none, or another tab is still at it. */
export function useInterruptedRun(viewer: MembersViewer): InterruptedRunModel | null {
  const journals = useRunJournals(viewer.memberId)
  const { start } = useStartRun(viewer)
  const [turn, setTurn] = useState(0)
  const now = useNow()
  const interrupted = useMemo(
    // Read again each minute, and after each answer.
    () => (turn >= 0 ? journals.interrupted(now)[0] : undefined),
    [journals, now, turn],
  )
  if (interrupted === undefined) return null
  const { key, action, uncertain, notStarted } = interrupted
  const lookAgain = () => setTurn(turn + 1)
  return {
    interrupted,
    denied: actionDenied(action.type, viewer.access.others),
    goOn: () => {
      // Another tab may have gone on with it, or put it away.
      if (journals.open(key).take()) {
        start(action, { type: 'ids', ids: [...uncertain, ...notStarted] }, { journalKey: key })
      }
      lookAgain()
    },
    dismiss: () => {
      journals.open(key).clear()
      lookAgain()
    },
  }
}
