import type { ClientStorage } from './storage.ts'

/**
 * A storage of its own, in memory. Two clients over one memory storage behave as two tabs of one
 * browser: what one changes the other is told of.
 *
 * @example createB2BClient(token, { fetch: emulator.fetch, storage: createMemoryStorage() })
 */
export function createMemoryStorage(): ClientStorage {
  const items = new Map<string, string>()
  const cookies = new Map<string, string>()
  const listeners = new Set<(key: string) => void>()
  // Later, as browsers do.
  const tell = (key: string) => queueMicrotask(() => listeners.forEach((listener) => listener(key)))

  return {
    items: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => {
        if (items.get(key) === value) return
        items.set(key, value)
        tell(key)
      },
      removeItem: (key) => {
        items.delete(key)
        tell(key)
      },
    },
    cookies: {
      get cookie() {
        return [...cookies.values()].join('; ')
      },
      set cookie(cookie) {
        const [pair = ''] = cookie.split(';')
        const [name = ''] = pair.split('=')
        // Of the attributes only the one that removes a cookie counts here.
        if (/expires=.* 1970/.test(cookie)) cookies.delete(name)
        else cookies.set(name, pair)
      },
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
