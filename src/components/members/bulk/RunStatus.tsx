'use client'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import type { MembersViewer } from '../useMembersViewer.ts'
import { useHasRunJournal } from './useRunJournal.ts'
import { useRuns } from './useRuns.ts'

const RunPanel = lazyWhenOpen(() => import('./RunPanel.tsx').then((file) => file.RunPanel))

/** What is being done to many members, or was when the page was closed. Nothing, and no code, where there is neither. */
export function RunStatus({ viewer }: { viewer: MembersViewer }) {
  const { current } = useRuns()
  const hasJournal = useHasRunJournal(viewer.memberId)
  return <RunPanel open={current !== null || hasJournal} viewer={viewer} />
}
