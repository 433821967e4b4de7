import { CONFIRMED_AT, type SessionStore } from './sessionStore.ts'
import type { ClientStorage, Items } from './storage.ts'

/** The session's JWT lives five minutes. */
const INTERVAL = 180_000
/** Two tabs whose timers are this close to each other refresh once. */
const TOLERANCE = 1_000
const TIMEOUT = 30_000
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
    timer = setTimeout(() => void run(Date.now() - INTERVAL + TOLERANCE), milliseconds)
  }
  const check = () => void run(Date.now())

  /** Refreshes, unless that was done after `since`, and plans the next time. */
  async function run(since: number) {
    if (isRunning) return
    isRunning = true
    let wait = INTERVAL
    const turn = async () => {
      if (signal.aborted || !store.isOpen()) return
      const now = Date.now()
      const confirmedAt = Number(items.get(CONFIRMED_AT))
      if (confirmedAt > since && confirmedAt <= now) {
        store.sync()
        // Later than the tab that did it, which so keeps doing it for all.
        wait += confirmedAt - now + TOLERANCE
      } else if (!storage.lock && since < now - TOLERANCE && Number(items.get(LEASE)) > now) {
        wait = TOLERANCE
      } else {
        items.set(String(now + TIMEOUT), LEASE)
        try {
          await refresh(AbortSignal.timeout(TIMEOUT))
        } finally {
          items.set('', LEASE)
        }
      }
    }
    try {
      await (storage.lock ? storage.lock(items.keyOf(LEASE), turn) : turn())
      failures = 0
    } catch {
      // Unless it was final (then the session is over), it is tried again until it works.
      wait = 2000 * 2 ** Math.min(++failures, 7) + 350 * (Math.random() - 0.5)
    }
    isRunning = false
    if (store.isOpen() && !signal.aborted) plan(wait)
  }

  // Timers stand still while the machine sleeps.
  const wake = () => {
    if (store.isOpen()) plan(0)
  }
  if (typeof document === 'object') {
    addEventListener('online', wake, { signal })
    document.addEventListener('visibilitychange', wake, { signal })
  }

  const unfollow = storage.subscribe((key) => {
    if (key === items.keyOf()) store.sync()
  })
  const unsubscribe = store.subscribe((now, before) => {
    if (!store.isOpen()) clearTimeout(timer)
    else if (now.status === 'loading') check()
    else if (now.session?.member_session_id !== before.session?.member_session_id) plan(INTERVAL)
  })

  if (store.isOpen()) check()

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
