import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'
import { CODE_VERIFIER, codeChallenge, connectApp } from './idpApp.ts'
import type { IdpApp } from './idpApp.ts'

describe('POST /v1/oauth2/token with a code', () => {
  it('gives signed tokens for what was granted', async () => {
    const app = await connectApp('Harbor Reports', 'Amara Diallo')
    const tokens = await redeem(app, {
      nonce: 'n-1',
      resources: ['https://api.harbor.example'],
      scopes: ['openid', 'email', 'documents:read', 'offline_access'],
    })
    expect(tokens.status).toBe(200)
    expect(tokens.headers.get('cache-control')).toBe('no-store')
    expect([tokens.at('token_type'), tokens.at('expires_in'), tokens.at('scope')]).toEqual([
      'bearer',
      3600,
      'openid email documents:read offline_access',
    ])
    const { project } = app.api.emulator.data
    const access = await verify(app, tokens.text('access_token'))
    expect(access).toMatchObject({
      sub: memberNamed(app.api.emulator, 'Amara Diallo'),
      aud: [project.project_id, 'https://api.harbor.example'],
      client_id: app.clientId,
      scope: 'openid email documents:read offline_access',
      'https://stytch.com/organization': { slug: 'northwind' },
    })
    const id = await verify(app, tokens.text('id_token'))
    expect(id).toMatchObject({
      aud: app.clientId,
      nonce: 'n-1',
      email: 'amara.diallo@northwind.example',
      email_verified: true,
    })
    expect(id).not.toHaveProperty('name')
    expect(tokens.at('refresh_token')).toEqual(expect.any(String))
  })

  it('gives no id token without openid and no refresh token without offline_access', async () => {
    const app = await connectApp('Harbor Reports')
    const tokens = await redeem(app, { scopes: ['email'] })
    expect(tokens.at('access_token')).toEqual(expect.any(String))
    expect([tokens.at('id_token'), tokens.at('refresh_token')]).toEqual([undefined, undefined])
  })

  it('takes the app’s secret by Basic authorization too', async () => {
    const app = await connectApp('Harbor Reports')
    const credentials = btoa(`${app.clientId}:${encodeURIComponent(app.secret ?? '')}`)
    const answer = await app.exchange(await codeForm(app), {
      authorization: `Basic ${credentials}`,
    })
    expect(answer.status).toBe(200)
  })

  it('takes JSON as well as a form', async () => {
    const app = await connectApp('Harbor Reports')
    const answer = await app.api.call('POST', '/v1/oauth2/token', {
      headers: { authorization: '' },
      body: { ...(await codeForm(app)), client_id: app.clientId, client_secret: app.secret },
    })
    expect(answer.status).toBe(200)
  })

  it.each([
    ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 'invalid_client'],
    ['an unknown app', { client_id: 'constructor' }, 401, 'invalid_client'],
    ['an unknown code', { code: 'constructor' }, 400, 'invalid_grant'],
    ['another address', { redirect_uri: 'http://localhost:3102/other' }, 400, 'invalid_grant'],
    ['a verifier without a challenge', { code_verifier: CODE_VERIFIER }, 400, 'invalid_grant'],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_what, form, status, error) => {
    const app = await connectApp('Harbor Reports')
    const right = await codeForm(app)
    expectOAuthError(await app.exchange({ ...right, ...form }), status, error)
    expect((await app.exchange(right)).status).toBe(200)
  })

  it('refuses the code of another app', async () => {
    const app = await connectApp('Harbor Reports')
    const code = await codeForm(app)
    const { connected_apps } = app.api.emulator.data
    const other = Object.values(connected_apps).find(({ name }) => name === 'Fleet Console')
    const answer = await app.exchange({
      ...code,
      client_id: other?.connected_app_id ?? '',
      client_secret: other?.client_secret ?? '',
    })
    expectOAuthError(answer, 400, 'invalid_grant')
  })

  it('refuses a code after ten minutes', async () => {
    const app = await connectApp('Harbor Reports')
    const form = await codeForm(app)
    app.api.emulator.clock.advance(10 * 60_000)
    const answer = await app.exchange(form)
    expectOAuthError(answer, 400, 'invalid_grant')
    expect(answer.at('error_type')).toBe('idp_auth_code_expired')
  })

  it('takes a code once; at the second time all access of the app ends', async () => {
    const app = await connectApp('Harbor Reports')
    const form = await codeForm(app)
    const first = await app.exchange(form)
    expect((await app.userinfo(first.text('access_token'))).status).toBe(200)
    expectOAuthError(await app.exchange(form), 400, 'invalid_grant')
    expect((await app.userinfo(first.text('access_token'))).status).toBe(401)
  })

  it('leaves nobody access when a code is used twice at the same time', async () => {
    const app = await connectApp('Harbor Reports')
    const form = await codeForm(app)
    const answers = await Promise.all([app.exchange(form), app.exchange(form)])
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(2)
    expect(app.api.emulator.data.access_tokens).toEqual({})
  })

  it('lets a public app in by its verifier alone', async () => {
    const app = await connectApp('Pathfinder Assistant')
    const form = await codeForm(app, { code_challenge: await codeChallenge() })
    const without = await app.exchange(form)
    expectOAuthError(without, 400, 'invalid_grant')
    expect(without.at('error_type')).toBe('pkce_expected_code_verifier')
    const wrong = await app.exchange({ ...form, code_verifier: `${CODE_VERIFIER}!` })
    expect(wrong.at('error_type')).toBe('pkce_mismatch')
    expect((await app.exchange({ ...form, code_verifier: CODE_VERIFIER })).status).toBe(200)
  })
})

