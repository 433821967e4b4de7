import type { RequestContext } from './request.ts'
import type { describeClient } from './telemetry.ts'

const BATCH_MILLISECONDS = 800
const BATCH_SIZE = 15

/**
 * Gives the function that logs a usage event. It collects events and posts them together, without credentials; nobody waits for the answer.
 * Loaded and used with `telemetry: true` only.
 */
export function createEvents(
  { publicToken, baseUrl, fetch, store }: RequestContext,
  describe: typeof describeClient,
): (eventName: string, details?: object) => void {
  let queue: object[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(timer)
    fetch(`${baseUrl}/sdk/v1/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(queue),
    }).catch(() => undefined)
    queue = []
  }

  return (event_name, details = {}) => {
    const size = queue.push({
      telemetry: describe(store.getSnapshot()),
      event: { public_token: publicToken, event_name, details },
    })
    if (size === 1) timer = setTimeout(flush, BATCH_MILLISECONDS)
    if (size === BATCH_SIZE) flush()
  }
}
