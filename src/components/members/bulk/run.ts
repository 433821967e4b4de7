/** Where one row stands. `notStarted`: the run was ended before its turn. */
export type RowState = 'waiting' | 'running' | 'done' | 'skipped' | 'failed' | 'notStarted'

/** One row of a run and what became of it. */
export interface RunRow<Item, Result, Reason> {
  readonly id: string
  readonly item: Item
  readonly state: RowState
  /** What doing it gave; there when it is done by this run. */
  readonly result: Result | null
  /** It was so before: somebody else has done it. */
  readonly already: boolean
  /** Why it was skipped. */
  readonly reason: Reason | null
  /** Why it failed. */
  readonly error: Error | null
  /** It was sent, and no answer came: it may have happened. */
  readonly uncertain: boolean
}

/** Items that come page by page. A page that fails is asked for again, so `nextPage` keeps its own place. */
export interface ItemSource<Item> {
  /** How many will come, where that is known. */
  expected: number | null
  /** The next page; null when there is no more. */
  nextPage: () => Promise<readonly Item[] | null>
}

/** What is to be done to many. */
export interface RunJob<Item, Result, Reason extends string> {
  source: readonly Item[] | ItemSource<Item>
  idOf: (item: Item) => string
  /** Why nothing is to be done here; null where something is. */
  skip: (item: Item) => Reason | null
  /** Does it. It may be called again for the same item after a failure. */
  send: (item: Item) => Promise<Result>
  /** Whether a refusal says that it is so already. */
  isAlready?: ((error: Error) => boolean) | undefined
  /** Looks at all that would be done, before the first; whom it names stand against it, and nothing is done. */
  vet?: ((items: readonly Item[]) => Promise<readonly string[]>) | undefined
  /** Called when nothing is under way, at pauses and at the end, if something was sent since. */
  onRest?: (() => void) | undefined
  /** How many are sent at a time. @default 4 */
  concurrency?: number | undefined
}

/** The world that a run lives in, so that tests can have their own. Times in milliseconds. */
export interface RunSurroundings {
  now: () => number
  /** Calls back once; returns what takes it back. */
  after: (milliseconds: number, callback: () => void) => () => void
  /** 0 to 1. */
  random: () => number
  isOnline: () => boolean
  /** Calls back whenever the network is there again; returns what ends it. */
  onOnline: (callback: () => void) => () => void
}

export type RunState =
  'collecting' | 'running' | 'paused' | 'waiting' | 'cancelled' | 'finished' | 'stopped'

/** What a run waits for by itself: leave to send on, or the network; it tries again at `until`. */
export interface RunWait {
  for: 'limit' | 'network'
  until: number
  /** How long that was when it began to wait, in milliseconds. */
  length: number
}

export type RunCounts = Readonly<Record<RowState, number>>

/** What is seen of a run; a new object after each change, and the same until then. */
export interface RunSnapshot {
  state: RunState
  counts: RunCounts
  /** All rows; null while they are being collected. */
  total: number | null
  /** Rows collected so far, and how many there will be where that is known. */
  collected: number
  expected: number | null
  wait: RunWait | null
  /** Who paused it: the viewer, or the run itself because many in a row failed. */
  pausedBy: 'viewer' | 'failures' | null
  /** Rows a second, of late; null until known. */
  rate: number | null
  /** Milliseconds to go at that rate; null until known. */
  timeLeft: number | null
  /** Ended, and nothing is under way any more. */
  isOver: boolean
  /** Why it was stopped. */
  error: Error | null
  /** Who stands against it: nothing was done. */
  refused: readonly string[]
}

export interface Run<Item, Result, Reason extends string> {
  getSnapshot: () => RunSnapshot
  /** Told of changes, ten times a second at most. */
  subscribe: (listener: () => void) => () => void
  /** All rows as they stand now. */
  rows: () => readonly RunRow<Item, Result, Reason>[]
  /** Rows under way go on; no other begins. */
  pause: () => void
  resume: () => void
  /** Rows under way finish; the others are not started any more. */
  cancel: () => void
  /** Does what failed once more, after the end. */
  retryFailed: () => void
  /** Settles when it is over. */
  over: () => Promise<void>
}
