import type { MemberAction } from './memberAction.ts'
import type { Run, RunRow, RunSurroundings } from './run.ts'
import type { JournalState, RunJournal } from './runJournal.ts'

const WRITTEN_EVERY = 2000
/** A sign of life, for other tabs: while a run is paused nothing else is written. */
const BEAT = 30_000

/**
 * Writes down where a run stands as long as it goes on. The returned function is for a page that goes away, or a run that is
 * left behind: what is not done then can be told, and gone on with, later.
 */
export function keepJournal<Item, Result, Reason extends string>(
  run: Run<Item, Result, Reason>,
  action: MemberAction,
  journal: RunJournal,
  { now, after }: RunSurroundings,
): { close: () => void; stop: () => void; isKept: () => boolean } {
  let isOpen = false
  let isKept = true
  let written = 0
  let stopBeat = () => {}

  const write = (closed: boolean) => {
    written = now()
    if (isKept) journal.note(run.rows().map(stateOf), { closed })
    stopBeat()
    stopBeat = closed ? () => {} : after(BEAT, look)
  }
  function look() {
    const { isOver, total, state } = run.getSnapshot()
    if (total === null) return
    if (isOver) {
      stopBeat()
      // Somebody may sign in again, and go on.
      if (isOpen && state === 'stopped') write(true)
      else if (isOpen || state === 'finished') journal.clear()
      else journal.release()
      isOpen = false
      return
    }
    if (!isOpen) {
      isOpen = true
      isKept = journal.begin(
        action,
        run.rows().map(({ id }) => id),
      )
      write(false)
    } else if (now() - written >= WRITTEN_EVERY) write(false)
  }
  const unsubscribe = run.subscribe(look)
  return {
    close: () => {
      if (isOpen) write(true)
      else if (run.getSnapshot().total === null) journal.release()
    },
    isKept: () => isKept,
    stop: () => {
      unsubscribe()
      stopBeat()
      isOpen = false
    },
  }
}

function stateOf({ state, uncertain }: RunRow<unknown, unknown, unknown>): JournalState {
  if (state === 'running') return 'sent'
  if (state === 'waiting' || state === 'notStarted') return uncertain ? 'sent' : 'waiting'
  return state
}
