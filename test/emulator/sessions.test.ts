import { createLocalJWKSet, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Api } from './api.ts'

const SESSIONS = '/sdk/v1/b2b/sessions'
const MAGIC = '/sdk/v1/b2b/magic_links/authenticate'

describe('POST magic_links/authenticate', () => {
  it('signs in: session, member, organization and both tokens', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink('it-admin')
    const answer = await authenticate(api, token)
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      intermediate_session_token: '',
      mfa_required: null,
      primary_required: null,
      member: { name: 'Ines Okafor', status: 'active', is_admin: false },
      organization: {
        organization_slug: 'northwind',
        scim_active_connection: null,
        sso_active_connections: [{ display_name: 'Northwind Okta', identity_provider: 'okta' }],
        custom_roles: [{ role_id: 'fleet_operator' }],
      },
      member_session: {
        organization_slug: 'northwind',
        roles: ['stytch_member', 'it_admin'],
        authentication_factors: [{ type: 'magic_link', delivery_method: 'email' }],
      },
    })
    expect(answer.text('data.session_jwt').split('.')).toHaveLength(3)
  })

  it('takes a link once, and not when it is an hour old', async () => {
    const api = createApi()
    const used = api.emulator.createMagicLink('admin').token
    await authenticate(api, used)
    const old = api.emulator.createMagicLink('admin').token
    api.emulator.clock.advance(60 * 60_000)
    for (const token of [used, old]) {
      const answer = await authenticate(api, token)
      expect([answer.status, answer.at('error_type')]).toEqual([401, 'unable_to_auth_magic_link'])
    }
    for (const token of ['made-up', 'constructor']) {
      expect((await authenticate(api, token)).at('error_type')).toBe('magic_link_not_found')
    }
  })

  it('lets one of two requests at the same time have the link', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink('admin')
    const answers = await Promise.all([authenticate(api, token), authenticate(api, token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it.each([4, 600_000, 60.5, '60', null])(
    'refuses a session of %s minutes unless it is left out',
    async (minutes) => {
      const api = createApi()
      const { token } = api.emulator.createMagicLink('admin')
      const answer = await authenticate(api, token, { session_duration_minutes: minutes })
      if (minutes === null) expect(answer.status).toBe(200)
      else
        expect([answer.status, answer.at('error_type')]).toEqual([
          400,
          'invalid_session_duration_minutes',
        ])
    },
  )

  it('makes an invited member active', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink(memberNamed(api.emulator, 'Priya Nair'))
    const answer = await authenticate(api, token)
    expect(answer.at('data.member')).toMatchObject({
      status: 'active',
      email_address_verified: true,
    })
  })

  it('asks a member who is enrolled in MFA for a second factor', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink(memberNamed(api.emulator, 'Dmitri Volkov'))
    const answer = await authenticate(api, token)
    expect(answer.at('data')).toMatchObject({
      member_authenticated: false,
      member_session: null,
      session_token: '',
      session_jwt: '',
      primary_required: null,
      mfa_required: { secondary_auth_initiated: null, member_options: { mfa_phone_number: '' } },
    })
    expect(answer.text('data.intermediate_session_token')).not.toBe('')
  })

  it('names the methods that are allowed when magic links are not one of them, but lets break-glass members in', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    await api.call('PUT', '/sdk/v1/b2b/organizations/me', {
      session,
      body: { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] },
    })
    const ordinary = await authenticate(api, api.emulator.createMagicLink('member').token)
    expect(ordinary.at('data.primary_required')).toEqual({ allowed_auth_methods: ['sso'] })
    const breakGlass = api.emulator.createMagicLink(memberNamed(api.emulator, 'Olu Adeyemi'))
    expect((await authenticate(api, breakGlass.token)).at('data.member_authenticated')).toBe(true)
  })

  it('wants the PKCE verifier exactly when the link was made with a challenge', async () => {
    const api = createApi()
    // The pair of RFC 7636, appendix B.
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    const link = await api.call('POST', '/_emulator/personas/admin/magic-link', {
      body: { pkce_code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' },
    })
    const withChallenge = link.text('token')
    expect((await authenticate(api, withChallenge)).at('error_type')).toBe(
      'pkce_expected_code_verifier',
    )
    expect(
      (await authenticate(api, withChallenge, { pkce_code_verifier: 'wrong' })).at('error_type'),
    ).toBe('pkce_mismatch')
    expect((await authenticate(api, withChallenge, { pkce_code_verifier: verifier })).status).toBe(
      200,
    )
    const without = api.emulator.createMagicLink('admin').token
    expect(
      (await authenticate(api, without, { pkce_code_verifier: verifier })).at('error_type'),
    ).toBe('pkce_did_not_expect_code_verifier')
  })
})

