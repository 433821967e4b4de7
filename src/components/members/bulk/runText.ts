import type { Messages } from '../../i18n/messages.ts'
import type { MemberActionType } from './memberAction.ts'
import type { RunSnapshot } from './run.ts'

type Texts = Messages['membersBulk']

/** How far a run is, in a line: `312 of 5,000 · 12 left out · 3 failed · about 2 minutes left`. */
export function progressText(snapshot: RunSnapshot, { run }: Texts): string {
  const { counts, total, timeLeft } = snapshot
  if (total === null) return run.collecting(snapshot.collected, snapshot.expected)
  const parts = [run.progress(total - counts.waiting - counts.running, total)]
  if (counts.skipped > 0) parts.push(run.skipped(counts.skipped))
  if (counts.failed > 0) parts.push(run.failed(counts.failed))
  if (timeLeft !== null && snapshot.state === 'running') parts.push(timeText(timeLeft, run))
  return run.joined(parts)
}

/** What became of it: `388 members deactivated · 12 failed`. */
export function outcomeText(snapshot: RunSnapshot, action: MemberActionType, texts: Texts): string {
  const { counts } = snapshot
  const parts = [texts.outcome.done[action](counts.done)]
  if (counts.failed > 0) parts.push(texts.run.failed(counts.failed))
  if (counts.skipped > 0) parts.push(texts.run.skipped(counts.skipped))
  if (counts.notStarted > 0) parts.push(texts.outcome.notStarted(counts.notStarted))
  return texts.run.joined(parts)
}

/** What a run that is not simply running is about; null where there is nothing to say. */
export function runNotice({ state, wait, pausedBy, counts }: RunSnapshot, { run }: Texts) {
  if (state === 'cancelled' && counts.running > 0) return run.cancelling(counts.running)
  if (state === 'paused') return pausedBy === 'failures' ? run.pausedByFailures : run.paused
  if (state === 'waiting' && wait !== null) {
    return wait.for === 'network'
      ? run.waitingNetwork
      : run.waitingLimit(Math.max(1, Math.ceil(wait.length / 1000)))
  }
  return null
}

function timeText(milliseconds: number, run: Texts['run']): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  return seconds < 90 ? run.secondsLeft(seconds) : run.minutesLeft(Math.round(seconds / 60))
}
