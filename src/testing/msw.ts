import { http, HttpResponse, type RequestHandler } from 'msw'
import type { Emulator } from '../emulator/index.ts'

export interface EmulatorHandlersOptions {
  /**
   * Where your client sends its requests besides the service's own hosts and `emulator.baseUrl`: its `baseUrl`,
   * with a path if it has one, or `https://` and its `customBaseUrl`.
   */
  baseUrl?: string | undefined
}

/** Where clients send their requests when nobody tells them otherwise: by test and live public tokens. */
const SERVICE_HOSTS = ['https://test.stytch.com', 'https://api.stytch.com']

/**
 * Handlers for MSW's `setupServer` and `setupWorker` that have the emulator answer every request to the API:
 * for code that makes its client by itself, with no `fetch` to hand in, and for the official client.
 *
 * Give your client the emulator's public token (`emulator.publicToken`), or the emulator yours (`project.public_token`
 * of a seed). Handlers that you add with `server.use` come first.
 *
 * @example
 * const emulator = createEmulator({ seed: 'scim' })
 * const server = setupServer(...emulatorHandlers(emulator))
 */
export function emulatorHandlers(
  emulator: Pick<Emulator, 'fetch' | 'baseUrl'>,
  { baseUrl }: EmulatorHandlersOptions = {},
): RequestHandler[] {
  const bases = new Set([...SERVICE_HOSTS, emulator.baseUrl, ...(baseUrl ? [baseUrl] : [])])
  return [...bases].map((base) => {
    const root = base.replace(/\/+$/, '')
    return http.all(`${root}/*`, async ({ request }) => {
      try {
        return await emulator.fetch(await withoutPath(request, root), { signal: request.signal })
      } catch (error) {
        // A fault that fails the network, as `fetch` rejects then.
        if (error instanceof TypeError) return HttpResponse.error()
        throw error
      }
    })
  })
}

/** The emulator has the API at its root, which a client may know under some path. */
async function withoutPath(request: Request, root: string): Promise<Request> {
  const { pathname } = new URL(root, request.url)
  if (pathname === '/') return request
  const url = new URL(request.url)
  url.pathname = url.pathname.slice(pathname.length)
  const { method, headers } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  return new Request(url, { method, headers, body })
}
