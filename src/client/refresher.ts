import { BEGUN, CONFIRMED_AT, type SessionStore } from './sessionStore.ts'
import type { ClientStorage, Items } from './storage.ts'

/** The session's JWT lives five minutes. */
export const INTERVAL = 180_000
/** Two tabs whose timers are this close to each other refresh once. */
const TOLERANCE = 1_000
const TIMEOUT = 30_000
/** The longest that a tab keeps the others waiting: for its next try after several failures. */
const LONGEST_LEASE = 257_000
/** Until when a tab is at it, in milliseconds since the epoch; lapses if the tab dies. */
const LEASE = 'refresh_lease'

export interface Refresher {
  /** Asks the server now, unless another tab does so at this moment. */
  check: () => void
  stop: () => void
}

/**
 * Keeps the session fresh, in one tab for all tabs of the origin. Every tab has a timer; whoever
 * comes first takes the lock (where there are no Web Locks: the lease), and the others then find the
 * work done.
 */
export function createRefresher(
  storage: ClientStorage,
  items: Items,
  own: Items,
  store: SessionStore,
  refresh: (signal: AbortSignal) => Promise<unknown>,
): Refresher {
  const stopping = new AbortController()
  const { signal } = stopping
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isRunning = false

  const plan = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(intervalAgo(), LONGEST_LEASE), milliseconds)
  }
  const check = () => void run(Date.now())
  const intervalAgo = () => Date.now() - INTERVAL + TOLERANCE

  const confirmedAt = () => Number(own.get(CONFIRMED_AT))
  /** A lease that ends later than leases do was given by another clock. */
  const leaseLeft = (longest: number) => {
    const left = Number(own.get(LEASE)) - Date.now()
    return left > 0 && left <= longest ? left : 0
  }

  /** Refreshes, unless that was done after `since`, and plans the next time. */
  async function run(since: number, longestLease = 0, isAtOnce = false) {
    if (isRunning) return
    isRunning = true
    let wait = INTERVAL
    const turn = async () => {
      if (signal.aborted || !store.isOpen()) return
      const now = Date.now()
      // A tab that failed has given the lease itself, until its next try.
      const lease = failures ? 0 : leaseLeft(longestLease)
      if (confirmedAt() > since && confirmedAt() <= now) {
        store.sync()
        // Later than the tab that did it, which so keeps doing it for all.
        wait += confirmedAt() - now + TOLERANCE
      } else if (lease) {
        wait = lease + TOLERANCE
      } else {
        own.set(String(now + TIMEOUT), LEASE)
        await refresh(AbortSignal.timeout(TIMEOUT))
        own.remove(LEASE)
      }
    }
    let turned: Promise<void> | undefined
    const once = () => (turned ??= turn())
    try {
      // A lock that is refused, as in a frame without an origin, is done without.
      await Promise.all([
        isAtOnce && once(),
        storage.lock?.(own.keyOf(LEASE), once).catch(once) ?? once(),
      ])
      failures = 0
    } catch {
      // Unless it was final (then the session is over), it is tried again until it works.
      wait = 2000 * 2 ** Math.min(++failures, 7) + 350 * (Math.random() - 0.5)
      own.set(String(Date.now() + wait), LEASE)
    }
    isRunning = false
    if (store.isOpen() && !signal.aborted) plan(wait)
  }

  // Timers stand still while the machine sleeps, and a page that comes back from the browser's cache
  // has missed what other tabs did.
  const wake = () => {
    if (!store.isOpen()) return
    store.sync('unasked')
    void run(intervalAgo(), TIMEOUT)
  }
  if (typeof document === 'object') {
    for (const event of ['online', 'pageshow', 'visibilitychange']) {
      addEventListener(event, wake, { signal })
    }
  }

  const unfollow = storage.subscribe((key) => {
    if (key === items.keyOf() || key === own.keyOf(BEGUN)) store.sync()
  })
  const unsubscribe = store.subscribe((now, before) => {
    if (!store.isOpen()) clearTimeout(timer)
    else if (now.status === 'loading') check()
    else if (now.session?.member_session_id !== before.session?.member_session_id) plan(INTERVAL)
  })

  if (store.isOpen()) {
    // Getting the lock takes long while a page starts, and is of use only if another tab is starting too.
    const isAlone = !leaseLeft(TIMEOUT) && Date.now() - confirmedAt() > TOLERANCE
    void run(Date.now(), 0, isAlone)
  }

  return {
    check,
    stop: () => {
      stopping.abort()
      clearTimeout(timer)
      unfollow()
      unsubscribe()
    },
  }
}