describe('session JWT', () => {
  it('verifies against the JWKS and carries who it is', async () => {
    const api = createApi()
    const answer = await authenticate(api, api.emulator.createMagicLink('it-admin').token)
    const { project } = api.emulator.data
    const { payload, protectedHeader } = await jwtVerify(
      answer.text('data.session_jwt'),
      createLocalJWKSet(await fetchKeys(api, `${SESSIONS}/jwks/${project.project_id}`)),
      { issuer: `stytch.com/${project.project_id}`, audience: project.project_id },
    )
    expect(protectedHeader.alg).toBe('RS256')
    expect(payload.sub).toBe(answer.at('data.member_id'))
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
    expect(payload['https://stytch.com/organization']).toEqual({
      organization_id: answer.at('data.organization.organization_id'),
      slug: 'northwind',
    })
    expect(payload['https://stytch.com/session']).toMatchObject({
      id: answer.at('data.member_session.member_session_id'),
      expires_at: answer.at('data.member_session.expires_at'),
      roles: ['stytch_member', 'it_admin'],
      authentication_factors: [{ type: 'magic_link' }],
    })
  })

  it('has public keys without a private part, at the path of the server API too', async () => {
    const api = createApi()
    const keys = await fetchKeys(
      api,
      `/v1/b2b/sessions/jwks/${api.emulator.data.project.project_id}`,
    )
    expect(keys.keys).toHaveLength(1)
    expect(keys.keys[0]).not.toHaveProperty('d')
    expect((await api.call('GET', `${SESSIONS}/jwks/another-project`)).status).toBe(404)
  })
})

describe('POST sessions/authenticate', () => {
  it('gives a new JWT without moving the end of the session', async () => {
    const api = createApi()
    const first = await authenticate(api, api.emulator.createMagicLink('admin').token)
    api.emulator.clock.advance(3 * 60_000)
    const session = first.text('data.session_token')
    const again = await api.call('POST', `${SESSIONS}/authenticate`, { session, body: {} })
    expect(again.at('data.member_session.expires_at')).toBe(
      first.at('data.member_session.expires_at'),
    )
    expect(again.at('data.member_session.last_accessed_at')).not.toBe(
      first.at('data.member_session.last_accessed_at'),
    )
    expect(again.at('data.session_token')).toBe(session)
    expect(again.at('data.session_jwt')).not.toBe(first.at('data.session_jwt'))
  })

  it('moves the end when a duration is given', async () => {
    const api = createApi({ clock: { now: () => Date.parse('2030-01-01T00:00:00Z') } })
    const session = await api.signIn('admin', 5)
    const answer = await api.call('POST', `${SESSIONS}/authenticate`, {
      session,
      body: { session_duration_minutes: 120 },
    })
    expect(answer.at('data.member_session.expires_at')).toBe('2030-01-01T02:00:00.000Z')
  })

  it('shows roles with where they come from: direct, email domain, directory group', async () => {
    const api = createApi({ seed: 'scim' })
    const rolesOf = async (name: string) => {
      const session = await api.signIn(memberNamed(api.emulator, name))
      return (await api.call('POST', `${SESSIONS}/authenticate`, { session })).at(
        'data.member.roles',
      )
    }
    const [connection] = Object.values(api.emulator.data.scim_connections)
    const group = Object.values(api.emulator.data.scim_groups).find(
      ({ group_name }) => group_name === 'Robotics Engineering',
    )
    const fromGroup = {
      type: 'scim_connection_group',
      details: { connection_id: connection?.connection_id, group_id: group?.group_id },
    }
    expect(await rolesOf('Amara Diallo')).toEqual([
      { role_id: 'stytch_member', sources: [{ type: 'direct_assignment', details: {} }] },
      { role_id: 'engineer', sources: [{ type: 'direct_assignment', details: {} }, fromGroup] },
      { role_id: 'viewer', sources: [fromGroup] },
    ])
    expect(await rolesOf('Rosa Jiménez')).toContainEqual({
      role_id: 'viewer',
      sources: [
        { type: 'email_assignment', details: { email_domain: 'contractors.northwind.example' } },
      ],
    })
  })

  it('counts roles from SSO for the session only when it was made through that connection', async () => {
    const api = createApi()
    const session = await api.signIn(memberNamed(api.emulator, 'Kavya Raman'))
    const answer = await api.call('POST', `${SESSIONS}/authenticate`, { session })
    expect(answer.at('data.member.roles')).toContainEqual(
      expect.objectContaining({ role_id: 'engineer' }) as unknown,
    )
    expect(answer.at('data.member_session.roles')).toEqual(['stytch_member'])
  })
})

