/**
 * One request that has settled, for development tools and logs. No headers, no bodies, no query: there are
 * no secrets in it.
 */
export interface RequestEvent {
  /** Which call of the client's: the same for all attempts of one. */
  id: number
  /** Which attempt of the call, from 1 on. */
  attempt: number
  method: string
  /** Without query, and without what precedes the API's own paths: `/b2b/scim`. */
  path: string
  /** When it was sent: milliseconds since the epoch. */
  startedAt: number
  /** Milliseconds until its answer was read, or it failed. */
  durationMs: number
  /** The answer's HTTP status; null where there was no answer. */
  status: number | null
  /** Quote it when you ask the API's support about the call; null where the answer has none. */
  requestId: string | null
  /** The API's `error_type`; else `NetworkError`, or `AbortError` where the caller gave up; null when all is well. */
  errorType: string | null
}

export type RequestListener = (event: RequestEvent) => void

export function createRequestEvents() {
  const listeners = new Set<RequestListener>()
  return {
    /** Each is told on its own, so that whatever one throws harms neither the call nor the others. */
    report: (event: RequestEvent): void =>
      listeners.forEach((listener) => queueMicrotask(() => listener(event))),
    onRequest: (listener: RequestListener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
