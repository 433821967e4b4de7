import { applyChange } from './location.ts'
import type { LocationAdapter, LocationChange, LocationParams } from './location.ts'
import { createLocationTrail } from './locationTrail.ts'
import type { LeaveGuard } from './leaveGuard.ts'

export interface NavigateOptions {
  /**
   * Overwrites the current entry of the history; where that would make it the same as the one before, goes back instead.
   * Default: adds one.
   */
  replace?: boolean | undefined
  /** The unsaved changes stay on the screen (a dialog over them, say), so nobody is asked. */
  keepsChanges?: boolean | undefined
}

/** The adapter with the leave guard in front of it. */
export interface LocationStore {
  get: () => LocationParams
  navigate: (change: LocationChange, options?: NavigateOptions) => void
  /** The URL that `change` would lead to; undefined where the host's adapter knows none. */
  href: (change: LocationChange) => string | undefined
  subscribe: (listener: () => void) => () => void
}

/**
 * What the screens read. Their place changes only when nothing unsaved would be lost or when the
 * viewer agreed; a Back of the browser is undone until then.
 */
export function createLocationStore(adapter: LocationAdapter, guard: LeaveGuard): LocationStore {
  let current: LocationParams = adapter.read()
  const trail = createLocationTrail(current)
  const listeners = new Set<() => void>()
  let stopListening: (() => void) | undefined
  /** What is to be written once the history has gone back; null while it is not on its way. */
  let afterReturn: (() => void)[] | null = null

  const settle = (params: LocationParams) => {
    if (isSame(current, params)) return
    current = params
    for (const listener of listeners) listener()
  }
  const write = (params: LocationParams, replace: boolean) => {
    if (afterReturn !== null) {
      afterReturn.push(() => write(params, replace))
      return
    }
    const change = changeBetween(adapter.read(), params)
    if (Object.keys(change).length === 0) return
    if (replace) trail.replace(params)
    else trail.push(params)
    adapter.write(change, { replace })
  }
  /** Goes back to these params when they are what lies beneath; false when they are not. */
  const returnTo = (params: LocationParams): boolean => {
    const beneath = trail.beneath()
    if (!adapter.back || afterReturn !== null || !beneath || !isSame(beneath, params)) return false
    afterReturn = []
    adapter.back()
    return true
  }
  const onReturned = () => {
    const waiting = afterReturn ?? []
    afterReturn = null
    trail.follow(adapter.read(), isSame)
    if (waiting.length > 0) for (const go of waiting) go()
    // The host wrote something of its own in between: what the viewer sees counts.
    else if (!isSame(current, adapter.read())) write(current, true)
  }
  const onAdapterChange = () => {
    if (afterReturn !== null) {
      onReturned()
      return
    }
    const next = adapter.read()
    if (isSame(current, next)) return
    trail.follow(next, isSame)
    if (!guard.isHeld()) {
      settle(next)
      return
    }
    write(current, false)
    guard.request(() => {
      settle(next)
      if (!returnTo(next)) write(next, false)
    })
  }
  return {
    get: () => current,
    navigate: (change, { replace = false, keepsChanges = false } = {}) => {
      const go = () => {
        const next = applyChange(current, change)
        settle(next)
        if (!replace || !returnTo(next)) write(next, replace)
      }
      if (keepsChanges) go()
      else guard.request(go)
    },
    href: (change) => adapter.href?.(change),
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
  return Object.keys(changeBetween(left, right)).length === 0
}

/** What turns `from` into `to`. */
function changeBetween(from: LocationParams, to: LocationParams): LocationChange {
  const change: Record<string, string | undefined> = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (from[key] !== to[key]) change[key] = to[key]
  }
  return change
}