describe('POST sessions/revoke', () => {
  it('ends this session and no other', async () => {
    const api = createApi()
    const [one, other] = [await api.signIn('admin'), await api.signIn('admin')]
    expect((await api.call('POST', `${SESSIONS}/revoke`, { session: one })).status).toBe(200)
    expect(await errorOf(api, one)).toBe('session_not_found')
    expect(await errorOf(api, other)).toBeUndefined()
  })

  it('of a member ends all of theirs, for who may revoke sessions', async () => {
    const api = createApi()
    const memberId = memberNamed(api.emulator, 'Mia Svensson')
    const victims = [await api.signIn('member'), await api.signIn('member')]
    const revoke = async (persona: string, id: string) =>
      api.call('POST', `${SESSIONS}/revoke/${id}`, { session: await api.signIn(persona) })

    const denied = await revoke('auditor', memberId)
    expect([denied.status, denied.at('error_type')]).toEqual([403, 'session_authorization_error'])
    expect((await revoke('people-manager', memberId)).status).toBe(200)
    for (const session of victims) expect(await errorOf(api, session)).toBe('session_not_found')
  })

  it('of oneself needs no more than the rights over oneself', async () => {
    const api = createApi()
    const session = await api.signIn('member')
    const own = `${SESSIONS}/revoke/${memberNamed(api.emulator, 'Mia Svensson')}`
    expect((await api.call('POST', own, { session })).status).toBe(200)
  })

  it('of another organization finds nobody', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    const stranger = memberNamed(api.emulator, 'Tomás Herrera')
    const answer = await api.call('POST', `${SESSIONS}/revoke/${stranger}`, { session })
    expect([answer.status, answer.at('error_type')]).toEqual([404, 'member_not_found'])
  })
})

describe('POST sessions/exchange', () => {
  it('makes a session in another organization of the same address, with its own roles', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    const answer = await exchange(api, session, 'tern')
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      organization: { organization_slug: 'tern' },
      member_session: { roles: ['stytch_member'] },
    })
    const denied = await api.call('GET', '/sdk/v1/b2b/scim', {
      session: answer.text('data.session_token'),
    })
    expect(denied.at('error_type')).toBe('session_authorization_error')
    expect(await errorOf(api, session)).toBeUndefined()
  })

  it('refuses who has no membership there, and organizations that are not', async () => {
    const api = createApi()
    const session = await api.signIn('it-admin')
    expect((await exchange(api, session, 'tern')).at('error_type')).toBe(
      'member_does_not_exist_in_organization',
    )
    const nowhere = await api.call('POST', `${SESSIONS}/exchange`, {
      session,
      body: { organization_id: 'organization-test-none', session_duration_minutes: 60 },
    })
    expect(nowhere.at('error_type')).toBe('organization_not_found')
  })

  it('asks for the second factor that the other organization demands', async () => {
    const api = createApi()
    const tern = await api.signIn(memberNamed(api.emulator, 'Tomás Herrera'))
    await api.call('PUT', '/sdk/v1/b2b/organizations/me', {
      session: tern,
      body: { mfa_policy: 'REQUIRED_FOR_ALL' },
    })
    const answer = await exchange(api, await api.signIn('admin'), 'tern')
    expect(answer.at('data')).toMatchObject({
      member_authenticated: false,
      member_session: null,
      mfa_required: { member_options: null },
    })
  })
})

describe('POST sessions/exchange_access_token', () => {
  it('takes a token of a connected app once', async () => {
    const api = createApi()
    const token = await accessToken(api)
    const answer = await exchangeAccessToken(api, token)
    expect(answer.at('data.member.name')).toBe('Mia Svensson')
    expect(answer.at('data.member_session.authentication_factors.0')).toMatchObject({
      type: 'oauth',
      delivery_method: 'oauth_access_token_exchange',
    })
    expect((await exchangeAccessToken(api, token)).at('error_type')).toBe(
      'oauth_access_token_exchange_token_invalid_grant',
    )
  })

  it('refuses unknown, weak and old tokens', async () => {
    const api = createApi()
    expect((await exchangeAccessToken(api, 'made-up')).at('error_type')).toBe(
      'oauth_access_token_exchange_token_invalid_grant',
    )
    expect(
      (await exchangeAccessToken(api, await accessToken(api, ['openid']))).at('error_type'),
    ).toBe('oauth_access_token_exchange_missing_full_access')
    const old = await accessToken(api)
    api.emulator.clock.advance(5 * 60_000 + 1)
    expect((await exchangeAccessToken(api, old)).at('error_type')).toBe(
      'oauth_access_token_exchange_token_too_old',
    )
  })
})

