import { describe, expect, it } from 'vitest'
import { apiError, data, errorOf, setUpBrowser, signIn } from './wire.ts'
import type { B2BClient, RequestEvent } from 'orgportal/client'

const browser = setUpBrowser()
const SCIM = '/b2b/scim'
const unreachable = () => Promise.reject(new TypeError('fetch failed'))
const refused = () => apiError(403, 'session_authorization_error')

/** A client in which somebody is signed in, and the events of what it does then. */
async function open() {
  const client = browser.open()
  await signIn(client)
  const events: RequestEvent[] = []
  const stop = client.onRequest((event) => events.push(event))
  return { client, events, stop }
}

describe('onRequest', () => {
  it('tells of a request once it has settled', async () => {
    const { client, events } = await open()
    const before = Date.now()
    await client.scim.getConnection('scim-1')
    expect(events).toEqual([
      {
        id: events[0]?.id,
        attempt: 1,
        method: 'GET',
        path: SCIM,
        startedAt: events[0]?.startedAt,
        durationMs: events[0]?.durationMs,
        status: 200,
        requestId: 'request-id-test-1',
        errorType: null,
      },
    ])
    expect(events[0]?.startedAt).toBeGreaterThanOrEqual(before)
    expect(events[0]?.durationMs).toBeGreaterThanOrEqual(0)
  })

  it('says of a refusal what the API says of it', async () => {
    const { client, events } = await open()
    browser.wire.next('/b2b/scim/rotate/start', refused)
    await errorOf(client.scim.rotateStart('scim-1'))
    expect(events).toMatchObject([
      {
        method: 'POST',
        path: '/b2b/scim/rotate/start',
        status: 403,
        errorType: 'session_authorization_error',
        requestId: 'request-id-test-9',
      },
    ])
  })

  it('tells of each attempt, under one id', async () => {
    const { client, events } = await open()
    browser.wire.next(
      SCIM,
      unreachable,
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    )
    await client.scim.getConnection('scim-1')
    await client.scim.getConnection('scim-1')
    const [id, next] = [events[0]?.id, events[3]?.id]
    expect(next).not.toBe(id)
    expect(events).toMatchObject([
      { id, attempt: 1, status: null, errorType: 'NetworkError', requestId: null },
      { id, attempt: 2, status: 502, errorType: 'NetworkError', requestId: null },
      { id, attempt: 3, status: 200, errorType: null },
      { id: next, attempt: 1, status: 200, errorType: null },
    ])
  })

  it('counts what a sign-in repeats with other proofs as attempts too', async () => {
    const { client, events } = await open()
    const pair = '{"code_challenge":"c","code_verifier":"v"}'
    browser.setItem(pair, 'PKCE_VERIFIER:passwords')
    browser.wire.next('/b2b/magic_links/authenticate', () => apiError(400, 'pkce_mismatch'))
    await signIn(client)
    const path = '/b2b/magic_links/authenticate'
    const id = events[0]?.id
    expect(events).toMatchObject([
      { id, attempt: 1, path, errorType: 'pkce_mismatch' },
      { id, attempt: 2, path, errorType: null },
    ])
  })

  it('tells of a request that the caller has given up, not of one that was never sent', async () => {
    const { client, events } = await open()
    const controller = new AbortController()
    browser.wire.next(SCIM, () => {
      controller.abort()
      return Promise.reject(new DOMException('aborted', 'AbortError'))
    })
    await errorOf(client.scim.getConnection('scim-1', { signal: controller.signal }))
    await errorOf(client.scim.getConnection('scim-1', { signal: controller.signal }))
    expect(events).toMatchObject([{ path: SCIM, status: null, errorType: 'AbortError' }])
    expect(events).toHaveLength(1)
  })

  it('has neither queries nor bodies nor tokens in it', async () => {
    const { client, events } = await open()
    const session = client.session.getTokens()
    await client.sso.discoverConnections('ines@northwind.example')
    await client.passwords.strengthCheck({ password: 'correct horse' })
    const text = JSON.stringify(events)
    expect(events.map(({ path }) => path)).toEqual([
      '/b2b/sso/discovery/connections',
      '/b2b/passwords/strength_check',
    ])
    expect(text).not.toMatch(/ines|horse/)
    expect(session?.session_token).toBeTruthy()
    expect(text).not.toContain(session?.session_token)
  })

  it('tells all listeners, each until it is done', async () => {
    const { client, events, stop } = await open()
    const others: RequestEvent[] = []
    client.onRequest((event) => others.push(event))
    await client.scim.getConnection('scim-1')
    stop()
    await client.scim.getConnection('scim-1')
    expect(events).toHaveLength(1)
    expect(others).toHaveLength(2)
  })

  it('tells of what the client asks by itself', async () => {
    const events: RequestEvent[] = []
    const client: B2BClient = browser.open()
    client.onRequest((event) => events.push(event))
    browser.wire.next('/b2b/sso', () => data({ saml_connections: [] }))
    await client.rbac.allPermissions()
    expect(events).toMatchObject([{ method: 'GET', path: expectBootstrap }])
  })
})

const expectBootstrap: unknown = expect.stringMatching(/^\/projects\/bootstrap\//)
