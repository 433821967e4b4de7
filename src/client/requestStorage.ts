import { createMemoryStorage } from './memoryStorage.ts'
import type { ClientStorage } from './storage.ts'

/**
 * The storage of one request on a server: the cookies that the browser sent along, HttpOnly ones too.
 * What a client changes in them stays in this object. A client over it does nothing by itself, neither
 * requests nor timers, so there is nothing to dispose of.
 *
 * Make one per request. A client that is shared between requests would mix up who is signed in.
 *
 * @param cookieHeader as in the request's `Cookie` header; null where there was none.
 * @example
 * const storage = createRequestStorage(request.headers.get('cookie'))
 * const client = createB2BClient('public-token-live-…', { storage })
 * await client.session.authenticate()
 */
export function createRequestStorage(cookieHeader: string | null | undefined): ClientStorage {
  const storage = createMemoryStorage()
  // Of two with one name the browser sends the more specific first, which is the one that counts.
  for (const cookie of (cookieHeader ?? '').split(/; */).reverse()) {
    storage.cookies.cookie = cookie
  }
  return { ...storage, isOfOneRequest: true }
}
