/**
 * Where the client keeps what outlives a page: cookies and items (as in localStorage). A seam for
 * tests, previews and hosts without cookies. A storage that throws is survived: the client then
 * works from what the page itself remembers.
 */
export interface ClientStorage {
  /** `localStorage`, or what behaves so. */
  readonly items: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** `document`, or what behaves so: `cookie` reads as all cookies, and is assigned one at a time. */
  readonly cookies: { cookie: string }
  /**
   * Calls `listener` with the key of an item that another tab changed (it may hear of its own
   * changes too). Returns the unsubscriber.
   */
  subscribe: (listener: (key: string | null) => void) => () => void
  /** Runs `task` while no other tab runs one under the same name. Without it a lease is used. */
  lock?: ((name: string, task: () => Promise<void>) => Promise<void>) | undefined
}

/** The attribute by which a cookie is removed. */
export const REMOVED = `expires=${new Date(0).toUTCString()}`

/** The browser's own cookies and localStorage. */
export const browserStorage: ClientStorage = {
  // Merely to name them throws where the browser blocks them, and on a server.
  get items() {
    return localStorage
  },
  get cookies() {
    return document
  },
  subscribe: (listener) => {
    const onStorage = ({ key }: StorageEvent) => listener(key)
    addEventListener('storage', onStorage)
    return () => removeEventListener('storage', onStorage)
  },
  get lock() {
    // Missing where the page is not served securely.
    if (!('locks' in navigator)) return undefined
    return (name: string, task: () => Promise<void>) => navigator.locks.request(name, task)
  },
}

/** What the task gives; null when it throws. */
export function attempt<T>(task: () => T): T | null {
  try {
    return task()
  } catch {
    return null
  }
}

/** Items of one client: `stytch_sdk_state_<public token>`, or with a name `…::<name>`. */
export interface Items {
  keyOf: (name?: string) => string
  get: (name?: string) => string | null
  /** The parsed item; null when it is missing or is not JSON. */
  getJson: (name?: string) => unknown
  set: (value: string, name?: string) => void
  remove: (name: string) => void
}

export function createItems(storage: ClientStorage, publicToken: string): Items {
  const keyOf = (name?: string) => `stytch_sdk_state_${publicToken}${name ? `::${name}` : ''}`
  const get = (name?: string) => attempt(() => storage.items.getItem(keyOf(name)))
  return {
    keyOf,
    get,
    getJson: (name) => attempt((): unknown => JSON.parse(get(name) ?? '')),
    set: (value, name) => attempt(() => storage.items.setItem(keyOf(name), value)),
    remove: (name) => attempt(() => storage.items.removeItem(keyOf(name))),
  }
}
