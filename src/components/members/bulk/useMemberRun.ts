import { useMemo, useSyncExternalStore } from 'react'
import { usePartWork } from '../../portal/useLeaveGuard.ts'
import type { Denied } from '../../portal/denied.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { actionDenied } from './actionAccess.ts'
import { changedMembers } from './changedMembers.ts'
import { undoAction } from './memberAction.ts'
import type { MemberRow } from './outcomes.ts'
import type { RunSnapshot } from './run.ts'
import { useRuns, type MemberRun } from './useRuns.ts'
import { useStartRun } from './useStartRun.ts'

export interface MemberRunModel {
  snapshot: RunSnapshot
  rows: () => readonly MemberRow[]
  /** Whether the browser keeps what is left, to be gone on with after the page was closed. */
  isRemembered: boolean
  pause: () => void
  resume: () => void
  cancel: () => void
  /** null where there is nothing to do again. */
  retryFailed: (() => void) | null
  /** null while it goes on, and where nothing was changed or it cannot be undone. */
  undo: { denied: Denied | undefined; run: () => void } | null
  dismiss: () => void
}

/**
 * The model of something that is done to many members: where it stands and what one can do about it. As long as it goes on,
 * leaving the part asks first.
 */
export function useMemberRun(
  { action, run, isRemembered }: MemberRun,
  viewer: MembersViewer,
): MemberRunModel {
  const snapshot = useSyncExternalStore(run.subscribe, run.getSnapshot, run.getSnapshot)
  const { dismiss } = useRuns()
  const { start } = useStartRun(viewer)
  usePartWork(!snapshot.isOver)

  const changed = useMemo(
    () => (snapshot.isOver ? changedMembers(action, run.rows()) : []),
    [action, run, snapshot],
  )
  const back = useMemo(() => undoAction(action, changed), [action, changed])
  const canRetry = snapshot.isOver && snapshot.state !== 'stopped' && snapshot.counts.failed > 0
  return {
    snapshot,
    rows: run.rows,
    isRemembered: isRemembered(),
    pause: run.pause,
    resume: run.resume,
    cancel: run.cancel,
    retryFailed: canRetry ? run.retryFailed : null,
    undo: back && {
      denied: actionDenied(back.type, viewer.access.others),
      run: () => start(back, { type: 'ids', ids: changed.map(({ id }) => id) }),
    },
    dismiss,
  }
}
