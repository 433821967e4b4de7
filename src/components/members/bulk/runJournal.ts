import type { MemberAction } from './memberAction.ts'

/** Where a journal lies. It may be full, blocked, or hold anything: then there is no journal. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What each row is written as. `sent`: it was under way, or never heard of, so it may have happened. */
const LETTERS = { waiting: 'w', sent: 'r', done: 'd', skipped: 's', failed: 'f' } as const

export type JournalState = keyof typeof LETTERS

/** A run that was not at its end when the page was closed. No names or addresses, only ids. */
export interface InterruptedRun {
  action: MemberAction
  total: number
  done: number
  /** May have happened. */
  uncertain: string[]
  notStarted: string[]
}

export interface RunJournal {
  begin: (action: MemberAction, ids: readonly string[]) => void
  /** Writes where the rows stand, in the order of the ids. `closed`: the page goes away. */
  note: (states: readonly JournalState[], options?: { closed?: boolean }) => void
  clear: () => void
  /** What was left unfinished; null where nothing was, or it still goes on in another tab. */
  read: () => InterruptedRun | null
}

const DAY = 24 * 60 * 60 * 1000
/** A page that has said nothing for so long is gone; timers of a hidden one come once a minute. */
const SILENCE = 150_000

/**
 * What a run has done, kept in the browser's storage so that it can be told and gone on with after the page was closed. The ids
 * are written once, then a letter for each.
 */
export function createRunJournal(
  storage: JournalStorage,
  key: string,
  now: () => number,
): RunJournal {
  const progressKey = `${key}:progress`
  const clear = () => {
    attempt(() => {
      storage.removeItem(key)
      storage.removeItem(progressKey)
    })
  }
  return {
    begin: (action, ids) => {
      clear()
      attempt(() => storage.setItem(key, JSON.stringify({ action, ids, began: now() })))
    },
    note: (states, { closed = false } = {}) => {
      const letters = states.map((state) => LETTERS[state]).join('')
      attempt(() => storage.setItem(progressKey, JSON.stringify({ letters, at: now(), closed })))
    },
    clear,
    read: () => {
      const plan = parse(attempt(() => storage.getItem(key)))
      const progress = parse(attempt(() => storage.getItem(progressKey)))
      if (!isPlan(plan) || !isProgress(progress)) return null
      if (now() - plan.began > DAY) {
        clear()
        return null
      }
      if (!progress.closed && now() - progress.at < SILENCE) return null
      return interruptedRun(plan, progress.letters)
    },
  }
}

/** Whether there may be something to tell: without reading it. */
export function hasJournal(storage: JournalStorage, key: string): boolean {
  return Boolean(attempt(() => storage.getItem(`${key}:progress`)))
}

interface Plan {
  action: MemberAction
  ids: string[]
  began: number
}

function interruptedRun({ action, ids }: Plan, letters: string): InterruptedRun | null {
  const lettered = (letter: string) => ids.filter((_id, index) => letters[index] === letter)
  const uncertain = lettered(LETTERS.sent)
  const notStarted = lettered(LETTERS.waiting)
  if (uncertain.length + notStarted.length === 0) return null
  const done = lettered(LETTERS.done).length
  return { action, total: ids.length, done, uncertain, notStarted }
}

function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

function parse(text: string | null): unknown {
  return text === null ? null : attempt((): unknown => JSON.parse(text))
}

function isPlan(value: unknown): value is Plan {
  if (!isRecord(value)) return false
  const { action, ids, began } = value
  return (
    isRecord(action) &&
    typeof action['type'] === 'string' &&
    typeof began === 'number' &&
    Array.isArray(ids) &&
    ids.every((id) => typeof id === 'string')
  )
}

function isProgress(value: unknown): value is { letters: string; at: number; closed: boolean } {
  return isRecord(value) && typeof value['letters'] === 'string' && typeof value['at'] === 'number'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
