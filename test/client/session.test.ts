import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  apiError,
  authResponse,
  data,
  deferred,
  errorOf,
  jwtOf,
  memberSession,
  mfaResponse,
  setUpBrowser,
  signIn,
  TOKEN,
  type Wire,
} from './wire.ts'
import type { B2BClient, ClientStorage } from 'orgportal/client'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const MAGIC = '/b2b/magic_links/authenticate'

const browser = setUpBrowser()
let wire: Wire
let storage: ClientStorage
let client: B2BClient

beforeEach(() => {
  ;({ wire, storage } = browser)
  client = browser.open()
})

describe('a sign-in', () => {
  it('makes the client authenticated, and is stored for the next load', async () => {
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', fromCache: false })
    await signIn(client)
    expect(client.getSnapshot()).toMatchObject({
      status: 'authenticated',
      identity: { memberId: 'member-1', organizationId: 'organization-1' },
      session: { member_session_id: 'session-1' },
      member: { name: 'Ines' },
      organization: { organization_name: 'Northwind Robotics' },
      fromCache: false,
      endReason: null,
    })
    expect(client.session.getTokens()).toEqual({
      session_token: 'token-of-session-1',
      session_jwt: jwtOf(memberSession()),
    })
    expect(browser.stored()).toEqual({
      session: client.session.getSync(),
      member: client.self.getSync(),
      organization: client.organization.getSync(),
    })
    expect(JSON.stringify(browser.stored())).not.toContain('token-of-session-1')
  })

  it('that needs another factor keeps its token for the next step, and ends the session before', async () => {
    await signIn(client)
    wire.next(MAGIC, () => data(mfaResponse('ist-1')))
    await signIn(client)
    expect(client.getSnapshot()).toMatchObject({ status: 'intermediate', session: null })
    expect(client.session.getTokens()).toBeNull()
    expect(browser.stored()).toBeNull()

    await signIn(client)
    expect(wire.sentTo(MAGIC).at(-1)?.body).toMatchObject({ intermediate_session_token: 'ist-1' })
    expect(client.getSnapshot().status).toBe('authenticated')

    await signIn(client)
    expect(wire.sentTo(MAGIC).at(-1)?.body).not.toHaveProperty('intermediate_session_token')
  })

  it('with HttpOnly cookies leaves the tokens to the server', async () => {
    wire.next(MAGIC, () => data(authResponse({ session_token: '', session_jwt: '' })))
    await signIn(client)
    expect(client.getSnapshot().status).toBe('authenticated')
    expect(client.session.getTokens()).toBeNull()
    expect(storage.cookies.cookie).toBe('')
    expect(browser.stored()).toMatchObject({ member: { name: 'Ines' } })
    await client.adminPortal.getConfig()
    expect(wire.sent.at(-1)?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${TOKEN}:${TOKEN}`)}`,
    )
  })

  it('where cookies throw lasts as long as the page', async () => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError')
    }
    const cookies = {
      get cookie(): string {
        return denied()
      },
      set cookie(_: string) {
        denied()
      },
    }
    client = browser.reload({ storage: { ...storage, cookies } })
    await signIn(client)
    await client.adminPortal.getConfig()
    expect(wire.sent.at(-1)?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${TOKEN}:token-of-session-1`)}`,
    )
    await client.session.revoke()
    expect(client.session.getTokens()).toBeNull()
  })
})