describe('POST /v1/oauth2/token with a refresh token', () => {
  const begin = async () => {
    const app = await connectApp('Harbor Reports')
    const tokens = await redeem(app, { scopes: ['openid', 'email', 'offline_access'] })
    const refresh = (refresh_token: string, form: Record<string, string> = {}) =>
      app.exchange({ grant_type: 'refresh_token', refresh_token, ...form })
    return { app, refresh, first: tokens.text('refresh_token') }
  }

  it('gives new tokens and a new refresh token, with fewer scopes when asked', async () => {
    const { refresh, first } = await begin()
    const next = await refresh(first)
    expect(next.at('scope')).toBe('openid email offline_access')
    expect(next.text('refresh_token')).not.toBe(first)
    const fewer = await refresh(next.text('refresh_token'), { scope: 'email' })
    expect(fewer.at('scope')).toBe('email')
  })

  it('refuses a scope that was not granted, and keeps the token good', async () => {
    const { refresh, first } = await begin()
    expectOAuthError(await refresh(first, { scope: 'openid phone' }), 400, 'invalid_scope')
    expect((await refresh(first)).status).toBe(200)
  })

  it('ends all access of the app when a used one comes back', async () => {
    const { app, refresh, first } = await begin()
    const next = await refresh(first)
    const again = await refresh(first)
    expect(again.at('error_type')).toBe('idp_refresh_token_already_used')
    expectOAuthError(await refresh(next.text('refresh_token')), 400, 'invalid_grant')
    expect((await app.userinfo(next.text('access_token'))).status).toBe(401)
  })

  it('refuses one after thirty days', async () => {
    const { app, refresh, first } = await begin()
    app.api.emulator.clock.advance(30 * 24 * 60 * 60_000)
    expect((await refresh(first)).at('error_type')).toBe('idp_refresh_token_expired')
  })

  it('ends with the consent, and with the member', async () => {
    const { app, refresh, first } = await begin()
    await app.api.call(
      'POST',
      `/sdk/v1/b2b/organizations/members/connected_apps/${app.clientId}/revoke`,
      { session: app.session },
    )
    expectOAuthError(await refresh(first), 400, 'invalid_grant')
  })
})

