/* Imports nothing: what it shared with the client would be cut out of the client's first chunk. */

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
    if (isReturn(data) && data.nonce === nonce) listener(data.token)
  }
  return () => channel.close()
}

/** The same for the address of this page: see `returnFromSsoTest`. */
export function handOverSsoTestOfPage(): boolean {
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
  const mark = takeMark()
  if (!mark) return false
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

/** Null where there is none, or the browser forbids to look. */
function takeMark(): string | null {
  try {
    const mark = sessionStorage.getItem(MARK)
    sessionStorage.removeItem(MARK)
    return mark
  } catch {
    return null
  }
}

const isReturn = (data: unknown): data is { nonce: string; token: string } =>
  typeof data === 'object' &&
  data !== null &&
  'nonce' in data &&
  'token' in data &&
  typeof data.token === 'string'
