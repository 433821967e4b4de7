import { createMemoryStorage, type B2BClient, type ClientStorage } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { apiError, authResponse, createWire, data, openClient, signIn, type Wire } from './wire.ts'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const MINUTE = 60_000

let wire: Wire
let storage: ClientStorage
let clients: B2BClient[]

beforeEach(() => {
  vi.useFakeTimers()
  wire = createWire()
  storage = createMemoryStorage()
  clients = []
  // The server takes its time, so that tabs can meet.
  wire.always(AUTHENTICATE, async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return data(authResponse())
  })
})
afterEach(() => {
  clients.forEach((client) => client.dispose())
  vi.useRealTimers()
})

function openTab(options: Parameters<typeof openClient>[1] = {}) {
  const { client } = openClient(wire, { storage, ...options })
  clients.push(client)
  return client
}

async function openTabs(count: number, options: Parameters<typeof openClient>[1] = {}) {
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
  ['a lease', () => storage],
  ['Web Locks', () => (storage = withLocks(storage))],
])('several tabs with %s', (_, prepare) => {
  beforeEach(() => void prepare())

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

  it('all get what one has fetched', async () => {
    const tabs = await openTabs(3)
    wire.always(AUTHENTICATE, () => data(authResponse({ session: { roles: ['stytch_admin'] } })))
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
    for (const tab of tabs) expect(tab.session.getSync()?.roles).toEqual(['stytch_admin'])
    expect(refreshes()).toBe(1)
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

  it('goes on when the storage keeps nothing', async () => {
    const broken = () => {
      throw new Error('The storage is full.')
    }
    const { client } = openClient(wire, {
      storage: {
        ...createMemoryStorage(),
        items: { getItem: broken, setItem: broken, removeItem: broken },
      },
    })
    clients.push(client)
    await signIn(client)
    expect(client.getSnapshot().status).toBe('authenticated')
    await vi.advanceTimersByTimeAsync(9 * MINUTE + 2_000)
    expect(refreshes()).toBe(3)
  })
})
