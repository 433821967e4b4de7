import {
  createB2BClient,
  createMemoryStorage,
  createRequestStorage,
  getServerState,
  type B2BClientOptions,
  type ServerState,
} from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { describe, expect, it, vi } from 'vitest'
import {
  apiError,
  authResponse,
  bootstrapAnswer,
  data,
  jwtOf,
  memberRecord,
  memberSession,
  mfaResponse,
  organizationRecord,
  setUpBrowser,
  signIn,
  STATE,
  TOKEN,
} from './wire.ts'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const COOKIES = `theme=dark; stytch_session=token-of-session-1; stytch_session_jwt=${jwtOf(memberSession())}`

const browser = setUpBrowser()

/** The client of one request, on the server. */
const onServer = (cookies: string | null, options: B2BClientOptions = {}) =>
  createB2BClient(TOKEN, {
    fetch: browser.wire.fetch,
    storage: createRequestStorage(cookies),
    ...options,
  })

/** What a server hands over, having asked for whoever sends `cookies`. */
async function askedFor(cookies: string | null): Promise<ServerState | undefined> {
  const client = onServer(cookies)
  if (client.getSnapshot().status === 'loading') {
    await client.session.authenticate().catch(() => null)
  }
  return getServerState(client)
}

const knownState = (): ServerState => ({
  session: memberSession(),
  member: memberRecord(),
  organization: organizationRecord(),
})

describe('createRequestStorage', () => {
  it('makes a client that sends nothing and plans nothing by itself', async () => {
    vi.useFakeTimers()
    try {
      const client = onServer(COOKIES)
      expect(client.getSnapshot()).toMatchObject({
        status: 'loading',
        identity: { memberId: 'member-1', organizationId: 'organization-1' },
      })
      await client.session.authenticate()
      await vi.advanceTimersByTimeAsync(600_000)
      expect(vi.getTimerCount()).toBe(0)
      expect(browser.wire.sent.map(({ path }) => path)).toEqual([`/sdk/v1${AUTHENTICATE}`])
    } finally {
      vi.useRealTimers()
    }
  })

  it("sends the request's session along", async () => {
    await onServer(COOKIES).session.authenticate()
    expect(browser.wire.sent[0]?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${TOKEN}:token-of-session-1`)}`,
    )
  })

  it('takes the first of two cookies with one name, as the more specific', async () => {
    await onServer('stytch_session=specific; stytch_session=general').session.authenticate()
    expect(atob(browser.wire.sent[0]?.headers.get('authorization')?.split(' ')[1] ?? '')).toBe(
      `${TOKEN}:specific`,
    )
  })

  it('goes on sending HttpOnly cookies after the server has confirmed them', async () => {
    browser.wire.always(AUTHENTICATE, () =>
      data(authResponse({ session_token: '', session_jwt: '' })),
    )
    const client = onServer('stytch_session=hidden')
    await client.session.authenticate()
    await client.organization.get()
    expect(
      browser.wire.sent.map(({ headers }) =>
        atob(headers.get('authorization')?.split(' ')[1] ?? ''),
      ),
    ).toEqual([`${TOKEN}:hidden`, `${TOKEN}:hidden`])
  })

  it('shares nothing with another request', async () => {
    const one = onServer(COOKIES)
    const other = onServer(null)
    await one.session.authenticate()
    expect(one.getSnapshot().status).toBe('authenticated')
    expect(other.getSnapshot().status).toBe('anonymous')
    expect(onServer(null).getSnapshot().status).toBe('anonymous')
  })
})

