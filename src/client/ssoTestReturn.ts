import { isRecord } from './check.ts'
import { attempt } from './storage.ts'

/** Where the mark of a test window stands, and the channel on which it tells what it came back with. */
const MARK = 'orgportal:sso-test'
/** How long a window may be under way. One that is left open is not a test for ever. */
export const SSO_TEST_MINUTES = 10
/** After it the window closes itself: what was told has been heard by then. */
const CLOSES_AFTER_MS = 500

/**
 * Makes a window that was just opened, and still is on this origin, one that tests a sign-in: what it comes back with is
 * for who marked it. The mark is in the window's session storage, so it is there again after the way through other
 * origins, and no other window has it.
 *
 * @throws where the browser forbids the storage or has no channels.
 */
export function markSsoTest(opened: Pick<Window, 'sessionStorage'>): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-')
  new BroadcastChannel(MARK).close()
  opened.sessionStorage.setItem(MARK, `${Date.now() + SSO_TEST_MINUTES * 60_000} ${nonce}`)
  return nonce
}

/** Calls `listener` with the token that the marked window came back with. Returns the unsubscriber. */
export function onSsoTestReturn(nonce: string, listener: (token: string) => void): () => void {
  const channel = new BroadcastChannel(MARK)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isRecord(data) || data['nonce'] !== nonce) return
    if (typeof data['token'] === 'string') listener(data['token'])
  }
  return () => channel.close()
}

/**
 * On the page that people come back to from their identity provider: whether this is the window of a test sign-in
 * (`AdminPortalSSO`). If so the token of the address is handed over to the portal unspent, and the window closes: leave
 * it alone. Only for hosts that sign in with another client; `authenticateByUrl` does the same by itself.
 *
 * @example if (!returnFromSsoTest()) await otherClient.sso.authenticate({ … })
 */
export function returnFromSsoTest(): boolean {
  const url = new URL(location.href)
  const { searchParams } = url
  const token = searchParams.get('token')
  if (searchParams.get('stytch_token_type') !== 'sso' || !token) return false
  if (!handOverSsoTest(token)) return false
  searchParams.delete('stytch_token_type')
  searchParams.delete('token')
  history.replaceState(history.state, '', url)
  return true
}

/** Gives the token to who marked this window, and closes it; false when it is a window like any other. */
export function handOverSsoTest(token: string): boolean {
  const mark = attempt(() => sessionStorage.getItem(MARK))
  if (!mark) return false
  sessionStorage.removeItem(MARK)
  const [until, nonce] = mark.split(' ')
  if (!nonce || Number(until) < Date.now()) return false
  const channel = new BroadcastChannel(MARK)
  channel.postMessage({ nonce, token })
  setTimeout(() => {
    channel.close()
    close()
  }, CLOSES_AFTER_MS)
  return true
}
