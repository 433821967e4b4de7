/** Where the portal is, as flat parameters: screen, record, filter, open dialog, wizard step. */
export type LocationParams = Readonly<Record<string, string>>

/** What to change: a text sets a parameter, `undefined` removes it, what is not named stays. */
export type LocationChange = Readonly<Record<string, string | undefined>>

/**
 * The seam between the portal and whatever keeps addresses in the host: the query string, memory,
 * or three functions over the host's router.
 */
export interface LocationAdapter {
  read: () => Record<string, string>
  /** `replace` overwrites the current entry of the history instead of adding one. */
  write: (change: LocationChange, options: { replace: boolean }) => void
  /** Calls back after every change, whoever made it. Returns the function that ends it. */
  subscribe: (listener: () => void) => () => void
  /**
   * Goes one entry back in the history, now or soon, and then calls the listeners. With it a dialog that was opened here and
   * is closed again leaves no entry behind; without it, one at which Back changes nothing.
   */
  back?: (() => void) | undefined
  /** The URL that `change` would lead to, so that rows and entries are links to open in another tab. */
  href?: ((change: LocationChange) => string) | undefined
}

/**
 * Keeps the place in the query string, so that back, reload and a shared link work.
 * Only parameters that begin with `prefix` (default `portal.`) are read or touched.
 * Safe to create on a server, where it is empty.
 */
export function createQueryLocation({
  prefix = 'portal.',
}: { prefix?: string } = {}): LocationAdapter {
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  const urlAfter = (change: LocationChange) => {
    const url = new URL(window.location.href)
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined) url.searchParams.delete(prefix + key)
      else url.searchParams.set(prefix + key, value)
    }
    return url
  }
  return {
    read: () => {
      if (typeof window === 'undefined') return {}
      const own = [...new URLSearchParams(window.location.search)].filter(([key]) =>
        key.startsWith(prefix),
      )
      return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]))
    },
    write: (change, { replace }) => {
      const url = urlAfter(change)
      if (url.href === window.location.href) return
      // The state object belongs to the host's router: it goes along unchanged.
      if (replace) window.history.replaceState(window.history.state, '', url)
      else window.history.pushState(window.history.state, '', url)
      notify()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      window.addEventListener('popstate', listener)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('popstate', listener)
      }
    },
    back: () => window.history.back(),
    href: (change) => urlAfter(change).href,
  }
}

/** A location in memory with a history of its own: `back` and `forward` are for tests and for hosts without addresses. */
export interface MemoryLocation extends LocationAdapter {
  back: () => void
  forward: () => void
}

/** Keeps the place in memory; nothing of it is seen in the address bar. */
export function createMemoryLocation(initial: LocationParams = {}): MemoryLocation {
  let entries: LocationParams[] = [{ ...initial }]
  let index = 0
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  const go = (step: number) => {
    const target = index + step
    if (target < 0 || target >= entries.length) return
    index = target
    notify()
  }
  return {
    read: () => ({ ...entries[index] }),
    write: (change, { replace }) => {
      const next = applyChange(entries[index] ?? {}, change)
      entries = [...entries.slice(0, replace ? index : index + 1), next]
      index = entries.length - 1
      notify()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    back: () => go(-1),
    forward: () => go(1),
  }
}

/** `params` after `change`. */
export function applyChange(
  params: LocationParams,
  change: LocationChange,
): Record<string, string> {
  const next: Record<string, string> = {}
  for (const [key, value] of Object.entries({ ...params, ...change })) {
    if (value !== undefined) next[key] = value
  }
  return next
}
