import { isApiError, isNetworkError } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  apiError,
  data,
  errorOf,
  fieldsOf,
  having,
  like,
  signIn,
  setUpBrowser,
  TOKEN,
  type Wire,
} from './wire.ts'
import type { B2BClient } from 'orgportal/client'

const CONFIG = '/b2b/admin_portal_config'
const GROUPS = '/b2b/scim/groups'

const browser = setUpBrowser()
let wire: Wire
let client: B2BClient

beforeEach(() => {
  wire = browser.wire
  client = browser.open()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a request', () => {
  it('names the public token twice when nobody is signed in', async () => {
    await client.adminPortal.getConfig()
    const [sent] = wire.sentTo(CONFIG)
    expect(sent?.headers.get('authorization')).toBe(`Basic ${btoa(`${TOKEN}:${TOKEN}`)}`)
  })

  it('names the session token once there is one', async () => {
    await signIn(client)
    await client.adminPortal.getConfig()
    const [sent] = wire.sentTo(CONFIG)
    expect(sent?.headers.get('authorization')).toBe(`Basic ${btoa(`${TOKEN}:token-of-session-1`)}`)
  })

  it('tells of its sender what the service expects, with new ids each time', async () => {
    await signIn(client)
    await client.adminPortal.getConfig()
    await client.adminPortal.getConfig()
    const [first, second] = wire
      .sentTo(CONFIG)
      .map(({ headers }): unknown => JSON.parse(atob(headers.get('x-sdk-client') ?? '')))
    const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
    expect(first).toMatchObject({
      event_id: like(new RegExp(`^event-id-${uuid}$`)),
      app_session_id: like(new RegExp(`^app-session-id-${uuid}$`)),
      persistent_id: like(new RegExp(`^persistent-id-${uuid}$`)),
      client_sent_at: like(/^\d{4}-.*Z$/),
      timezone: like(/./),
      stytch_member_id: 'member-1',
      stytch_member_session_id: 'session-1',
      sdk: {
        identifier: 'Stytch.js Javascript SDK',
        version: like(/^@stytch\/vanilla-js@\d/),
      },
    })
    expect(first).not.toMatchObject({ event_id: fieldsOf(second)['event_id'] })
  })

  it('has no body where there is nothing to say', async () => {
    await client.session.revoke()
    expect(wire.sentTo('/b2b/sessions/revoke')).toMatchObject([{ method: 'POST', body: undefined }])
  })

  it('encodes what goes into the path', async () => {
    await client.scim.deleteConnection('a/../b?c#d')
    expect(wire.sent.at(-1)?.path).toBe('/sdk/v1/b2b/scim/a%2F..%2Fb%3Fc%23d')
  })

  it.each(['', '.', '..'])('is not sent with %j in the path', async (id) => {
    const before = wire.sent.length
    await expect(client.scim.deleteConnection(id)).rejects.toMatchObject({
      name: 'UsageError',
      message: 'scim.deleteConnection: connection_id must be of type string, not empty.',
    })
    expect(wire.sent).toHaveLength(before)
  })

  it('resolves to what is in the envelope', async () => {
    wire.next(CONFIG, () => data({ scim_config: { scim_enabled: true } }))
    expect(await client.adminPortal.getConfig()).toEqual({
      request_id: 'request-id-test-1',
      status_code: 200,
      scim_config: { scim_enabled: true },
    })
  })
})

describe('ApiError', () => {
  it('has what the server says', async () => {
    wire.next(CONFIG, () => apiError(403, 'session_authorization_error', { error_details: ['x'] }))
    const error = await errorOf(client.adminPortal.getConfig())
    expect(isApiError(error)).toBe(true)
    expect(error).toMatchObject({
      status_code: 403,
      error_type: 'session_authorization_error',
      error_message: 'what the server says of session_authorization_error',
      error_url: 'https://stytch.com/docs/api/errors/403',
      request_id: 'request-id-test-9',
      error_details: ['x'],
      retryAfterSeconds: undefined,
      message: having('session_authorization_error'),
    })
  })

  it('is made of findings about the schema', async () => {
    const findings = { body: [{ dataPath: '.limit', message: 'should be integer' }] }
    wire.next('/b2b/scim', () => Response.json(findings, { status: 400 }))
    expect(await errorOf(client.scim.createConnection({}))).toMatchObject({
      name: 'ApiError',
      status_code: 400,
      error_type: 'schema_error',
      error_message: having('should be integer'),
      error_details: findings,
    })
  })

  it('keeps how long the server asks to wait', async () => {
    wire.next('/b2b/scim', () => apiError(429, 'too_many_requests', {}, { 'Retry-After': '7' }))
    expect(await errorOf(client.scim.createConnection({}))).toMatchObject({ retryAfterSeconds: 7 })
  })
})

