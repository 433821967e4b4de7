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
  /** Set where it is that of one request on a server: the client then does nothing by itself. */
  readonly isOfOneRequest?: boolean | undefined
}

/**
 * The browser's own cookies and localStorage. Merely to name them throws where the browser blocks them,
 * and on a server; locks are missing where the page is not served securely.
 */
export const browserStorage: ClientStorage = {
  items: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, newValue) => {
      localStorage.setItem(key, newValue)
      // Browsers tell the other pages only, not another client on this one.
      dispatchEvent(new StorageEvent('storage', { key, newValue }))
    },
    removeItem: (key) => localStorage.removeItem(key),
  },
  get cookies() {
    return document
  },
  subscribe: (listener) => {
    const onStorage = ({ key }: StorageEvent) => listener(key)
    addEventListener('storage', onStorage)
    return () => removeEventListener('storage', onStorage)
  },
  lock: async (name, task) => navigator.locks.request(name, task),
}

/** What the task gives; null when it throws. */
export function attempt<T>(task: () => T): T | null {
  try {
    return task()
  } catch {
    return null
  }
}

/** The items of one client under one prefix: `<prefix>`, or with a name `<prefix>::<name>`. */
export interface Items {
  keyOf: (name?: string) => string
  get: (name?: string) => string | null
  /** The parsed item; null when it is missing or is not JSON. */
  getJson: (name?: string) => unknown
  /** Where the storage is full or forbidden, this page remembers the item. */
  set: (value: string, name?: string) => void
  remove: (name: string) => void
}

export function createItems(storage: ClientStorage, prefix: string): Items {
  const remembered: Record<string, string> = {}
  const keyOf = (name?: string) => (name ? `${prefix}::${name}` : prefix)
  const get = (name?: string) =>
    attempt(() => storage.items.getItem(keyOf(name))) ?? remembered[keyOf(name)] ?? null
  const remove = (name?: string) => {
    delete remembered[keyOf(name)]
    attempt(() => storage.items.removeItem(keyOf(name)))
  }
  return {
    keyOf,
    get,
    getJson: (name) => attempt((): unknown => JSON.parse(get(name) ?? '')),
    set: (value, name) => {
      try {
        storage.items.setItem(keyOf(name), value)
      } catch {
        // What the storage still has is older.
        remove(name)
        remembered[keyOf(name)] = value
      }
    },
    remove,
  }
}
