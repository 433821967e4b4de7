import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiError, authResponse, data, setUpBrowser, signIn, TOKEN, type Wire } from './wire.ts'
import type { B2BClient, B2BClientOptions, ClientStorage } from 'orgportal/client'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const MINUTE = 60_000

const browser = setUpBrowser()
const openTab = browser.open
let wire: Wire

beforeEach(() => {
  vi.useFakeTimers()
  ;({ wire } = browser)
  // The server takes its time, so that tabs can meet.
  wire.always(AUTHENTICATE, async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return data(authResponse())
  })
})
afterEach(() => {
  browser.close()
  vi.useRealTimers()
})

async function openTabs(count: number, options: B2BClientOptions = {}): Promise<B2BClient[]> {
  const first = openTab(options)
  await signIn(first)
  const others = Array.from({ length: count - 1 }, () => openTab(options))
  await vi.advanceTimersByTimeAsync(1_000)
  wire.sent.length = 0
  return [first, ...others]
}

const refreshes = () => wire.sentTo(AUTHENTICATE).length

/** As navigator.locks: one at a time, first come, first served. */
function withLocks(of: ClientStorage): ClientStorage {
  let last = Promise.resolve()
  return {
    ...of,
    lock: (_, task) => (last = last.then(task, task)),
  }
}

describe.each([
  ['a lease', false],
  ['Web Locks', true],
])('several tabs with %s', (_, hasLocks) => {
  beforeEach(() => {
    if (hasLocks) browser.storage = withLocks(browser.storage)
  })

  it('refresh once in three minutes, all together', async () => {
    await openTabs(4)
    for (const round of [1, 2, 3, 4, 5]) {
      await vi.advanceTimersByTimeAsync(3 * MINUTE + 1_000)
      expect(refreshes()).toBe(round)
    }
  })

  it('go on when the tab that did it is closed', async () => {
    const [first] = await openTabs(3)
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    first?.dispose()
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(refreshes()).toBe(2)
  })

  it('leave the tries after a failure to one of them', async () => {
    await openTabs(4)
    wire.always(AUTHENTICATE, () => apiError(503, 'service_unavailable'))
    // 3 minutes, then 4, 8, 16 and 32 seconds later.
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 65_000)
    expect(refreshes()).toBe(5)
    wire.always(AUTHENTICATE, () => data(authResponse()))
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(refreshes()).toBe(6)
  })

  it('go on with the tries when the tab that made them is closed', async () => {
    const [first] = await openTabs(3)
    wire.always(AUTHENTICATE, () => apiError(503, 'service_unavailable'))
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 5_000)
    expect(refreshes()).toBe(2)
    first?.dispose()
    wire.always(AUTHENTICATE, () => data(authResponse()))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(refreshes()).toBe(3)
  })

  it('are not held up by a lease that another clock gave', async () => {
    await openTabs(1)
    const inAYear = String(Date.now() + 365 * 24 * 60 * MINUTE)
    browser.storage.items.setItem(`orgportal_${TOKEN}::refresh_lease`, inAYear)
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 1_000)
    expect(refreshes()).toBe(1)
  })

  it('that are opened together ask once', async () => {
    const [first] = await openTabs(1)
    first?.dispose()
    await vi.advanceTimersByTimeAsync(MINUTE)
    const tabs = [1, 2, 3, 4].map(() => openTab())
    await vi.advanceTimersByTimeAsync(2_000)
    expect(refreshes()).toBe(hasLocks ? 1 : 4)
    for (const tab of tabs) expect(tab.getSnapshot().fromCache).toBe(false)
  })

  it('all get what one has fetched', async () => {
    const tabs = await openTabs(3)
    wire.always(AUTHENTICATE, () => data(authResponse({ session: { roles: ['stytch_admin'] } })))
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    for (const tab of tabs) expect(tab.session.getSync()?.roles).toEqual(['stytch_admin'])
    expect(refreshes()).toBe(1)
  })
})

describe('Web Locks', () => {
  const neverGranted = () => new Promise<void>(() => {})

  it('are not waited for at the start of a page', async () => {
    const [first] = await openTabs(1)
    first?.dispose()
    await vi.advanceTimersByTimeAsync(MINUTE)
    const client = openTab({ storage: { ...browser.storage, lock: neverGranted } })
    await vi.advanceTimersByTimeAsync(0)
    expect(refreshes()).toBe(1)
    await vi.advanceTimersByTimeAsync(500)
    expect(client.getSnapshot().fromCache).toBe(false)
  })

  it('are waited for when another tab has just begun', async () => {
    await openTabs(1)
    browser.storage.items.setItem(`orgportal_${TOKEN}::refresh_lease`, String(Date.now() + 20_000))
    openTab({ storage: { ...browser.storage, lock: neverGranted } })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(refreshes()).toBe(0)
  })

  it('that are refused are done without', async () => {
    const lock = () => Promise.reject(new DOMException('denied', 'SecurityError'))
    const [client] = await openTabs(1, { storage: { ...browser.storage, lock } })
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 1_000)
    expect(refreshes()).toBe(1)
    expect(client?.getSnapshot().status).toBe('authenticated')
  })
})

