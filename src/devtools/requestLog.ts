import type { B2BClient } from '../client/B2BClient.ts'

/** A request that has settled; a repeated one is there once for each attempt. */
export type RequestEvent = Parameters<Parameters<B2BClient['onRequest']>[0]>[0]

export interface RequestLogState {
  /** Newest first; at most 200. */
  readonly entries: readonly RequestEvent[]
  readonly isPaused: boolean
}

/** What was sent since the devtools are there. */
export interface RequestLog {
  readonly getState: () => RequestLogState
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (event: RequestEvent) => void
  readonly clear: () => void
  /** While it is paused nothing is added. */
  readonly setPaused: (isPaused: boolean) => void
}

const LENGTH = 200

export function createRequestLog(): RequestLog {
  let state: RequestLogState = { entries: [], isPaused: false }
  const listeners = new Set<() => void>()

  function become(changes: Partial<RequestLogState>) {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (event) => {
      if (!state.isPaused) become({ entries: [event, ...state.entries].slice(0, LENGTH) })
    },
    clear: () => {
      become({ entries: [] })
    },
    setPaused: (isPaused) => {
      become({ isPaused })
    },
  }
}

/** Whether each word of `filter` is in what the row shows. */
export function matchesFilter(event: RequestEvent, filter: string): boolean {
  const { method, path, status, errorType, requestId } = event
  const text = `${method} ${path} ${status ?? 'failed'} ${errorType ?? ''} ${requestId ?? ''}`
  return matchesWords(text, filter)
}

/** Whether each word of `filter` is in the text. */
export function matchesWords(text: string, filter: string): boolean {
  const lower = text.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
