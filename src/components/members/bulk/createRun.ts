import { backoff } from './backoff.ts'
import { createRate } from './rate.ts'
import type { Run, RunJob, RunSnapshot, RunSurroundings, RunWait } from './run.ts'
import { createRunRows, type WrittenRow } from './runRows.ts'
import { asError, sendFailure } from './sendFailure.ts'

/** How often one row is sent again after the server or the network failed. */
const REPEATS = 3
/** So many requests in a row without an answer: it is the network, not the row. */
const LOST_IN_A_ROW = 3
/** So many refusals in a row: the run pauses, for somebody to look at it. */
const FAILED_IN_A_ROW = 10
const TOLD_EVERY = 100

/**
 * Does one thing to many, a few at a time: collects them, does them, and accounts for each exactly once. Too many
 * requests (429) hold the whole run for as long as the server says; a server that fails has a row sent again up to three
 * times; a lost network halts the run until it is back. Knows nothing of React or of a page.
 *
 * @example
 * const run = createRun({ source: ids, idOf: (id) => id, skip: () => null, send: deactivate }, browserSurroundings)
 * await run.over()
 */
export function createRun<Item, Result, Reason extends string>(
  job: RunJob<Item, Result, Reason>,
  surroundings: RunSurroundings,
): Run<Item, Result, Reason> {
  type OwnRow = WrittenRow<Item, Result, Reason>
  const { now, after, random } = surroundings
  const concurrency = job.concurrency ?? 4
  const { all: rows, counts, add: addRow, set } = createRunRows<Item, Result, Reason>(job)
  const rate = createRate()
  const listeners = new Set<() => void>()
  let queue: OwnRow[] = []
  /** The first of the queue that is still to be sent. */
  let next = 0
  const delayed = new Map<OwnRow, () => void>()
  let freed: (() => void)[] = []
  const ending: (() => void)[] = []
  let phase: 'collecting' | 'running' | 'cancelled' | 'finished' | 'stopped' = 'collecting'
  let pausedBy: RunSnapshot['pausedBy'] = null
  let wait: RunWait | null = null
  let endWait = () => {}
  let error: Error | null = null
  let refused: readonly string[] = []
  let lost = 0
  let limited = 0
  let failed = 0
  let isUnsettled = false
  let stopTelling: (() => void) | null = null
  let snapshot = look()

  void collect()
  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rows: () => rows,
    pause: () => pause('viewer'),
    resume: () => {
      pausedBy = null
      failed = 0
      rate.reset()
      pump()
      tell()
    },
    cancel: () => end('cancelled'),
    retryFailed: () => {
      if (!look().isOver || phase === 'stopped') return
      const again = rows.filter((row) => row.state === 'failed')
      for (const row of again) {
        row.failures = 0
        set(row, 'waiting')
      }
      if (again.length === 0) return
      queue = again
      next = 0
      failed = 0
      pausedBy = null
      phase = 'running'
      rate.reset()
      pump()
      tell()
    },
    over: () =>
      new Promise((resolve) => {
        if (snapshot.isOver) resolve()
        else ending.push(resolve)
      }),
  }

  async function collect() {
    try {
      await collectAll()
      if (hasEnded()) return
      refused = await vet(queue.map((row) => row.item))
      if (hasEnded()) return
      if (refused.length > 0) {
        end('stopped')
        return
      }
      phase = 'running'
      pump()
      tell()
    } catch (failure) {
      stop(asError(failure))
    }
  }

  async function collectAll() {
    const { source } = job
    if ('nextPage' in source) {
      for (;;) {
        const page = await persist(() => source.nextPage())
        if (page === null) return
        page.forEach(add)
        tellSoon()
      }
    } else source.forEach(add)
  }

  async function vet(items: readonly Item[]): Promise<readonly string[]> {
    const { vet: look } = job
    if (look === undefined || items.length === 0) return []
    return (await persist(() => look(items))) ?? []
  }

  /** Asks until there is an answer, as long as that is worth it; null where the run ended meanwhile. */
  async function persist<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    for (let tries = 1; !hasEnded(); tries += 1) {
      try {
        const answer = await ask()
        if (!hasEnded()) return answer
      } catch (failure) {
        if (!hasEnded()) await collectingFailed(asError(failure), tries)
      }
    }
    return null
  }

  /** Waits until it is worth trying again; throws where it is not. */
  async function collectingFailed(failure: Error, tries: number) {
    const reason = sendFailure(failure)
    if (reason.type === 'limited') holdForLimit(reason.seconds)
    else if (reason.type === 'lost') holdForNetwork()
    else if (reason.type === 'broken' && tries <= REPEATS) hold('limit', backoff(tries, random))
    else throw failure
    await new Promise<void>((resolve) => freed.push(resolve))
  }

  function add(item: Item) {
    const row = addRow(item)
    if (row) queue.push(row)
  }

  /** Sends as many as may be under way. */
  function pump() {
    rest()
    if (phase !== 'running' || pausedBy !== null || wait !== null) return
    if (next < queue.length && !surroundings.isOnline()) {
      holdForNetwork()
      return
    }
    // After a loss one goes ahead of the others.
    const limit = lost >= LOST_IN_A_ROW ? 1 : concurrency
    while (counts.running < limit) {
      const row = queue[next]
      if (row === undefined) break
      next += 1
      void attempt(row)
    }
    if (counts.running === 0 && next >= queue.length && delayed.size === 0) end('finished')
  }

  async function attempt(row: OwnRow) {
    set(row, 'running')
    isUnsettled = true
    try {
      row.result = await job.send(row.item)
      succeed(row)
    } catch (failure) {
      attemptFailed(row, asError(failure))
    }
    pump()
    tellSoon()
  }

  function attemptFailed(row: OwnRow, failure: Error) {
    const reason = sendFailure(failure)
    if (reason.type === 'over') {
      putBack(row)
      stop(failure)
    } else if (reason.type === 'limited') {
      putBack(row)
      if (!hasEnded()) holdForLimit(reason.seconds)
    } else if (reason.type === 'lost') {
      maybeDone(row, failure)
      lost += 1
      if (hasEnded()) leave(row)
      else if (lost < LOST_IN_A_ROW && surroundings.isOnline()) tryLater(row, failure)
      else {
        putBack(row)
        holdForNetwork()
      }
    } else {
      lost = 0
      limited = 0
      if (reason.type === 'broken') {
        maybeDone(row, failure)
        if (hasEnded()) leave(row)
        else tryLater(row, failure)
      } else if (job.isAlready?.(failure)) {
        // Unless it was this run, unheard, somebody else was quicker.
        row.already = !row.uncertain
        succeed(row)
      } else fail(row, failure)
    }
  }

  function succeed(row: OwnRow) {
    row.error = null
    set(row, 'done')
    rate.note(now())
    failed = 0
    lost = 0
    limited = 0
  }

  function fail(row: OwnRow, failure: Error) {
    row.error = failure
    set(row, 'failed')
    rate.note(now())
    failed += 1
    if (failed >= FAILED_IN_A_ROW && next < queue.length) pause('failures')
  }

  /** The server may have done it all the same. */
  function maybeDone(row: OwnRow, failure: Error) {
    row.uncertain = true
    row.error = failure
  }

  /** It has no turn any more: not started, unless it was sent and never heard of. */
  function leave(row: OwnRow) {
    set(row, row.uncertain ? 'failed' : 'notStarted')
  }

  /** It was not done, and has its turn again, if there are still turns. */
  function putBack(row: OwnRow) {
    if (hasEnded()) {
      leave(row)
      return
    }
    set(row, 'waiting')
    if (next > 0) queue[--next] = row
    else queue.unshift(row)
  }

  function tryLater(row: OwnRow, failure: Error) {
    row.failures += 1
    if (row.failures > REPEATS) {
      fail(row, failure)
      return
    }
    set(row, 'waiting')
    const turn = () => {
      delayed.delete(row)
      queue.push(row)
      pump()
    }
    delayed.set(row, after(backoff(row.failures, random), turn))
  }

  function holdForLimit(seconds: number | null) {
    if (wait === null) limited += 1
    hold('limit', seconds === null ? backoff(limited, random) : seconds * 1000)
  }

  function holdForNetwork() {
    hold('network', backoff(Math.max(lost, LOST_IN_A_ROW), random))
  }

  function hold(reason: RunWait['for'], milliseconds: number) {
    const until = now() + milliseconds
    // The server's word holds, also where the network comes back before.
    if (wait?.for === 'limit' && wait.until >= until) return
    endWait()
    wait = { for: reason, until, length: until - now() }
    const stopTimer = after(until - now(), release)
    const stopListening = reason === 'network' ? surroundings.onOnline(release) : () => {}
    endWait = () => {
      stopTimer()
      stopListening()
    }
    tell()
  }

  function release() {
    endWait()
    endWait = () => {}
    wait = null
    rate.reset()
    for (const resolve of freed.splice(0)) resolve()
    pump()
    tell()
  }

  function pause(by: 'viewer' | 'failures') {
    if (hasEnded()) return
    pausedBy = by
    rest()
    tell()
  }

  function stop(failure: Error) {
    if (hasEnded()) return
    error = failure
    end('stopped')
  }

  function end(how: 'cancelled' | 'finished' | 'stopped') {
    if (hasEnded()) return
    phase = how
    for (const cancelTimer of delayed.values()) cancelTimer()
    delayed.clear()
    for (const row of rows) if (row.state === 'waiting') leave(row)
    pausedBy = null
    release()
    freed = []
  }

  /** Where nothing is under way, nor about to be, what lists show may be asked for again. */
  function rest() {
    if (counts.running > 0 || !isUnsettled || !(hasEnded() || pausedBy !== null)) return
    isUnsettled = false
    job.onRest?.()
  }

  function hasEnded() {
    return phase !== 'collecting' && phase !== 'running'
  }

  function look(): RunSnapshot {
    const perSecond = rate.read()
    const left = counts.waiting + counts.running
    const { source } = job
    return {
      state: hasEnded() ? phase : pausedBy !== null ? 'paused' : wait !== null ? 'waiting' : phase,
      counts: { ...counts },
      total: phase === 'collecting' ? null : rows.length,
      collected: rows.length,
      expected: 'nextPage' in source ? source.expected : source.length,
      wait,
      pausedBy,
      rate: perSecond,
      timeLeft: perSecond === null ? null : (left / perSecond) * 1000,
      isOver: hasEnded() && counts.running === 0,
      error,
      refused,
    }
  }

  function tellSoon() {
    if (hasEnded() && counts.running === 0) tell()
    else stopTelling ??= after(TOLD_EVERY, tell)
  }

  function tell() {
    stopTelling?.()
    stopTelling = null
    snapshot = look()
    for (const listener of listeners) listener()
    if (snapshot.isOver) for (const resolve of ending.splice(0)) resolve()
  }
}