describe('session.authenticate', () => {
  it.each([
    'unauthorized_credentials',
    'user_unauthenticated',
    'invalid_secret_authentication',
    'session_not_found',
  ])('ends the session when the server answers %s', async (error_type) => {
    await signIn(client)
    wire.next(AUTHENTICATE, () => apiError(404, error_type))
    expect(await errorOf(client.session.authenticate())).toMatchObject({ error_type })
    expect(client.getSnapshot()).toMatchObject({
      status: 'anonymous',
      identity: null,
      member: null,
      endReason: { type: 'rejected', errorType: error_type, requestId: 'request-id-test-9' },
    })
    expect(client.session.getTokens()).toBeNull()
    expect(browser.stored()).toBeNull()
  })

  it('says that a session past its time has expired', async () => {
    const expires_at = new Date(Date.now() - 1_000).toISOString()
    wire.next(MAGIC, () => data(authResponse({ session: { expires_at } })))
    await signIn(client)
    wire.next(AUTHENTICATE, () => apiError(404, 'session_not_found'))
    await errorOf(client.session.authenticate())
    expect(client.getSnapshot().endReason).toEqual({ type: 'expired' })
  })

  it('keeps the session when the server only fails', async () => {
    await signIn(client)
    wire.next(AUTHENTICATE, () => apiError(403, 'session_authorization_error'))
    await errorOf(client.session.authenticate())
    expect(client.getSnapshot().status).toBe('authenticated')
  })

  it('asks again when another session has begun meanwhile, and drops the old answer', async () => {
    await signIn(client)
    const { promise, resolve } = deferred()
    wire.next(AUTHENTICATE, async () => {
      await promise
      return apiError(404, 'session_not_found')
    })
    const answer = client.session.authenticate()
    const second = authResponse({ session: { member_session_id: 'session-2' } })
    wire.next(MAGIC, () => data(second))
    await signIn(client)
    wire.next(AUTHENTICATE, () => data(second))
    resolve()
    expect(await answer).toMatchObject({ member_session: { member_session_id: 'session-2' } })
    expect(client.getSnapshot()).toMatchObject({
      status: 'authenticated',
      session: { member_session_id: 'session-2' },
    })
    expect(wire.sentTo(AUTHENTICATE)).toHaveLength(2)
  })
})

describe('session.revoke', () => {
  const REVOKE = '/b2b/sessions/revoke'

  it('signs out', async () => {
    await signIn(client)
    await client.session.revoke()
    expect(client.getSnapshot()).toMatchObject({
      status: 'anonymous',
      endReason: { type: 'revoked' },
    })
    expect(storage.cookies.cookie).toBe('')
    expect(browser.stored()).toBeNull()
  })

  it('keeps the session when the server fails, unless it is forced', async () => {
    await signIn(client)
    wire.always(REVOKE, () => apiError(500, 'internal_server_error'))
    await errorOf(client.session.revoke())
    expect(client.getSnapshot().status).toBe('authenticated')
    expect(await errorOf(client.session.revoke({ forceClear: true }))).toMatchObject({
      status_code: 500,
    })
    expect(client.getSnapshot().status).toBe('anonymous')
  })

  it('signs out when there was no such session any more', async () => {
    await signIn(client)
    wire.next(REVOKE, () => apiError(404, 'session_not_found'))
    await errorOf(client.session.revoke())
    expect(client.getSnapshot().status).toBe('anonymous')
  })
})

describe('session.updateSession', () => {
  it('changes the tokens only; authenticate then learns the rest', async () => {
    const listener = vi.fn()
    client.subscribe(listener)
    client.session.updateSession({ session_token: 'from-backend', session_jwt: 'jwt' })
    expect(client.session.getTokens()).toEqual({
      session_token: 'from-backend',
      session_jwt: 'jwt',
    })
    expect(client.session.getSync()).toBeNull()
    await client.session.authenticate()
    expect(wire.sentTo(AUTHENTICATE).at(-1)?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${TOKEN}:from-backend`)}`,
    )
    expect(client.getSnapshot().status).toBe('authenticated')
  })

  it('leaves no JWT of the session before', async () => {
    await signIn(client)
    client.session.updateSession({ session_token: 'from-backend' })
    expect(client.session.getTokens()).toBeNull()
    expect(storage.cookies.cookie).toBe('stytch_session=from-backend')
  })

  it('refuses a missing token', () => {
    expect(() => client.session.updateSession({ session_token: '' })).toThrow(
      'session.updateSession: session_token must be',
    )
  })
})
