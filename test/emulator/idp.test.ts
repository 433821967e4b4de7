import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Answer } from './api.ts'
import { codeChallenge, connectApp } from './idpApp.ts'

const LOGOUT = '/sdk/v1/b2b/oauth/logout/start'

describe('POST /idp/b2b/oauth/authorize/start', () => {
  it('shows the app and what it asks for', async () => {
    const app = await connectApp('Harbor Reports', 'Amara Diallo')
    const answer = await app.start({ scopes: ['openid', 'documents:read'] })
    expect(answer.at('data.client')).toEqual({
      client_id: app.clientId,
      client_type: 'third_party',
      client_name: 'Harbor Reports',
      client_description: expect.any(String) as string,
    })
    expect(answer.at('data.scope_results')).toEqual([
      { scope: 'openid', description: expect.any(String) as string, is_grantable: true },
      { scope: 'documents:read', description: 'Read documents', is_grantable: true },
    ])
    expect(answer.at('data.member.name')).toBe('Amara Diallo')
  })

  it('says that a member cannot grant what their roles do not allow', async () => {
    const app = await connectApp('Harbor Reports', 'Mia Svensson')
    const answer = await app.start({ scopes: ['openid', 'documents:read'] })
    expect(answer.at('data.scope_results')).toMatchObject([
      { scope: 'openid', is_grantable: true },
      { scope: 'documents:read', is_grantable: false },
    ])
  })

  it.each([
    ['Harbor Reports', 'Mia Svensson', {}, true],
    ['Harbor Reports', 'Amara Diallo', { scopes: ['openid', 'email'] }, false],
    ['Harbor Reports', 'Amara Diallo', { scopes: ['openid', 'profile'] }, true],
    ['Harbor Reports', 'Amara Diallo', { scopes: ['openid'], prompt: 'consent' }, true],
    ['Fleet Console', 'Mia Svensson', {}, false],
    ['Fleet Console', 'Mia Svensson', { scopes: ['openid', 'full_access'] }, false],
    ['Fleet Console', 'Mia Svensson', { scopes: ['openid', 'offline_access'] }, true],
    ['Fleet Console', 'Mia Svensson', { prompt: 'consent' }, true],
  ])(
    'for %s and %s with %j says that consent_required is %s',
    async (name, member, body, consent) => {
      const app = await connectApp(name, member)
      expect((await app.start(body)).at('data.consent_required')).toBe(consent)
    },
  )

  it.each([
    ['an unknown app', { client_id: 'connected-app-test-none' }, 404, 'connected_app_not_found'],
    [
      'an address that is not the app’s',
      { redirect_uri: 'https://evil.example/' },
      400,
      'connected_app_supplied_redirect_url_not_found_in_client',
    ],
    ['an unknown scope', { scopes: ['everything'] }, 400, 'oauth_invalid_scope_requested'],
    [
      'full access for a third party',
      { scopes: ['full_access'] },
      400,
      'oauth_invalid_scope_requested',
    ],
    ['an implicit flow', { response_type: 'token' }, 400, 'bad_request'],
    ['no scopes', { scopes: null }, 400, 'bad_request'],
  ])('refuses %s', async (_what, body, status, errorType) => {
    const app = await connectApp('Harbor Reports')
    expectError(await app.start(body), status, errorType)
    expectError(await app.submit(body), status, errorType)
  })

  it('refuses an app that the organization does not allow', async () => {
    const app = await connectApp('Harbor Reports')
    await app.api.call('PUT', '/sdk/v1/b2b/organizations/me', {
      session: app.session,
      body: { third_party_connected_apps_allowed_type: 'NOT_ALLOWED' },
    })
    expectError(await app.start(), 403, 'connected_app_not_allowed_for_org')
  })

  it('needs a session', async () => {
    const app = await connectApp('Harbor Reports')
    const answer = await app.api.call('POST', '/sdk/v1/idp/b2b/oauth/authorize/start', {
      body: app.request,
    })
    expectError(answer, 401, 'user_unauthenticated')
  })
})