describe('GET /v1/oauth2/userinfo', () => {
  it('tells of the member what the scopes allow', async () => {
    const app = await connectApp('Harbor Reports', 'Jonas Lindqvist')
    const tokens = await redeem(app, { scopes: ['openid', 'profile', 'phone'] })
    const answer = await app.userinfo(tokens.text('access_token'))
    expect(answer.at('name')).toBe('Jonas Lindqvist')
    expect([answer.at('phone_number'), answer.at('phone_number_verified')]).toEqual([
      '+46701740605',
      true,
    ])
    expect(answer.at('email')).toBeUndefined()
  })

  it('wants a token that is good', async () => {
    const app = await connectApp('Harbor Reports')
    const token = (await redeem(app)).text('access_token')
    expectOAuthError(await app.userinfo('none'), 401, 'invalid_token')
    app.api.emulator.clock.advance(60 * 60_000)
    const late = await app.userinfo(token)
    expectOAuthError(late, 401, 'invalid_token')
    expect(late.headers.get('www-authenticate')).toMatch(/^Bearer /)
  })
})

describe('an access token', () => {
  it('with full_access is exchanged for a session, once', async () => {
    const app = await connectApp('Fleet Console', 'Mia Svensson')
    const tokens = await redeem(app, { scopes: ['openid', 'full_access'] })
    const exchange = () =>
      app.api.call('POST', '/sdk/v1/b2b/sessions/exchange_access_token', {
        body: { access_token: tokens.text('access_token'), session_duration_minutes: 60 },
      })
    const answer = await exchange()
    expect(answer.at('data.member.name')).toBe('Mia Svensson')
    expect(answer.at('data.member_session.authentication_factors.0')).toMatchObject({
      delivery_method: 'oauth_access_token_exchange',
      oauth_access_token_exchange_factor: { client_id: app.clientId },
    })
    expect((await exchange()).at('error_type')).toBe(
      'oauth_access_token_exchange_token_invalid_grant',
    )
  })

  it('without full_access is not', async () => {
    const app = await connectApp('Fleet Console')
    const tokens = await redeem(app)
    const answer = await app.api.call('POST', '/sdk/v1/b2b/sessions/exchange_access_token', {
      body: { access_token: tokens.text('access_token'), session_duration_minutes: 60 },
    })
    expect(answer.at('error_type')).toBe('oauth_access_token_exchange_missing_full_access')
  })
})

describe('GET /.well-known/openid-configuration', () => {
  it('tells where everything is', async () => {
    const { call, emulator } = createApi({ baseUrl: 'http://127.0.0.1:4999/' })
    const answer = await call('GET', '/.well-known/openid-configuration')
    expect(answer.at('issuer')).toBe(emulator.baseUrl)
    expect(answer.at('token_endpoint')).toBe('http://127.0.0.1:4999/v1/oauth2/token')
    expect(answer.at('scopes_supported')).toContain('documents:read')
    const keys = new URL(answer.text('jwks_uri'))
    expect((await call('GET', keys.pathname)).at('keys')).toHaveLength(1)
    const plain = await call('GET', '/.well-known/oauth-authorization-server')
    expect(plain.at('issuer')).toBe(answer.at('issuer'))
  })
})

async function codeForm(app: IdpApp, body: object = {}): Promise<Record<string, string>> {
  const submitted = await app.submit(body)
  return {
    grant_type: 'authorization_code',
    code: submitted.text('data.authorization_code'),
    redirect_uri: app.redirectUri,
  }
}

async function redeem(app: IdpApp, body: object = {}): Promise<Answer> {
  return app.exchange(await codeForm(app, body))
}

async function verify({ api }: IdpApp, token: string): Promise<object> {
  const { call, emulator } = api
  const configuration = await call('GET', '/.well-known/openid-configuration')
  const jwks = await call('GET', new URL(configuration.text('jwks_uri')).pathname)
  const keys = { keys: jwks.at('keys') } as JSONWebKeySet
  expect(decodeProtectedHeader(token).kid).toBe(jwks.at('keys.0.kid'))
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: configuration.text('issuer'),
    currentDate: new Date(emulator.clock.now()),
  })
  return payload
}

function expectOAuthError(answer: Answer, status: number, error: string): void {
  expect([answer.status, answer.at('error')]).toEqual([status, error])
  expect(answer.text('error_description')).not.toBe('')
}