describe('getServerState', () => {
  it('gives the records of the session as plain JSON', async () => {
    const state = await askedFor(COOKIES)
    expect(state).toMatchObject({
      session: { member_session_id: 'session-1' },
      member: { name: 'Ines' },
      organization: { organization_name: 'Northwind Robotics' },
      bootstrap: null,
    })
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })

  it('has no token in it, of a real sign-in neither', async () => {
    const emulator = createEmulator()
    const storage = createMemoryStorage()
    const page = createB2BClient(emulator.publicToken, { fetch: emulator.fetch, storage })
    const { token } = emulator.createMagicLink('admin')
    await page.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
    const tokens = page.session.getTokens()
    const client = createB2BClient(emulator.publicToken, {
      fetch: emulator.fetch,
      storage: createRequestStorage(storage.cookies.cookie),
    })
    await client.session.authenticate()
    await client.rbac.allPermissions()
    page.dispose()
    const text = JSON.stringify(getServerState(client))
    expect(text).toContain('stytch_admin')
    expect(tokens?.session_token).toBeTruthy()
    for (const secret of Object.values(tokens ?? {})) expect(text).not.toContain(secret)
    expect(text).not.toContain('"session_token"')
  })

  it('has the policy where the server has asked for it', async () => {
    browser.wire.always(`/projects/bootstrap/${TOKEN}`, () => bootstrapAnswer())
    const client = onServer(COOKIES)
    await client.rbac.isAuthorized('stytch.scim', 'get')
    await client.session.authenticate()
    expect(getServerState(client)?.bootstrap).toMatchObject({ rbacPolicy: { roles: [] } })
  })

  it('says that nobody is signed in where there is no session, or no longer', async () => {
    const nobody = { session: null, member: null, organization: null }
    expect(await askedFor(null)).toMatchObject(nobody)
    browser.wire.always(AUTHENTICATE, () => apiError(401, 'session_not_found'))
    expect(await askedFor(COOKIES)).toMatchObject(nobody)
  })

  it('says nothing where the server could not ask', async () => {
    browser.wire.always(AUTHENTICATE, () => Promise.reject(new TypeError('offline')))
    vi.useFakeTimers()
    try {
      const asked = askedFor(COOKIES)
      await vi.runAllTimersAsync()
      expect(await asked).toBeUndefined()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('createB2BClient with serverState', () => {
  /** The browser has the cookies of a session, and the records that an earlier visit has stored. */
  const signedIn = () => signIn(browser.open())

  /** It has the cookies only: a first visit to this subdomain. */
  async function signedInElsewhere() {
    await signedIn()
    browser.close()
    browser.storage.items.removeItem(STATE)
  }

  it('knows it from the start where there are no cookies to look at: rendering on a server', () => {
    const client = onServer(null, { serverState: knownState() })
    for (const snapshot of [client.getSnapshot(), client.getServerSnapshot()]) {
      expect(snapshot).toMatchObject({
        status: 'authenticated',
        identity: { organizationId: 'organization-1', memberId: 'member-1' },
        member: { name: 'Ines' },
        fromCache: true,
      })
    }
    expect(browser.wire.sent).toEqual([])
  })

  it('is loading for the server, and while hydrating, without one', () => {
    expect(browser.open().getServerSnapshot().status).toBe('loading')
    expect(onServer(null).getServerSnapshot().status).toBe('loading')
  })

  it('shows it until the server has confirmed it, where the cookies are the same member’s', async () => {
    await signedInElsewhere()
    const serverState = knownState()
    const client = browser.reload({ serverState })
    expect(client.getSnapshot()).toMatchObject({ status: 'authenticated', fromCache: true })
    expect(client.getSnapshot().member).toBe(serverState.member)
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    // Nothing has changed, so nobody has to render again.
    expect(client.getSnapshot().member).toBe(serverState.member)
    expect(client.getSnapshot().identity).toBe(client.getServerSnapshot().identity)
    expect(browser.stored()).toMatchObject({ member: { name: 'Ines' } })
  })

  it('prefers what was stored later, such as on going back to a page that is long open', async () => {
    await signedIn()
    const old = memberSession({ last_accessed_at: '2026-01-01T00:00:00Z' })
    const client = browser.reload({
      serverState: { ...knownState(), session: old, member: memberRecord({ name: 'Formerly' }) },
    })
    expect(client.getSnapshot().member?.name).toBe('Ines')
    expect(client.getServerSnapshot().member?.name).toBe('Formerly')
  })

  it('prefers the server to what an earlier visit has stored', async () => {
    await signedIn()
    const later = new Date(Date.now() + 60_000).toISOString()
    const client = browser.reload({
      serverState: {
        ...knownState(),
        session: memberSession({ last_accessed_at: later }),
        member: memberRecord({ name: 'Renamed' }),
      },
    })
    expect(client.getSnapshot().member?.name).toBe('Renamed')
  })

  it('does not take over what is of another member than the cookies', async () => {
    await signedInElsewhere()
    const session = memberSession({ member_id: 'member-2', member_session_id: 'session-2' })
    const client = browser.reload({
      serverState: { ...knownState(), session, member: memberRecord({ member_id: 'member-2' }) },
    })
    expect(client.getSnapshot()).toMatchObject({
      status: 'loading',
      identity: { memberId: 'member-1' },
      member: null,
    })
    expect(client.getServerSnapshot().identity?.memberId).toBe('member-2')
  })

  it('is signed out where the browser has no cookies any more', () => {
    const client = browser.open({ serverState: knownState() })
    expect(client.getSnapshot()).toMatchObject({
      status: 'anonymous',
      member: null,
      endReason: null,
    })
    expect(client.getServerSnapshot().status).toBe('authenticated')
    expect(browser.stored()).toBeFalsy()
  })

  it('trusts it where the cookies are hidden from scripts, and lets the server confirm it', async () => {
    browser.wire.always(AUTHENTICATE, () =>
      data(authResponse({ session_token: '', session_jwt: '' })),
    )
    const client = browser.open({
      serverState: knownState(),
      customBaseUrl: 'login.northwind.example',
    })
    expect(client.getSnapshot()).toMatchObject({ status: 'authenticated', fromCache: true })
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
  })

  it('does not come back to it once the session has ended', async () => {
    await signedIn()
    const client = browser.reload({ serverState: knownState() })
    await client.session.revoke()
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
    browser.setItem('null')
    await Promise.resolve()
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
  })

  it('knows that nobody is signed in', async () => {
    expect(onServer(null, { serverState: await askedFor(null) }).getServerSnapshot().status).toBe(
      'anonymous',
    )
  })

  it('knows that a second step is required', async () => {
    browser.wire.next('/b2b/magic_links/authenticate', () => data(mfaResponse('ist-1')))
    await signIn(browser.open())
    const client = onServer(browser.storage.cookies.cookie)
    const serverState = getServerState(client)
    expect(serverState?.intermediateId).toBeTruthy()
    expect(JSON.stringify(serverState)).not.toContain('ist-1')
    const page = browser.reload({ serverState })
    expect(page.getServerSnapshot().status).toBe('intermediate')
    expect(page.getSnapshot()).toMatchObject({
      status: 'intermediate',
      intermediateId: serverState?.intermediateId,
    })
  })

  it('has the policy from the start, where the server has handed it over', async () => {
    browser.wire.always(`/projects/bootstrap/${TOKEN}`, () => bootstrapAnswer())
    const asking = onServer(COOKIES)
    await asking.rbac.allPermissions()
    const { bootstrap } = asking.getSnapshot()
    const client = onServer(null, { serverState: { ...knownState(), bootstrap } })
    expect(client.getSnapshot().bootstrap).toBe(bootstrap)
    expect(client.rbac.getPolicySync()).toBe(client.rbac.getPolicySync(client.getServerSnapshot()))
  })
})
