import { createB2BClient, type B2BClient, type CookieOptions } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  authResponse,
  createWire,
  data,
  memberSession,
  mfaResponse,
  OWN,
  signIn,
  STATE,
  TOKEN,
  type Wire,
} from './wire.ts'

const MAGIC = '/b2b/magic_links/authenticate'

let wire: Wire
let client: B2BClient
let clients: B2BClient[]
/** Every cookie as it was assigned to document.cookie. */
let written: string[]

function open(cookieOptions: CookieOptions = {}) {
  client = createB2BClient(TOKEN, { fetch: wire.fetch, cookieOptions })
  clients.push(client)
  written.length = 0
  return client
}

/** jsdom has one address for the whole run: the page is told that it is elsewhere. */
function visit(href: string) {
  const { hostname, host, origin } = new URL(href)
  vi.stubGlobal('location', { hostname, host, origin, href })
}

const attributesOf = (name: string) =>
  written
    .filter((cookie) => cookie.startsWith(`${name}=`))
    .map((cookie) => cookie.split('; ').slice(1))

beforeEach(() => {
  wire = createWire()
  clients = []
  written = []
  const real = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  vi.spyOn(document, 'cookie', 'set').mockImplementation((cookie) => {
    written.push(cookie)
    real?.set?.call(document, cookie)
  })
})
afterEach(() => {
  clients.forEach((each) => each.dispose())
  vi.restoreAllMocks()
  // What spies leave on the document itself hides the real one.
  Reflect.deleteProperty(document, 'cookie')
  vi.unstubAllGlobals()
  localStorage.clear()
  document.cookie.split('; ').forEach((pair) => {
    document.cookie = `${pair.split('=')[0] ?? ''}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/`
  })
})