describe('tabs of one browser', () => {
  it('are signed out by each other', async () => {
    const [first, second] = await openTabs(2)
    const heard = vi.fn()
    second?.onStateChange(heard)
    await first?.session.revoke()
    await vi.advanceTimersByTimeAsync(0)
    expect(second?.getSnapshot()).toMatchObject({
      status: 'anonymous',
      identity: null,
      endReason: { type: 'signed-out-elsewhere' },
    })
    expect(heard).toHaveBeenCalledExactlyOnceWith({})
    expect(first?.getSnapshot().endReason).toEqual({ type: 'revoked' })
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(refreshes()).toBe(0)
  })

  it('do not bring a session back that another has just ended', async () => {
    const [client] = await openTabs(1)
    wire.next(AUTHENTICATE, () => {
      // Its sign-out has not been heard of yet.
      browser.storage.cookies.cookie = `stytch_session=; expires=${new Date(0).toUTCString()}`
      return data(authResponse())
    })
    wire.always(AUTHENTICATE, () => apiError(401, 'user_unauthenticated'))
    await expect(client?.session.authenticate()).rejects.toMatchObject({ status_code: 401 })
    expect(client?.getSnapshot().status).toBe('anonymous')
    expect(browser.storage.cookies.cookie).toBe('')
  })

  it('are signed in by each other', async () => {
    const first = openTab()
    const second = openTab()
    await signIn(first)
    await vi.advanceTimersByTimeAsync(0)
    expect(second.getSnapshot()).toMatchObject({
      status: 'authenticated',
      member: { name: 'Ines' },
      endReason: null,
    })
    expect(second.session.getTokens()).toEqual(first.session.getTokens())
  })

  it('follow each other to another organization', async () => {
    const [first, second] = await openTabs(2)
    const elsewhere = { member_session_id: 's2', organization_id: 'o2', member_id: 'm2' }
    wire.next('/b2b/sessions/exchange', () => data(authResponse({ session: elsewhere })))
    await first?.session.exchange({ organization_id: 'o2', session_duration_minutes: 60 })
    await vi.advanceTimersByTimeAsync(0)
    expect(second?.getSnapshot()).toMatchObject({
      identity: { organizationId: 'o2', memberId: 'm2' },
      organization: { organization_id: 'o2' },
    })
  })
})

describe('the refresh', () => {
  it('is tried again, later and later, until it works', async () => {
    const [client] = await openTabs(1)
    wire.always(AUTHENTICATE, () => apiError(403, 'something_passing'))
    await vi.advanceTimersByTimeAsync(20 * MINUTE)
    expect(client?.getSnapshot().status).toBe('authenticated')
    wire.always(AUTHENTICATE, () => data(authResponse()))
    await vi.advanceTimersByTimeAsync(12 * MINUTE)
    const times = wire.sentTo(AUTHENTICATE).map(({ at }) => at)
    const waits = times.slice(1).map((at, index) => (at - (times[index] ?? 0)) / 1000)
    const expected = [4, 8, 16, 32, 64, 128, 256, 256, 256, 256, 180, 180]
    expected.slice(0, waits.length).forEach((seconds, index) => {
      expect(Math.abs((waits[index] ?? 0) - seconds)).toBeLessThan(0.2)
    })
    expect(waits.length).toBeGreaterThanOrEqual(10)
    expect(waits.at(-1)).toBeCloseTo(180, 0)
  })

  it('stops when the session is gone', async () => {
    const [client] = await openTabs(1)
    wire.always(AUTHENTICATE, () => apiError(404, 'session_not_found'))
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    expect(client?.getSnapshot()).toMatchObject({
      status: 'anonymous',
      endReason: { type: 'rejected', errorType: 'session_not_found' },
    })
    await vi.advanceTimersByTimeAsync(30 * MINUTE)
    expect(refreshes()).toBe(1)
  })

  it('comes at once when another request is told that the session is gone', async () => {
    const [client] = await openTabs(1)
    wire.always(AUTHENTICATE, () => apiError(404, 'session_not_found'))
    wire.next('/b2b/scim', () => apiError(401, 'unauthorized_credentials'))
    await expect(client?.scim.getConnection()).rejects.toMatchObject({ status_code: 401 })
    await vi.advanceTimersByTimeAsync(500)
    expect(client?.getSnapshot().status).toBe('anonymous')
  })

  it('does not extend the session by itself', async () => {
    await openTabs(1)
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 500)
    expect(wire.sentTo(AUTHENTICATE)).toMatchObject([{ body: {} }])
    expect(wire.sentTo(AUTHENTICATE)[0]?.body).not.toHaveProperty('session_duration_minutes')
  })

  it('extends it by the duration last asked for with keepSessionAlive, also after a reload', async () => {
    const [client] = await openTabs(1, { keepSessionAlive: true })
    client?.dispose()
    openTab({ keepSessionAlive: true })
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 500)
    expect(wire.sentTo(AUTHENTICATE).map(({ body }) => body)).toEqual([
      { session_duration_minutes: 60 },
      { session_duration_minutes: 60 },
    ])
  })

  it('ends with dispose', async () => {
    const [client] = await openTabs(1)
    client?.dispose()
    await vi.advanceTimersByTimeAsync(30 * MINUTE)
    expect(refreshes()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of a page that was closed in the middle of it does not hold up the next page', async () => {
    const [client] = await openTabs(1)
    wire.next(AUTHENTICATE, () => new Promise<Response>(() => {}))
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 100)
    client?.dispose()
    const next = openTab()
    await vi.advanceTimersByTimeAsync(500)
    expect(next.getSnapshot().fromCache).toBe(false)
  })

  it('is tried again after failures of the network and of the server, each time once', async () => {
    await openTabs(1)
    wire.next(
      AUTHENTICATE,
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => apiError(500, 'internal_server_error'),
      () => new Response('Bad gateway', { status: 502 }),
    )
    await vi.advanceTimersByTimeAsync(3 * MINUTE + 30_000)
    expect(refreshes()).toBe(4)
  })
})
