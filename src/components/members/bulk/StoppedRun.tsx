'use client'
import { ErrorState } from '../../ui/ErrorState.tsx'
import type { RunSnapshot } from './run.ts'
import { useBulkMessages } from './useBulkMessages.ts'

/** Why a run was stopped, and what that means for what it was to change. */
export function StoppedRun({ snapshot }: { snapshot: RunSnapshot }) {
  const { run, outcome } = useBulkMessages()
  const { refused, error, counts } = snapshot
  const texts = run.stopped
  if (refused.length > 0) return <>{run.joined([texts.refusedTitle, texts.refused(refused)])}</>
  const wasUnderWay = counts.done + counts.failed > 0
  return wasUnderWay ? (
    <>{run.joined([texts.session, outcome.notStarted(counts.notStarted)])}</>
  ) : (
    <ErrorState title={texts.title} description={texts.failed} error={error} />
  )
}
