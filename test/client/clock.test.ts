import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiError, authResponse, data, errorOf, setUpBrowser, signIn } from './wire.ts'
import type { B2BClient, ClientStorage } from 'orgportal/client'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const MAGIC = '/b2b/magic_links/authenticate'
const MINUTE = 60_000

const browser = setUpBrowser()
/** By how much this device's clock is ahead of the server's. */
let ahead: number
/** Drops cookies at their end, by the clock of the device, as browsers do. */
const mindful = ({ cookies, ...rest }: ClientStorage): ClientStorage => {
  const ends = new Map<string, number>()
  const isOver = (pair: string) => (ends.get(pair.split('=')[0] ?? '') ?? Infinity) <= Date.now()
  return {
    ...rest,
    cookies: {
      get cookie() {
        return cookies.cookie
          .split('; ')
          .filter((pair) => !isOver(pair))
          .join('; ')
      },
      set cookie(text) {
        const end = Date.parse(/expires=([^;]*)/.exec(text)?.[1] ?? '')
        ends.set(text.split('=')[0] ?? '', Number.isNaN(end) ? Infinity : end)
        cookies.cookie = text
      },
    },
  }
}

/** A session of an hour that began `age` ago, as the server tells of it now. */
const answer = (age = 0) => {
  const now = Date.now() - ahead
  const at = (time: number) => new Date(time).toISOString()
  const session = {
    started_at: at(now - age),
    last_accessed_at: at(now),
    expires_at: at(now - age + 60 * MINUTE),
  }
  return () => data(authResponse({ session }))
}

async function openSignedIn(): Promise<B2BClient> {
  browser.storage = mindful(browser.storage)
  const client = browser.open()
  browser.wire.next(MAGIC, answer())
  await signIn(client)
  return client
}

beforeEach(() => {
  vi.useFakeTimers()
  ahead = 0
})
afterEach(() => {
  browser.close()
  vi.useRealTimers()
})

describe.each([
  ['is right', 0],
  ['is two hours ahead', 120 * MINUTE],
  ['is two hours behind', -120 * MINUTE],
])('where the clock of the device %s', (_, difference) => {
  beforeEach(() => {
    ahead = difference
  })

  it('a session lives until the server says that it has ended', async () => {
    const client = await openSignedIn()
    browser.wire.always(AUTHENTICATE, answer())
    await vi.advanceTimersByTimeAsync(50 * MINUTE)
    expect(client.getSnapshot().status).toBe('authenticated')
    expect(client.session.getTokens()).toMatchObject({ session_token: 'token-of-session-1' })
    browser.wire.always(AUTHENTICATE, () => apiError(404, 'session_not_found'))
    await vi.advanceTimersByTimeAsync(20 * MINUTE)
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
    expect(client.session.getTokens()).toBeNull()
  })

  it('the next page finds it', async () => {
    await openSignedIn()
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    browser.wire.always(AUTHENTICATE, answer(2 * MINUTE))
    const client = browser.reload()
    expect(client.getSnapshot().status).toBe('authenticated')
    await vi.advanceTimersByTimeAsync(100)
    expect(client.getSnapshot()).toMatchObject({ status: 'authenticated', fromCache: false })
  })

  it('one that is refused before its time was not merely past it', async () => {
    const client = await openSignedIn()
    browser.wire.next(AUTHENTICATE, () => apiError(404, 'session_not_found'))
    await errorOf(client.session.authenticate())
    expect(client.getSnapshot().endReason).toMatchObject({ type: 'rejected' })
  })
})

describe('where the clock of the device is set while the page is open', () => {
  it.each([
    ['back', -365 * 24 * 60 * MINUTE],
    ['forth', 60 * MINUTE],
  ])('%s, the session is refreshed as before', async (_, change) => {
    const client = await openSignedIn()
    browser.wire.always(AUTHENTICATE, answer())
    await vi.advanceTimersByTimeAsync(MINUTE)
    vi.setSystemTime(Date.now() + change)
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    const count = browser.wire.sentTo(AUTHENTICATE).length
    expect(count).toBeGreaterThanOrEqual(2)
    expect(count).toBeLessThanOrEqual(4)
    expect(client.getSnapshot().status).toBe('authenticated')
  })
})

describe('a session past its time', () => {
  it('has expired, whatever the server calls it', async () => {
    const client = await openSignedIn()
    browser.wire.always(AUTHENTICATE, () => apiError(503, 'service_unavailable'))
    await vi.advanceTimersByTimeAsync(61 * MINUTE)
    expect(client.getSnapshot().status).toBe('authenticated')
    browser.wire.always(AUTHENTICATE, () => apiError(401, 'unauthorized_credentials'))
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(client.getSnapshot()).toMatchObject({
      status: 'anonymous',
      endReason: { type: 'expired' },
    })
  })
})
