import { NetworkFailure } from './errors.ts'

export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

interface Server {
  answer: (request: Request) => Response | Promise<Response>
  /** Milliseconds to hold an answer back for. */
  latency: () => number
}

/** The global `fetch`'s manners around a server in the same process: abort signals, latency, network failure. */
export function createFetch({ answer, latency }: Server): Fetch {
  return async (input, init = {}) => {
    // The signal stays outside of the Request: an environment such as jsdom brings one of another make.
    const { signal = input instanceof Request ? input.signal : null, ...rest } = init
    const request = isComplete(input, rest) ? input : new Request(input, rest)
    return untilAborted(signal, async () => {
      const milliseconds = isControl(request) ? 0 : latency()
      if (milliseconds > 0) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
        signal?.throwIfAborted()
      }
      return answer(request)
    })
  }
}

/** A server's adapter may bring a Request of its own making, which the platform's constructor does not copy. */
function isComplete(input: RequestInfo | URL, init: RequestInit): input is Request {
  return input instanceof Request && Object.keys(init).length === 0
}

async function untilAborted(
  signal: AbortSignal | null,
  answer: () => Promise<Response>,
): Promise<Response> {
  signal?.throwIfAborted()
  let stop = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(
        signal?.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'),
      )
    }
    signal?.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([aborted, answer()])
  } catch (error) {
    if (error instanceof NetworkFailure) throw new TypeError('Failed to fetch', { cause: error })
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

function isControl(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/_emulator')
}
