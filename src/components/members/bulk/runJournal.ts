import type { MemberAction } from './memberAction.ts'

/** Where journals lie. It may be full, blocked, or hold anything: then there is no journal. */
export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What each row is written as. `sent`: it was under way, or never heard of, so it may have happened. */
const LETTERS = { waiting: 'w', sent: 'r', done: 'd', skipped: 's', failed: 'f' } as const

export type JournalState = keyof typeof LETTERS

/** A run that was not at its end when the page was closed. No names or addresses, only ids. */
export interface InterruptedRun {
  /** Of its journal. */
  key: string
  action: MemberAction
  total: number
  done: number
  /** May have happened. */
  uncertain: string[]
  notStarted: string[]
}

/** The journal of one run. */
export interface RunJournal {
  /** False where it cannot be kept: too many for the storage, say, or there is none. */
  begin: (action: MemberAction, ids: readonly string[]) => boolean
  /** Writes where the rows stand, in the order of the ids. `closed`: the page goes away. */
  note: (states: readonly JournalState[], options?: { closed?: boolean }) => void
  /** Takes over what another page has left, before it goes on: false where somebody else was quicker. */
  take: () => boolean
  /** Gives back what was taken and did not go on. */
  release: () => void
  clear: () => void
}

const DAY = 24 * 60 * 60 * 1000
/** A page that has said nothing for so long is gone; timers of a hidden one come once a minute. */
const SILENCE = 150_000
const PROGRESS = ':progress'

/**
 * What a run has done, kept in the browser's storage so that it can be told and gone on with after the page was closed. The ids
 * are written once, then a letter for each. Each run has a key of its own, so that runs of two tabs do not meet.
 */
export function createRunJournal(
  storage: JournalStorage,
  key: string,
  now: () => number,
): RunJournal {
  const clear = () => clearRun(storage, key)
  const setProgress = (letters: string, closed: boolean) => {
    const progress: Progress = { letters, at: now(), closed }
    storage.setItem(key + PROGRESS, JSON.stringify(progress))
  }
  return {
    begin: (action, ids) => {
      clear()
      const isKept = attempt(() => {
        storage.setItem(key, JSON.stringify({ action, ids }))
        setProgress(LETTERS.waiting.repeat(ids.length), false)
        return true
      })
      if (!isKept) clear()
      return isKept ?? false
    },
    note: (states, { closed = false } = {}) => {
      const letters = states.map((state) => LETTERS[state]).join('')
      attempt(() => setProgress(letters, closed))
    },
    take: () => {
      const found = readRun(storage, key, now())
      if (found === null) return false
      attempt(() => setProgress(found.letters, false))
      return true
    },
    release: () => {
      attempt(() => {
        const progress = parse(storage.getItem(key + PROGRESS))
        if (isProgress(progress)) setProgress(progress.letters, true)
      })
    },
    clear,
  }
}

/**
 * What was left unfinished by pages that are gone, by the beginning of the keys. Journals that say nothing any more are
 * thrown away.
 */
export function interruptedRuns(
  storage: JournalStorage,
  prefix: string,
  now: number,
): InterruptedRun[] {
  return runKeys(storage, prefix).flatMap((key) => readRun(storage, key, now)?.run ?? [])
}

/** Whether there may be something to tell: without reading it. */
export const hasJournal = (storage: JournalStorage, prefix: string): boolean =>
  runKeys(storage, prefix).length > 0

interface Plan {
  action: MemberAction
  ids: string[]
}

interface Progress {
  letters: string
  /** When the page said it. */
  at: number
  closed: boolean
}

function runKeys(storage: JournalStorage, prefix: string): string[] {
  const keys = attempt(() =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
  )
  return (keys ?? [])
    .filter((key) => key.endsWith(PROGRESS))
    .map((key) => key.slice(0, -PROGRESS.length))
    .filter((key) => key.startsWith(`${prefix}:`))
    .sort()
}

/** null where there is nothing to tell, or a page is still at it. */
function readRun(storage: JournalStorage, key: string, now: number) {
  const plan = parse(attempt(() => storage.getItem(key)))
  const progress = parse(attempt(() => storage.getItem(key + PROGRESS)))
  if (isProgress(progress) && !progress.closed && now - progress.at < SILENCE) return null
  const run =
    isPlan(plan) && isProgress(progress) && now - progress.at <= DAY
      ? interruptedRun(key, plan, progress.letters)
      : null
  if (run === null || !isProgress(progress)) {
    clearRun(storage, key)
    return null
  }
  return { run, letters: progress.letters }
}

function interruptedRun(
  key: string,
  { action, ids }: Plan,
  letters: string,
): InterruptedRun | null {
  const lettered = (letter: string) => ids.filter((_id, index) => letters[index] === letter)
  const uncertain = lettered(LETTERS.sent)
  const notStarted = lettered(LETTERS.waiting)
  if (uncertain.length + notStarted.length === 0) return null
  const done = lettered(LETTERS.done).length
  return { key, action, total: ids.length, done, uncertain, notStarted }
}

function clearRun(storage: JournalStorage, key: string) {
  attempt(() => {
    storage.removeItem(key)
    storage.removeItem(key + PROGRESS)
  })
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
  return isRecord(value) && isAction(value['action']) && isTexts(value['ids'])
}

function isAction(value: unknown): value is MemberAction {
  if (!isRecord(value)) return false
  switch (value['type']) {
    case 'addRoles':
    case 'removeRoles':
      return isTexts(value['roles'])
    case 'restoreRoles': {
      const { changeOf } = value
      return isRecord(changeOf) && Object.values(changeOf).every(isRoleChange)
    }
    default:
      return typeof value['type'] === 'string' && PLAIN.has(value['type'])
  }
}

const PLAIN: ReadonlySet<string> = new Set<MemberAction['type']>([
  'deactivate',
  'reactivate',
  'resendInvitations',
  'revokeInvitations',
  'revokeSessions',
])

const isRoleChange = (value: unknown) =>
  isRecord(value) && isTexts(value['add']) && isTexts(value['remove'])

function isProgress(value: unknown): value is Progress {
  return (
    isRecord(value) &&
    typeof value['letters'] === 'string' &&
    typeof value['at'] === 'number' &&
    typeof value['closed'] === 'boolean'
  )
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
