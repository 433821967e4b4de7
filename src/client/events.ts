import type { RequestContext } from './request.ts'
import type { describeClient } from './telemetry.ts'

const BATCH_MILLISECONDS = 800
const BATCH_SIZE = 15

/**
 * Gives the function that logs a usage event: that the client was made is the first. It collects events
 * and posts them together, without credentials; nobody waits for the answer. Loaded and used with
 * `telemetry: true` only.
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

  const log = (event_name: string, details: object = {}) => {
    const size = queue.push({
      telemetry: describe(store.getSnapshot()),
      event: { public_token: publicToken, event_name, details },
    })
    if (size === 1) timer = setTimeout(flush, BATCH_MILLISECONDS)
    if (size === BATCH_SIZE) flush()
  }
  // The service expects to be told; of callbacks there are none.
  log('b2b_sdk_instance_instantiated', {
    event_callback_registered: false,
    error_callback_registered: false,
    success_callback_registered: false,
  })
  return log
}