describe('POST /idp/b2b/oauth/authorize/submit', () => {
  it('leads back with a code and the state, and remembers what was granted', async () => {
    const app = await connectApp('Harbor Reports', 'Mia Svensson')
    const answer = await app.submit({ state: 'a b', scopes: ['openid', 'documents:read'] })
    const url = new URL(answer.text('data.redirect_uri'))
    expect(url.origin + url.pathname).toBe(app.redirectUri)
    expect(url.searchParams.get('state')).toBe('a b')
    expect(url.searchParams.get('code')).toBe(answer.text('data.authorization_code'))
    const mine = await app.api.call('GET', '/sdk/v1/b2b/organizations/members/connected_apps', {
      session: app.session,
    })
    expect(mine.at('data.connected_apps.1')).toMatchObject({
      name: 'Harbor Reports',
      scopes_granted: 'openid',
    })
    const next = await app.start({ scopes: ['openid'] })
    expect(next.at('data.consent_required')).toBe(false)
  })

  it('leads back with access_denied when the member says no', async () => {
    const app = await connectApp('Harbor Reports', 'Mia Svensson')
    const answer = await app.submit({ consent_granted: false, state: 'x' })
    const url = new URL(answer.text('data.redirect_uri'))
    expect(Object.fromEntries(url.searchParams)).toEqual({ error: 'access_denied', state: 'x' })
    expect(answer.at('data')).not.toHaveProperty('authorization_code')
    expect(app.api.emulator.data.authorization_codes).toEqual({})
  })

  it('needs no consent where none is required', async () => {
    const app = await connectApp('Fleet Console', 'Mia Svensson')
    const answer = await app.submit({ consent_granted: false })
    expect(answer.at('data.authorization_code')).toEqual(expect.any(String))
  })

  it('says consent_required to an app that wanted no question', async () => {
    const app = await connectApp('Harbor Reports', 'Mia Svensson')
    const answer = await app.submit({ consent_granted: false, prompt: 'none' })
    expect(answer.text('data.redirect_uri')).toContain('error=consent_required')
  })

  it('wants PKCE of an app that keeps no secret', async () => {
    const app = await connectApp('Orbit Mobile')
    expectError(await app.submit(), 400, 'pkce_required_for_idp_authorization_flow')
    expectError(await app.submit({ code_challenge: 'short' }), 400, 'invalid_pkce_code_challenge')
    expect((await app.submit({ code_challenge: await codeChallenge() })).status).toBe(200)
  })

  it('must be told whether the member agrees', async () => {
    const app = await connectApp('Harbor Reports')
    expectError(await app.submit({ consent_granted: null }), 400, 'bad_request')
  })
})

describe('POST /b2b/oauth/logout/start', () => {
  const begin = async () => {
    const app = await connectApp('Fleet Console')
    const code = (await app.submit()).text('data.authorization_code')
    const tokens = await app.exchange({
      grant_type: 'authorization_code',
      code,
      redirect_uri: app.redirectUri,
    })
    const logout = (body: object, session?: string) =>
      app.api.call('POST', LOGOUT, {
        ...(session !== undefined && { session }),
        body: {
          client_id: app.clientId,
          post_logout_redirect_uri: 'http://localhost:3100/signed-out',
          state: 's1',
          ...body,
        },
      })
    return { app, logout, idToken: tokens.text('id_token') }
  }

  it('leads back with the state, and asks first where nobody vouches for the app', async () => {
    const { logout } = await begin()
    const answer = await logout({})
    expect(answer.at('data')).toMatchObject({
      redirect_uri: 'http://localhost:3100/signed-out?state=s1',
      consent_required: true,
    })
  })

  it('asks nothing when the app shows its token of whoever is signed in', async () => {
    const { app, logout, idToken } = await begin()
    const hinted = { id_token_hint: idToken }
    expect((await logout(hinted, app.session)).at('data.consent_required')).toBe(false)
    const other = await app.api.signIn('member')
    expect((await logout(hinted, other)).at('data.consent_required')).toBe(true)
    const forged = { id_token_hint: `${idToken.slice(0, -4)}AAAA` }
    expect((await logout(forged, app.session)).at('data.consent_required')).toBe(true)
  })

  it('refuses unknown apps and addresses that are not the app’s', async () => {
    const { logout } = await begin()
    expectError(await logout({ client_id: 'x' }), 404, 'connected_app_not_found')
    const elsewhere = { post_logout_redirect_uri: 'https://evil.example/' }
    expectError(await logout(elsewhere), 400, 'connected_app_invalid_redirect_url')
  })
})

describe('the control API', () => {
  it('gives the apps with their secrets, and a code as if a member had agreed', async () => {
    const api = createApi()
    const apps = await api.call('GET', '/_emulator/connected-apps')
    expect(apps.at('connected_apps')).toHaveLength(4)
    const connected_app_id = apps.text('connected_apps.0.connected_app_id')
    const code = await api.call('POST', '/_emulator/authorization-codes', {
      body: { connected_app_id, member_id: 'admin' },
    })
    expect(code.at('redirect_uri')).toBe('http://localhost:3100/callback')
    expect(Object.keys(api.emulator.data.authorization_codes)).toEqual([
      code.text('authorization_code'),
    ])
  })
})

function expectError(answer: Answer, status: number, errorType: string): void {
  expect([answer.status, answer.at('error_type')]).toEqual([status, errorType])
}
