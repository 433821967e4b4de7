'use client'
import { useEffect, useRef, useState } from 'react'
import { formatNumber } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Progress } from '../../ui/Progress.tsx'
import type { MembersViewer } from '../useMembersViewer.ts'
import { OutcomesDialog } from './OutcomesDialog.tsx'
import { outcomeText, progressText, runNotice } from './runText.ts'
import { StoppedRun } from './StoppedRun.tsx'
import { useBulkMessages } from './useBulkMessages.ts'
import { useInterruptedRun } from './useInterruptedRun.ts'
import { useMemberRun, type MemberRunModel } from './useMemberRun.ts'
import { useRuns, type MemberRun } from './useRuns.ts'

export interface RunPanelProps {
  open: boolean
  viewer: MembersViewer
}

/** At the bottom of the part: how far a run is, what became of it, and what one can do about it. */
export function RunPanel({ open, viewer }: RunPanelProps) {
  const { current } = useRuns()
  if (current !== null) return <RunCard key={current.key} current={current} viewer={viewer} />
  return open && <Interrupted viewer={viewer} />
}

function RunCard({ current, viewer }: { current: MemberRun; viewer: MembersViewer }) {
  const texts = useBulkMessages()
  const model = useMemberRun(current, viewer)
  const [showsOutcomes, setShowsOutcomes] = useState(false)
  const card = useFocusIfNowhere()
  const { snapshot } = model
  const { type } = current.action
  const notice = runNotice(snapshot, texts)
  const hasOutcomes = snapshot.total !== null && snapshot.total > 0
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={texts.run.label}
      data-part="members-run"
      data-state={snapshot.state}
    >
      {snapshot.isOver ? (
        <p data-part="members-run-outcome" role="status">
          {snapshot.state === 'stopped' ? (
            <StoppedRun snapshot={snapshot} />
          ) : (
            outcomeText(snapshot, type, texts)
          )}
        </p>
      ) : (
        <Progress
          label={texts.run.title[type]}
          value={settledOf(snapshot)}
          max={snapshot.total ?? snapshot.expected}
          text={progressText(snapshot, texts)}
        />
      )}
      <p data-part="members-run-notice" role="status">
        {snapshot.isOver ? <UndoNotice type={type} done={snapshot.counts.done} /> : notice}
        {!snapshot.isOver &&
          notice === null &&
          (model.isRemembered ? texts.run.leaving : texts.run.leavingForgotten)}
      </p>
      <div data-part="members-run-actions">
        <RunButtons model={model} />
        {hasOutcomes && (
          <Button size="small" onClick={() => setShowsOutcomes(true)}>
            {texts.run.details}
          </Button>
        )}
        {snapshot.isOver && (
          <Button size="small" variant="ghost" onClick={model.dismiss}>
            {texts.run.dismiss}
          </Button>
        )}
      </div>
      <OutcomesDialog
        open={showsOutcomes}
        onOpenChange={setShowsOutcomes}
        snapshot={snapshot}
        rows={model.rows}
        nameOf={viewer.roles.nameOf}
      />
    </section>
  )
}

function RunButtons({ model }: { model: MemberRunModel }) {
  const { run } = useBulkMessages()
  const { snapshot, retryFailed, undo } = model
  if (snapshot.isOver) {
    return (
      <>
        {undo && (
          <Button size="small" denied={undo.denied} onClick={undo.run}>
            {run.undo}
          </Button>
        )}
        {retryFailed && (
          <Button size="small" onClick={retryFailed}>
            {run.retry(snapshot.counts.failed)}
          </Button>
        )}
      </>
    )
  }
  if (snapshot.state === 'cancelled' || snapshot.state === 'stopped') return null
  return (
    <>
      {snapshot.state === 'paused' ? (
        <Button size="small" variant="primary" onClick={model.resume}>
          {run.resume}
        </Button>
      ) : (
        <Button size="small" onClick={model.pause}>
          {run.pause}
        </Button>
      )}
      <Button size="small" onClick={model.cancel}>
        {run.cancel}
      </Button>
    </>
  )
}

/** Says of what cannot be taken back that it cannot. */
function UndoNotice({ type, done }: { type: MemberRun['action']['type']; done: number }) {
  const { run } = useBulkMessages()
  if (done === 0) return null
  return type in run.cannotUndo ? cannotUndo(run.cannotUndo, type) : null
}

function Interrupted({ viewer }: { viewer: MembersViewer }) {
  const { interrupted: texts } = useBulkMessages()
  const locale = useLocale()
  const model = useInterruptedRun(viewer)
  if (model === null) return null
  const { action, total, done, uncertain, notStarted } = model.interrupted
  const finished = texts.done[action.type](formatNumber(locale, done), formatNumber(locale, total))
  return (
    <div data-part="members-run-interrupted">
      <Callout
        tone="warning"
        title={texts.title}
        actions={
          <>
            <Button size="small" variant="primary" denied={model.denied} onClick={model.goOn}>
              {texts.continue}
            </Button>
            <Button size="small" onClick={model.dismiss}>
              {texts.dismiss}
            </Button>
          </>
        }
      >
        {texts.text(finished, notStarted.length, uncertain.length)}
      </Callout>
    </div>
  )
}

/** What began it may be gone from the screen: then the focus comes here and is not lost. */
function useFocusIfNowhere() {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) card.current?.focus()
  }, [])
  return card
}

const settledOf = ({ counts, total, collected }: MemberRunModel['snapshot']) =>
  total === null ? collected : total - counts.waiting - counts.running

function cannotUndo(texts: Readonly<Record<string, string>>, type: string): string | null {
  return texts[type] ?? null
}