describe('cookies', () => {
  it('live as long as the session, are lax, and are not secure on localhost', async () => {
    const expires_at = '2035-01-02T03:04:05Z'
    wire.next(MAGIC, () => data(authResponse({ session: { expires_at } })))
    await signIn(open())
    for (const name of ['stytch_session', 'stytch_session_jwt']) {
      expect(attributesOf(name).at(-1)?.sort()).toEqual([
        'expires=Tue, 02 Jan 2035 03:04:05 GMT',
        'path=/',
        'samesite=lax',
      ])
    }
    expect(document.cookie).toContain('stytch_session=token-of-session-1')
  })

  it('are secure elsewhere, and of this host only', async () => {
    visit('https://app.northwind.example/')
    await signIn(open())
    expect(attributesOf('stytch_session').at(-1)).toContain('secure')
    expect(written.at(-1)).not.toContain('domain=')
  })

  it('remember the domain that they might have', async () => {
    visit('https://app.northwind.example/')
    await signIn(open())
    expect(localStorage.getItem(`${STATE}::seen_domains`)).toBe('["app.northwind.example"]')
  })

  it('are for subdomains on request, and the domain is remembered', async () => {
    visit('https://app.northwind.example/')
    await signIn(open({ availableToSubdomains: true }))
    expect(attributesOf('stytch_session').at(-1)).toContain('domain=app.northwind.example')
    await signIn(open({ availableToSubdomains: true, domain: 'northwind.example' }))
    expect(attributesOf('stytch_session').at(-1)).toContain('domain=northwind.example')
    expect(localStorage.getItem(`${STATE}::seen_domains`)).toBe(
      '["app.northwind.example","northwind.example"]',
    )
  })

  it('have no domain on localhost, whatever is asked for', async () => {
    await signIn(open({ availableToSubdomains: true, domain: 'northwind.example' }))
    expect(written.join()).not.toContain('domain=')
  })

  it('ignore a domain without availableToSubdomains', async () => {
    visit('https://app.northwind.example/')
    await signIn(open({ domain: 'northwind.example' }))
    expect(attributesOf('stytch_session').at(-1)?.join()).not.toContain('domain=')
  })

  it('have the names and the path that one gives them', async () => {
    const names = { opaqueTokenCookieName: 'a', jwtCookieName: 'b', istCookieName: 'c' }
    await signIn(open({ ...names, path: '/app' }))
    expect(attributesOf('a').at(-1)).toContain('path=/app')
    expect(attributesOf('b').at(-1)).toContain('path=/app')
    wire.next(MAGIC, () => data(mfaResponse('ist')))
    await signIn(client)
    expect(attributesOf('c').at(-1)).toContain('path=/app')
  })

  it('of a begun sign-in live ten minutes', async () => {
    wire.next(MAGIC, () => data(mfaResponse('ist-1')))
    await signIn(open())
    const expires = attributesOf('stytch_intermediate_session_token')
      .at(-1)
      ?.find((attribute) => attribute.startsWith('expires='))
    const lifetime = Date.parse(expires?.slice(8) ?? '') - Date.now()
    expect(lifetime / 60_000).toBeCloseTo(10, 0)
    expect(document.cookie).not.toContain('stytch_session=')
  })

  it('encode what a cookie may not hold, and only that', async () => {
    const session_token = 'a+/=:?[]{}|<>@#$&^`~!*()\'-._ ;,"\\%ä'
    const session_jwt = 'jwt'
    wire.next(MAGIC, () => data(authResponse({ session_token, session_jwt })))
    await signIn(open())
    expect(document.cookie).toContain(
      "stytch_session=a+/=:?[]{}|<>@#$&^`~!*()'-._%20%3B%2C%22%5C%25%C3%A4",
    )
    expect(client.session.getTokens()).toEqual({ session_token, session_jwt })
  })

  it('are removed in every variant that may ever have been written', async () => {
    visit('https://app.northwind.example/')
    localStorage.setItem(`${STATE}::seen_domains`, '["old.example"]')
    await signIn(open({ availableToSubdomains: true, domain: 'northwind.example', path: '/app' }))
    written.length = 0
    await client.session.revoke()
    const removed = attributesOf('stytch_session')
    for (const path of ['path=/app', 'path=/']) {
      for (const domain of [
        undefined,
        'app.northwind.example',
        'northwind.example',
        'old.example',
      ]) {
        expect(
          removed.some(
            (attributes) =>
              attributes.includes(path) &&
              attributes.includes('expires=Thu, 01 Jan 1970 00:00:00 GMT') &&
              (domain
                ? attributes.includes(`domain=${domain}`)
                : !attributes.join().includes('domain')),
          ),
        ).toBe(true)
      }
    }
  })

  it('found twice lose the variant with the other reach', async () => {
    visit('https://app.northwind.example/')
    open({ availableToSubdomains: true })
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('stytch_session=one; stytch_session=two')
    await signIn(client)
    const last = attributesOf('stytch_session').at(-1)
    expect(last).toContain('expires=Thu, 01 Jan 1970 00:00:00 GMT')
    expect(last?.join()).not.toContain('domain=')
  })
})

describe('localStorage', () => {
  it('keeps the state and the settings under the names of the official client', async () => {
    await signIn(open())
    expect(JSON.parse(localStorage.getItem(STATE) ?? '')).toEqual({
      session: client.session.getSync(),
      member: client.self.getSync(),
      organization: client.organization.getSync(),
    })
    expect(JSON.parse(localStorage.getItem(`${STATE}::bootstrap`) ?? '')).toMatchObject({
      projectName: 'Northwind',
    })
    await client.session.revoke()
    expect(localStorage.getItem(STATE)).toBe('null')
  })

  it('brings what another tab has changed', async () => {
    await signIn(open())
    document.cookie = 'stytch_session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'
    document.cookie = 'stytch_session_jwt=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'
    localStorage.setItem(STATE, 'null')
    window.dispatchEvent(new StorageEvent('storage', { key: 'something else' }))
    expect(client.getSnapshot().status).toBe('authenticated')
    window.dispatchEvent(new StorageEvent('storage', { key: STATE }))
    expect(client.getSnapshot()).toMatchObject({
      status: 'anonymous',
      endReason: { type: 'signed-out-elsewhere' },
    })
  })

  it('that throws, as cookies do, is survived', async () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(document, 'cookie', 'get').mockImplementation(denied)
    vi.spyOn(document, 'cookie', 'set').mockImplementation(denied)
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(denied)
    }
    await signIn(open())
    window.dispatchEvent(new Event('pageshow'))
    expect(client.getSnapshot().status).toBe('authenticated')
    await client.session.revoke()
    expect(client.getSnapshot().status).toBe('anonymous')
  })

  it('that throws is survived', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await signIn(open())
    expect(client.getSnapshot().status).toBe('authenticated')
    await client.session.revoke()
    expect(client.getSnapshot().status).toBe('anonymous')
  })
})

