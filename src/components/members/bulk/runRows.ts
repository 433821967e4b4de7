import type { RowState, RunCounts, RunJob, RunRow } from './run.ts'

/** A row while its run writes to it. */
export type WrittenRow<Item, Result, Reason> = {
  -readonly [Key in keyof RunRow<Item, Result, Reason>]: RunRow<Item, Result, Reason>[Key]
} & {
  /** How often it failed since it was last begun anew. */
  failures: number
}

/** The rows of a run, each once, and how many of them are where. */
export interface RunRows<Item, Result, Reason> {
  all: readonly WrittenRow<Item, Result, Reason>[]
  counts: RunCounts
  /** The new row where there is something to do; null where it is skipped, or was there before. */
  add: (item: Item) => WrittenRow<Item, Result, Reason> | null
  set: (row: WrittenRow<Item, Result, Reason>, state: RowState) => void
}

export function createRunRows<Item, Result, Reason extends string>({
  idOf,
  skip,
}: Pick<RunJob<Item, Result, Reason>, 'idOf' | 'skip'>): RunRows<Item, Result, Reason> {
  const all: WrittenRow<Item, Result, Reason>[] = []
  const known = new Set<string>()
  const counts = { waiting: 0, running: 0, done: 0, skipped: 0, failed: 0, notStarted: 0 }
  return {
    all,
    counts,
    add: (item) => {
      const id = idOf(item)
      if (known.has(id)) return null
      known.add(id)
      const reason = skip(item)
      const state = reason === null ? 'waiting' : 'skipped'
      const row: WrittenRow<Item, Result, Reason> = { id, item, state, reason, ...untried }
      all.push(row)
      counts[state] += 1
      return reason === null ? row : null
    },
    set: (row, state) => {
      counts[row.state] -= 1
      counts[state] += 1
      row.state = state
    },
  }
}

const untried = { result: null, already: false, error: null, uncertain: false, failures: 0 }
