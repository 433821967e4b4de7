import type { MiddlewareHandler } from 'hono'
import type { EmulatorEnv } from './endpoint.ts'

/**
 * What browsers demand of an API on another origin that is called with credentials: the exact origin, and an answer
 * to the preflight that comes before nearly every call.
 */
export function cors(): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (c.req.method === 'OPTIONS') {
      c.res = new Response(null, { status: 204, headers: PREFLIGHT })
    } else {
      await next()
    }
    if (origin === undefined || c.get('isClosedToBrowsers') === true) return
    c.res.headers.set('access-control-allow-origin', origin)
    c.res.headers.set('access-control-allow-credentials', 'true')
    c.res.headers.set('access-control-expose-headers', 'Retry-After')
    c.res.headers.append('vary', 'Origin')
  }
}

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, x-sdk-client, x-sdk-parent-host',
  'access-control-max-age': '600',
}
