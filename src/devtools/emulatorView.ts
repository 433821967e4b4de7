import type { InboxMessage } from '../emulator/records/inbox.ts'
import type { EmulatorControl, EmulatorState } from '../testing/connectEmulator.ts'
import { describeError } from './useAction.ts'

/** What is to be seen of the emulator. */
export interface EmulatorView {
  state: EmulatorState | null
  inbox: readonly InboxMessage[]
  /** Why it could not be asked the last time. */
  failure: string | null
}

/** Asks the emulator when it is told to, never by itself; who asks meanwhile is heard afterwards. */
export function createEmulatorView(control: EmulatorControl) {
  let view: EmulatorView = { state: null, inbox: [], failure: null }
  let asking: Promise<void> | undefined
  /** The one that is asked after the present one. */
  let next: Promise<void> | undefined
  const listeners = new Set<() => void>()

  async function ask() {
    try {
      const [state, inbox] = await Promise.all([control.state(), control.inbox.list()])
      view = { state, inbox, failure: null }
    } catch (error) {
      view = { ...view, failure: describeError(error) }
    }
    for (const listener of listeners) listener()
    asking = undefined
  }

  function refresh(): Promise<void> {
    if (!asking) return (asking = ask())
    return (next ??= asking.then(() => {
      next = undefined
      return refresh()
    }))
  }

  return {
    getView: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Resolves when what has happened before the call is to be seen. */
    refresh,
  }
}
