import { applyChange } from './location.ts'
import type { LocationAdapter, LocationChange, LocationParams } from './location.ts'
import type { LeaveGuard } from './leaveGuard.ts'

export interface NavigateOptions {
  /** Overwrites the current entry of the history. Default: adds one. */
  replace?: boolean | undefined
  /** The unsaved changes stay on the screen (a dialog over them, say), so nobody is asked. */
  keepsChanges?: boolean | undefined
}

/** The adapter with the leave guard in front of it. */
export interface LocationStore {
  get: () => LocationParams
  navigate: (change: LocationChange, options?: NavigateOptions) => void
  subscribe: (listener: () => void) => () => void
}

/**
 * What the screens read. Their place changes only when nothing unsaved would be lost or when the
 * viewer agreed; a Back of the browser is undone until then.
 */
export function createLocationStore(adapter: LocationAdapter, guard: LeaveGuard): LocationStore {
  let current: LocationParams = adapter.read()
  const listeners = new Set<() => void>()
  let stopListening: (() => void) | undefined

  const settle = (params: LocationParams) => {
    if (isSame(current, params)) return
    current = params
    for (const listener of listeners) listener()
  }
  const write = (params: LocationParams, replace: boolean) => {
    adapter.write(changeBetween(adapter.read(), params), { replace })
  }
  const onAdapterChange = () => {
    const next = adapter.read()
    if (isSame(current, next)) return
    if (!guard.isHeld()) {
      settle(next)
      return
    }
    write(current, false)
    guard.request(() => {
      settle(next)
      write(next, false)
    })
  }
  return {
    get: () => current,
    navigate: (change, { replace = false, keepsChanges = false } = {}) => {
      const go = () => {
        const next = applyChange(current, change)
        settle(next)
        write(next, replace)
      }
      if (keepsChanges) go()
      else guard.request(go)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        stopListening = adapter.subscribe(onAdapterChange)
        settle(adapter.read())
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stopListening?.()
      }
    },
  }
}

function isSame(left: LocationParams, right: LocationParams): boolean {
  return Object.values(changeBetween(left, right)).length === 0
}

/** What turns `from` into `to`. */
function changeBetween(from: LocationParams, to: LocationParams): LocationChange {
  const change: Record<string, string | undefined> = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (from[key] !== to[key]) change[key] = to[key]
  }
  return change
}