describe('NetworkError', () => {
  it('has the failure of the network as its cause', async () => {
    const cause = new TypeError('Load failed')
    wire.next('/b2b/scim', () => Promise.reject(cause))
    const error = await errorOf(client.scim.createConnection({}))
    expect(isNetworkError(error)).toBe(true)
    expect(error).toMatchObject({ cause })
    expect(error).not.toHaveProperty('status_code')
  })

  it.each([
    ['an error page', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
    ['a foreign JSON error', () => Response.json({ message: 'no' }, { status: 418 }), 418],
    ['a success that is not JSON', () => new Response('ok'), 200],
    ['a success without an envelope', () => Response.json({ connection: {} }), 200],
    ['a success without a body', () => new Response(null, { status: 204 }), 204],
  ])('stands for %s', async (_, answer, status_code) => {
    wire.next('/b2b/scim', answer)
    expect(await errorOf(client.scim.createConnection({}))).toMatchObject({
      name: 'NetworkError',
      status_code,
    })
  })
})

describe('a request that only reads', () => {
  const failures: [string, () => Response | Promise<Response>][] = [
    ['the network failed', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the server was too busy', () => apiError(429, 'too_many_requests')],
    ['the server failed', () => apiError(500, 'internal_server_error')],
    ['a proxy failed', () => new Response('', { status: 503 })],
  ]

  it.each(failures)('is made again when %s, at most twice', async (_, failure) => {
    vi.useFakeTimers()
    wire.next(GROUPS, failure, failure, () => data({ scim_groups: [] }))
    const answer = client.scim.getConnectionGroups()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await answer).toMatchObject({ scim_groups: [] })

    wire.next(GROUPS, failure, failure, failure)
    const failed = errorOf(client.scim.getConnectionGroups())
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await failed).toBeInstanceOf(Error)
    expect(wire.sentTo(GROUPS)).toHaveLength(6)
  })

  it('waits as long as the server asks', async () => {
    vi.useFakeTimers()
    const busy = () => apiError(429, 'too_many_requests', {}, { 'Retry-After': '20' })
    wire.next(CONFIG, busy)
    const answer = client.adminPortal.getConfig()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(wire.sentTo(CONFIG)).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(wire.sentTo(CONFIG)).toHaveLength(2)
    await answer
  })

  it('gives up when the server asks for more than half a minute', async () => {
    const busy = () => apiError(429, 'too_many_requests', {}, { 'Retry-After': '31' })
    wire.next(CONFIG, busy)
    expect(await errorOf(client.adminPortal.getConfig())).toMatchObject({ status_code: 429 })
    expect(wire.sentTo(CONFIG)).toHaveLength(1)
  })

  it('is not made again when the server refuses it', async () => {
    wire.next(CONFIG, () => apiError(404, 'not_found'))
    await errorOf(client.adminPortal.getConfig())
    expect(wire.sentTo(CONFIG)).toHaveLength(1)
  })
})

describe('a request that writes', () => {
  it('is made once, whatever happens', async () => {
    wire.next('/b2b/scim', () => apiError(500, 'internal_server_error'))
    await errorOf(client.scim.createConnection({}))
    expect(wire.sentTo('/b2b/scim')).toHaveLength(1)
  })
})

describe('signal', () => {
  it('keeps a request from being sent', async () => {
    const reason = new Error('not any more')
    const signal = AbortSignal.abort(reason)
    expect(await errorOf(client.adminPortal.getConfig({ signal }))).toBe(reason)
    expect(wire.sentTo(CONFIG)).toHaveLength(0)
  })

  it('ends a request under way with its reason', async () => {
    const stopping = new AbortController()
    wire.next(CONFIG, () => {
      stopping.abort(new Error('closed'))
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    const error = await errorOf(client.adminPortal.getConfig({ signal: stopping.signal }))
    expect(error).toMatchObject({ message: 'closed' })
    expect(wire.sentTo(CONFIG)).toHaveLength(1)
  })

  it('ends the wait before another try', async () => {
    const stopping = new AbortController()
    wire.next(CONFIG, () => apiError(429, 'too_many_requests', {}, { 'Retry-After': '30' }))
    const failed = errorOf(client.adminPortal.getConfig({ signal: stopping.signal }))
    await vi.waitFor(() => expect(wire.sentTo(CONFIG)).toHaveLength(1))
    stopping.abort(new Error('closed'))
    expect(await failed).toMatchObject({ message: 'closed' })
    expect(wire.sentTo(CONFIG)).toHaveLength(1)
  })
})