describe('POST sessions/attest', () => {
  it('makes a session for whom a trusted token names', async () => {
    const api = createApi()
    const answer = await attest(
      api,
      await trustedToken(api, { organization_id: idOf(api, 'northwind') }),
    )
    expect(answer.at('data.member.name')).toBe('Mia Svensson')
    expect(answer.at('data.member_session.authentication_factors.0.type')).toBe(
      'trusted_auth_token',
    )
  })

  it('adds its factor to the session that is named', async () => {
    const api = createApi()
    const session = await api.signIn('member')
    const body = await trustedToken(api, { organization_id: idOf(api, 'northwind') })
    const answer = await attest(api, { ...body, session_token: session })
    expect(answer.at('data.session_token')).toBe(session)
    expect(answer.at('data.member_session.authentication_factors.1.type')).toBe(
      'trusted_auth_token',
    )
  })

  it('adds it to the session of a JWT too, and to no session of another member', async () => {
    const api = createApi()
    const signedIn = await authenticate(api, api.emulator.createMagicLink('member').token)
    const body = await trustedToken(api, { organization_id: idOf(api, 'northwind') })
    const session_jwt = signedIn.text('data.session_jwt')
    const answer = await attest(api, { ...body, session_jwt })
    expect(answer.at('data.session_token')).toBe(signedIn.at('data.session_token'))
    const foreign = await attest(api, { ...body, session_token: await api.signIn('admin') })
    expect([foreign.status, foreign.at('error_type')]).toEqual([400, 'invalid_trusted_auth_token'])
    const [header = '', payload = ''] = session_jwt.split('.')
    for (const forged of ['made-up', `${header}.${payload}.AAAA`]) {
      const refused = await attest(api, { ...body, session_jwt: forged })
      expect(refused.at('error_type')).toBe('unable_to_parse_session_jwt')
    }
    api.emulator.clock.advance(5 * 60_000 + 1000)
    const late = await attest(api, {
      ...(await trustedToken(api, { organization_id: idOf(api, 'northwind') })),
      session_jwt,
    })
    expect(late.at('error_type')).toBe('unable_to_parse_session_jwt')
  })

  it.each([
    ['an unknown profile', { profile_id: 'none' }, 404, 'trusted_token_profile_not_found'],
    ['an unknown token', { token: 'none' }, 401, 'invalid_trusted_auth_token'],
    ['no organization anywhere', {}, 400, 'token_missing_organization_id_claim'],
  ])('refuses %s', async (_what, change, status, errorType) => {
    const api = createApi()
    const answer = await attest(api, { ...(await trustedToken(api, {})), ...change })
    expect([answer.status, answer.at('error_type')]).toEqual([status, errorType])
  })

  it('refuses another organization than the token names', async () => {
    const api = createApi()
    const body = await trustedToken(api, { organization_id: idOf(api, 'northwind') })
    const answer = await attest(api, { ...body, organization_id: idOf(api, 'tern') })
    expect(answer.at('error_type')).toBe('invalid_token_organization_id_claim')
  })
})

function authenticate(api: Api, token: string, fields: object = {}) {
  return api.call('POST', MAGIC, {
    body: { magic_links_token: token, session_duration_minutes: 60, ...fields },
  })
}

async function errorOf(api: Api, session: string): Promise<unknown> {
  return (await api.call('GET', '/sdk/v1/b2b/organizations/me', { session })).at('error_type')
}

async function fetchKeys({ emulator }: Api, path: string): Promise<JSONWebKeySet> {
  const response = await emulator.fetch(emulator.baseUrl + path)
  return (await response.json()) as JSONWebKeySet
}

function idOf({ emulator }: Api, slug: string): string {
  const found = Object.values(emulator.data.organizations).find(
    ({ organization_slug }) => organization_slug === slug,
  )
  if (!found) throw new Error(`No organization ${slug}`)
  return found.organization_id
}

function exchange(api: Api, session: string, slug: string) {
  return api.call('POST', `${SESSIONS}/exchange`, {
    session,
    body: { organization_id: idOf(api, slug), session_duration_minutes: 60 },
  })
}

async function accessToken(api: Api, scopes?: string[]): Promise<string> {
  const answer = await api.call('POST', '/_emulator/access-tokens', {
    body: { member_id: 'member', ...(scopes && { scopes }) },
  })
  return answer.text('access_token')
}

function exchangeAccessToken(api: Api, token: string) {
  return api.call('POST', `${SESSIONS}/exchange_access_token`, {
    body: { access_token: token, session_duration_minutes: 60 },
  })
}

async function trustedToken(api: Api, claims: { organization_id?: string }) {
  const answer = await api.call('POST', '/_emulator/trusted-tokens', {
    body: { email_address: 'mia.svensson@northwind.example', ...claims },
  })
  return { profile_id: answer.text('profile_id'), token: answer.text('token') }
}

function attest(api: Api, body: object) {
  return api.call('POST', `${SESSIONS}/attest`, { body: { session_duration_minutes: 60, ...body } })
}
