'use client'
import type { RunSnapshot } from '../bulk/run.ts'
import type { Messages } from '../../i18n/messages.ts'
import { formatRelative } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { downloadCsv } from '../downloadCsv.ts'
import { countOutcomes, isUnreached, outcomeTable } from './invitationResults.ts'
import { InvitationOutcomes } from './InvitationOutcomes.tsx'
import { outcomeText } from './inviteWords.ts'
import type { InvitationProgress } from './useInvitation.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface InvitationRunViewProps {
  progress: InvitationProgress
  onClose: () => void
}

/** Many are being sent, or were: how far it is, and what became of each. */
export function InvitationRunView({ progress, onClose }: InvitationRunViewProps) {
  const messages = useInviteMessages()
  const { run, options } = progress
  const { done } = messages
  const unreached = run.results.filter(isUnreached).length
  const snapshot = run.snapshot
  if (snapshot === null) return null
  const isFinished = progress.type === 'finished'
  return (
    <Card
      title={isFinished ? done[titleOf(snapshot)] : messages.run.title}
      footer={
        isFinished && (
          <>
            <Button
              onClick={() =>
                downloadCsv(
                  `${done.fileName}.csv`,
                  outcomeTable(run.results, options, messages.outcomes),
                )
              }
            >
              {done.download}
            </Button>
            {unreached > 0 ? (
              <Button onClick={progress.mend}>{done.mend(unreached)}</Button>
            ) : (
              <Button onClick={progress.startAgain}>{done.more}</Button>
            )}
            <Button variant="primary" onClick={onClose}>
              {messages.back}
            </Button>
          </>
        )
      }
    >
      <div data-part="invite-run">
        {isFinished ? (
          <Callout
            tone={unreached > 0 ? 'warning' : 'success'}
            announce="status"
            title={outcomeText(countOutcomes(run.results), messages)}
          />
        ) : (
          <UnderWay progress={progress} snapshot={snapshot} />
        )}
        <InvitationOutcomes results={run.results} />
      </div>
    </Card>
  )
}

const titleOf = ({ state }: RunSnapshot) => (state === 'finished' ? 'title' : 'titleCancelled')

interface UnderWayProps {
  progress: InvitationProgress
  snapshot: RunSnapshot
}

function UnderWay({ progress: { run: controls }, snapshot }: UnderWayProps) {
  const { run: words } = useInviteMessages()
  const locale = useLocale()
  const { counts, collected, pausedBy, timeLeft } = snapshot
  const settled = counts.done + counts.failed + counts.skipped + counts.notStarted
  const now = new Date()
  const text = [
    words.progress(settled, collected),
    counts.failed > 0 && words.failures(counts.failed),
    stateText(snapshot, words),
    snapshot.state === 'running' &&
      timeLeft !== null &&
      words.left(formatRelative(locale, new Date(now.getTime() + timeLeft), now)),
  ].filter((part) => part !== false)
  return (
    <>
      <Progress label={words.title} value={settled} max={collected} text={text.join(' · ')} />
      <div data-part="invite-ways">
        {pausedBy === null ? (
          <Button onClick={controls.pause}>{words.pause}</Button>
        ) : (
          <Button onClick={controls.resume}>{words.resume}</Button>
        )}
        <Button onClick={controls.cancel}>{words.cancel}</Button>
      </div>
    </>
  )
}

function stateText(
  { state, wait, pausedBy }: RunSnapshot,
  { states }: Messages['membersInvite']['run'],
): string {
  if (state === 'paused') return states[pausedBy === 'failures' ? 'failing' : 'paused']
  if (wait !== null) return states[wait.for === 'network' ? 'offline' : 'busy']
  return states.running
}
