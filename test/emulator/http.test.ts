import { EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'

const ORIGIN = 'https://app.example'

describe('authorization of requests', () => {
  const me = '/sdk/v1/b2b/organizations/me'

  it.each([
    ['no Authorization header', ''],
    ['another scheme', 'Bearer abc'],
    ['what is not base64', 'Basic §§§'],
    ['the token of another project', `Basic ${btoa('public-token-test-other:session')}`],
    ['no session part', `Basic ${btoa(EMULATOR_PUBLIC_TOKEN)}`],
  ])('refuses %s with 401 unauthorized_credentials', async (_what, authorization) => {
    const answer = await createApi().call('GET', me, { headers: { authorization } })
    expect([answer.status, answer.at('error_type')]).toEqual([401, 'unauthorized_credentials'])
  })

  it('tells a signed-out client apart from one with a session that is over', async () => {
    const api = createApi()
    const signedOut = await api.call('GET', me)
    expect([signedOut.status, signedOut.at('error_type')]).toEqual([401, 'user_unauthenticated'])
    const over = await api.call('GET', me, { session: 'gone' })
    expect([over.status, over.at('error_type')]).toEqual([404, 'session_not_found'])
  })

  it('lets a stale session token not stand in the way of signing in', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink('admin')
    const answer = await api.call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
      session: 'stale',
      body: { magic_links_token: token, session_duration_minutes: 60 },
    })
    expect(answer.status).toBe(200)
  })
})

describe('answers', () => {
  it('travel in an envelope with request id and status', async () => {
    const answer = await createApi().call(
      'GET',
      `/sdk/v1/projects/bootstrap/${EMULATOR_PUBLIC_TOKEN}`,
    )
    expect(answer.text('data.request_id')).toMatch(/^request-id-test-[0-9a-f-]{36}$/)
    expect(answer.at('data.status_code')).toBe(200)
  })

  it('that are errors have no envelope, and an address where they are explained', async () => {
    const answer = await createApi().call('GET', '/sdk/v1/b2b/scim')
    expect(answer.at('status_code')).toBe(401)
    expect(answer.text('request_id')).toMatch(/^request-id-test-/)
    expect(answer.text('error_url')).toBe('https://stytch.com/docs/api/errors/401')
    expect(answer.text('error_message')).toMatch(/session/)
  })

  it('say 501 for what is not implemented, with method and path', async () => {
    const answer = await createApi().call('POST', '/sdk/v1/b2b/wallets', { body: {} })
    expect([answer.status, answer.at('error_type')]).toEqual([501, 'emulator_not_implemented'])
    expect(answer.text('error_message')).toContain('POST /sdk/v1/b2b/wallets')
    expect((await createApi().call('GET', '/sdk/v1/b2b/scim/groups')).status).toBe(501)
  })

  it('say 404 outside of the API', async () => {
    expect((await createApi().call('GET', '/favicon.ico')).status).toBe(404)
  })
})

describe('request bodies', () => {
  it('may be empty in spite of the JSON content type', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    expect(
      (await api.call('POST', '/sdk/v1/b2b/sessions/authenticate', { session, body: '' })).status,
    ).toBe(200)
    expect((await api.call('POST', '/sdk/v1/b2b/scim', { session })).status).toBe(200)
  })

  it.each([
    ['is not JSON', '{"display_name":', /not JSON/],
    ['is a list', [], /must be a JSON object/],
    ['has a field of the wrong type', { display_name: 7 }, /display_name must be a string/],
  ])('are refused with 400 when one %s, and nothing is done', async (_what, body, message) => {
    const api = createApi()
    const session = await api.signIn('admin')
    const answer = await api.call('POST', '/sdk/v1/b2b/scim', { session, body })
    expect([answer.status, answer.at('error_type')]).toEqual([400, 'bad_request'])
    expect(answer.text('error_message')).toMatch(message)
    expect(api.emulator.data.scim_connections).toEqual({})
  })
})

describe('CORS', () => {
  it.each(['/sdk/v1/b2b/scim', '/_emulator/seed', '/v1/b2b/scim/some-connection/Users'])(
    'answers the preflight of %s with the exact origin and credentials',
    async (path) => {
      const { emulator } = createApi()
      const response = await emulator.fetch(emulator.baseUrl + path, {
        method: 'OPTIONS',
        headers: { origin: ORIGIN, 'access-control-request-method': 'PUT' },
      })
      expect(response.status).toBe(204)
      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
      expect(response.headers.get('access-control-allow-credentials')).toBe('true')
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        expect(response.headers.get('access-control-allow-methods')).toContain(method)
      }
      for (const header of ['authorization', 'content-type', 'x-sdk-client', 'x-sdk-parent-host']) {
        expect(response.headers.get('access-control-allow-headers')).toContain(header)
      }
      expect(response.headers.get('vary')).toContain('Origin')
      expect(emulator.requests).toEqual([])
    },
  )

  it('lets the page read errors, faults and Retry-After as well', async () => {
    const { call, emulator } = createApi()
    const headers = { origin: ORIGIN }
    expect(
      (await call('GET', '/sdk/v1/b2b/scim', { headers })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe(ORIGIN)
    emulator.faults.add({ path: '*', status: 429, retry_after: 1 })
    const struck = await call('GET', '/sdk/v1/b2b/scim', { headers })
    expect(struck.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(struck.headers.get('access-control-expose-headers')).toMatch(/retry-after/i)
    const scim = await call('GET', '/v1/b2b/scim/none/Users', { headers })
    expect(scim.headers.get('access-control-allow-origin')).toBe(ORIGIN)
  })

  it('says nothing about origins to who is not a browser', async () => {
    const answer = await createApi().call('GET', '/_emulator')
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })
})