describe('two clients on one page', () => {
  it('share one session, and warn of nothing', async () => {
    const warn = vi.spyOn(console, 'warn')
    const first = open()
    const second = open()
    await signIn(first)
    expect(second.getSnapshot()).toMatchObject({
      status: 'authenticated',
      member: { name: 'Ines' },
    })
    expect(second.session.getTokens()).toEqual(first.session.getTokens())
    await second.session.revoke()
    expect(first.getSnapshot()).toMatchObject({
      status: 'anonymous',
      endReason: { type: 'signed-out-elsewhere' },
    })
    expect(warn).not.toHaveBeenCalled()
  })

  it('refresh it once', async () => {
    await signIn(open())
    open()
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    wire.sent.length = 0
    localStorage.setItem(`${OWN}::confirmed_at`, String(Date.now() - 600_000))
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(wire.sentTo('/b2b/sessions/authenticate')).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(wire.sentTo('/b2b/sessions/authenticate')).toHaveLength(1)
  })
})

describe('a page', () => {
  it('names its origin in every request', async () => {
    await signIn(open())
    expect(wire.sent[0]?.headers.get('x-sdk-parent-host')).toBe('http://localhost:3000')
    const header: unknown = JSON.parse(atob(wire.sent[0]?.headers.get('x-sdk-client') ?? ''))
    expect(header).toMatchObject({ app: { identifier: 'localhost' } })
  })

  it.each([
    ['online', () => window.dispatchEvent(new Event('online'))],
    [
      'visible again',
      () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    ],
    ['back from the cache', () => window.dispatchEvent(new Event('pageshow'))],
  ])('that is %s looks after its session', async (_, happen) => {
    await signIn(open())
    const AUTHENTICATE = '/b2b/sessions/authenticate'
    happen()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(wire.sentTo(AUTHENTICATE)).toHaveLength(0)
    // Long ago: as if the machine had slept.
    localStorage.setItem(`${OWN}::confirmed_at`, String(Date.now() - 600_000))
    happen()
    await vi.waitFor(() => expect(wire.sentTo(AUTHENTICATE)).toHaveLength(1))
    client.dispose()
    localStorage.setItem(`${OWN}::confirmed_at`, String(Date.now() - 600_000))
    happen()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(wire.sentTo(AUTHENTICATE)).toHaveLength(1)
  })

  it('loses the token from its address when it signs in by it', async () => {
    const link = '/inbox?x=1&stytch_token_type=multi_tenant_magic_links&token=t1#top'
    history.replaceState({ kept: true }, '', link)
    wire.next(MAGIC, () => {
      expect(location.href).toBe('http://localhost:3000/inbox?x=1#top')
      return data(authResponse({ session: memberSession() }))
    })
    await open().authenticateByUrl({ session_duration_minutes: 60 })
    expect(client.getSnapshot().status).toBe('authenticated')
    expect(history.state).toEqual({ kept: true })
  })

  it('from the browser’s cache shows nothing of a session that has ended meanwhile', async () => {
    await signIn(open())
    // As other tabs do while this page hears nothing.
    document.cookie = 'stytch_session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'
    document.cookie = 'stytch_session_jwt=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'
    localStorage.setItem(STATE, 'null')
    window.dispatchEvent(new Event('pageshow'))
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
  })

  it('keeps the token in its address on request', async () => {
    const link = '/?stytch_token_type=multi_tenant_magic_links&token=t1'
    history.replaceState(null, '', link)
    await open().authenticateByUrl({ session_duration_minutes: 60, clearParams: false })
    expect(location.search).toContain('token=t1')
    history.replaceState(null, '', '/')
  })
})
