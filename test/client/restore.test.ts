import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  apiError,
  authResponse,
  data,
  jwtOf,
  memberSession,
  mfaResponse,
  setUpBrowser,
  signIn,
  STATE,
} from './wire.ts'
import type { B2BClient } from 'orgportal/client'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const MAGIC = '/b2b/magic_links/authenticate'

const browser = setUpBrowser()
let client: B2BClient

beforeEach(() => {
  client = browser.open()
})

describe('the next load', () => {
  const reload = () => {
    client = browser.reload()
  }

  it('shows what was stored at once, and lets the server confirm it', async () => {
    await signIn(client)
    reload()
    expect(client.getSnapshot()).toMatchObject({ status: 'authenticated', fromCache: true })
    expect(client.session.getInfo()).toMatchObject({ fromCache: true })
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    expect(browser.wire.sentTo(AUTHENTICATE)).toMatchObject([{ body: {} }])
  })

  it('with a cookie only knows whose session it is before the server has answered', async () => {
    await signIn(client)
    browser.storage.items.removeItem(STATE)
    reload()
    expect(client.getSnapshot()).toMatchObject({
      status: 'loading',
      identity: { memberId: 'member-1', organizationId: 'organization-1' },
      session: null,
    })
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('authenticated'))
  })

  it('without a cookie forgets what was stored', async () => {
    await signIn(client)
    browser.storage.cookies.cookie = 'stytch_session=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
    reload()
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
    expect(browser.stored()).toBeNull()
    expect(browser.wire.sentTo(AUTHENTICATE)).toHaveLength(0)
  })

  it.each(['{', '5', '"text"', '{"session":5}', '{"member":{}}'])(
    'overwrites %s, which is no state',
    async (text) => {
      await signIn(client)
      browser.setItem(text)
      reload()
      expect(client.getSnapshot().status).toBe('loading')
      expect(browser.stored()).toBeNull()
    },
  )

  it('does not show one organization under the cookies of another', async () => {
    await signIn(client)
    const elsewhere = memberSession({ organization_id: 'organization-2', member_id: 'member-2' })
    browser.storage.cookies.cookie = 'stytch_session=token-2'
    browser.storage.cookies.cookie = `stytch_session_jwt=${jwtOf(elsewhere)}`
    reload()
    expect(client.getSnapshot()).toMatchObject({
      status: 'loading',
      organization: null,
      identity: { organizationId: 'organization-2', memberId: 'member-2' },
    })
  })

  it('remembers that a sign-in has begun', async () => {
    browser.wire.next(MAGIC, () => data(mfaResponse('ist-1')))
    await signIn(client)
    reload()
    expect(client.getSnapshot().status).toBe('intermediate')
  })
})

describe('the next load with customBaseUrl', () => {
  const hidden = () => data(authResponse({ session_token: '', session_jwt: '' }))
  const load = () => {
    client = browser.reload({ customBaseUrl: 'login.northwind.example' })
  }
  /** Signed in where the server keeps the tokens in HttpOnly cookies. */
  async function signInHidden() {
    browser.wire.always(AUTHENTICATE, hidden)
    browser.wire.next(MAGIC, hidden)
    load()
    await signIn(client)
    expect(browser.storage.cookies.cookie).toBe('')
  }

  it('shows what was stored though there is no cookie, and lets the server confirm it', async () => {
    await signInHidden()
    load()
    expect(client.getSnapshot()).toMatchObject({
      status: 'authenticated',
      member: { name: 'Ines' },
      fromCache: true,
    })
    expect(client.session.getTokens()).toBeNull()
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    expect(browser.wire.sentTo(AUTHENTICATE)).toHaveLength(1)
    expect(client.getSnapshot().status).toBe('authenticated')
  })

  it('asks the server where nothing is stored', async () => {
    browser.wire.always(AUTHENTICATE, hidden)
    load()
    expect(client.getSnapshot()).toMatchObject({ status: 'loading', identity: null })
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('authenticated'))
  })

  it('is signed out when the server says so, which ends nothing on a first visit', async () => {
    browser.wire.always(AUTHENTICATE, () => apiError(401, 'user_unauthenticated'))
    load()
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('anonymous'))
    expect(client.getSnapshot().endReason).toBeNull()

    await signInHidden()
    browser.wire.always(AUTHENTICATE, () => apiError(401, 'user_unauthenticated'))
    load()
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('anonymous'))
    expect(client.getSnapshot().endReason).toMatchObject({ type: 'rejected' })
    expect(browser.stored()).toBeNull()
  })

  it('without it forgets what was stored, as there is no cookie', async () => {
    await signInHidden()
    client = browser.reload()
    expect(client.getSnapshot().status).toBe('anonymous')
    expect(browser.stored()).toBeNull()
  })
})
