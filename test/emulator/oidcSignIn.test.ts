import { describe, expect, it } from 'vitest'
import { createApi, memberNamed, readAnswer } from './api.ts'
import type { Answer, Api } from './api.ts'
import {
  atOidc,
  authenticate,
  follow,
  locationOf,
  post,
  refusalOf,
  SSO,
  start,
  tokenOf,
  walkOidc,
} from './ssoWalk.ts'

const IDP = 'microsoft-entra'
const CLIENT = {
  client_id: `orgportal-emulator.${IDP}.example`,
  client_secret: `client-secret-of-${IDP}`,
}

interface Portal {
  api: Api
  id: string
  /** Changes the connection. */
  update: (body: object) => Promise<Answer>
}

/** A new OIDC connection of the sample organization, and who looks after it. */
async function openPortal(): Promise<Portal> {
  const api = createApi()
  const session = await api.signIn('it-admin')
  const created = await api.call('POST', `${SSO}/oidc`, {
    session,
    body: { display_name: 'Entra', identity_provider: IDP },
  })
  const id = created.text('data.connection.connection_id')
  const update = (body: object) => api.call('PUT', `${SSO}/oidc/${id}`, { session, body })
  return { api, id, update }
}

/** As `openPortal`, with a connection that works. */
async function openActive(): Promise<Portal> {
  const portal = await openPortal()
  await portal.update({ ...CLIENT, issuer: issuerOf(portal.api) })
  return portal
}

const issuerOf = ({ emulator }: Api) => `${emulator.baseUrl}/idp/oidc/${IDP}`

describe('an OIDC connection', () => {
  it('becomes active by issuer and client, the rest is read from the issuer', async () => {
    const { api, id, update } = await openPortal()
    const issuer = issuerOf(api)
    expect((await start(api, id)).href).toBe('nowhere:400')
    const read = await update({ issuer })
    expect(read.at('data.connection')).toMatchObject({
      status: 'pending',
      issuer,
      authorization_url: `${issuer}/authorize`,
      token_url: `${issuer}/token`,
      userinfo_url: `${issuer}/userinfo`,
      jwks_url: `${issuer}/jwks`,
      redirect_url: `${api.emulator.baseUrl}/v1/b2b/sso/callback/${id}`,
    })
    expect(read.at('data.warning')).toBe('')
    expect((await update(CLIENT)).at('data.connection.status')).toBe('active')
  })

  it('warns when the issuer does not tell its addresses, and takes those that are given', async () => {
    const { api, update } = await openPortal()
    const token_url = 'https://idp.example/token'
    const warned = await update({ issuer: `${api.emulator.baseUrl}/idp/nothing`, token_url })
    expect(warned.text('data.warning')).toContain('openid-configuration')
    expect(warned.at('data.connection')).toMatchObject({ token_url, authorization_url: '' })
    const mixed = await update({ issuer: issuerOf(api), token_url })
    expect(mixed.at('data.connection')).toMatchObject({
      token_url,
      jwks_url: `${issuerOf(api)}/jwks`,
    })
  })

  it.each([
    [{ issuer: 'nowhere' }, 'oidc_connection_issuer_url_invalid_format'],
    [{ issuer: 'http://idp.example' }, 'oidc_connection_issuer_url_invalid_format'],
    [{ authorization_url: 'nowhere' }, 'oidc_connection_authorization_url_invalid_format'],
    [{ token_url: 'nowhere' }, 'oidc_connection_token_url_invalid_format'],
    [{ userinfo_url: 'nowhere' }, 'oidc_connection_userinfo_url_invalid_format'],
    [{ jwks_url: 'javascript:1' }, 'oidc_connection_jwks_url_invalid_format'],
    [{ identity_provider: 'nobody' }, 'invalid_sso_idp'],
    [{ display_name: '' }, 'invalid_display_name'],
  ])('refuses %j, and stays as it is', async (body, type) => {
    const { api, update } = await openActive()
    const before = api.emulator.snapshot().sso_connections
    const refused = await update({ custom_scopes: 'changed', ...body })
    expect([refused.status, refused.at('error_type')]).toEqual([400, type])
    expect(api.emulator.snapshot().sso_connections).toEqual(before)
  })
})

describe('signing in by OIDC', () => {
  it('leads through the provider back to the app, which signs in', async () => {
    const { api, id } = await openActive()
    const memberId = memberNamed(api.emulator, 'Grace Kimani')
    const back = await walkOidc(api, id, { person: memberId })
    expect(back.searchParams.get('stytch_token_type')).toBe('sso')
    expect((await authenticate(api, back)).at('data')).toMatchObject({
      member_id: memberId,
      member: {
        sso_registrations: [{ connection_id: id, sso_attributes: { full_name: 'Grace Kimani' } }],
      },
      member_session: {
        authentication_factors: [
          { type: 'sso', delivery_method: 'sso_oidc', oidc_sso_factor: { provider_id: id } },
        ],
      },
    })
  })

  it('asks for the scopes of the connection, with PKCE, and maps attributes', async () => {
    const { api, id, update } = await openActive()
    await update({ custom_scopes: 'groups  email', attribute_mapping: { full_name: 'given_name' } })
    const at = await start(api, id)
    expect(at.searchParams.get('scope')).toBe('openid email profile groups')
    expect(at.searchParams.get('code_challenge_method')).toBe('S256')
    const typed = { email_address: 'new@northwind.example', name: 'Nia New' }
    const signedIn = await authenticate(api, await walkOidc(api, id, typed))
    expect(signedIn.at('data.member')).toMatchObject({ name: 'Nia', status: 'active' })
  })

  it('goes wrong with a wrong secret, and says so on a page', async () => {
    const { api, id, update } = await openActive()
    await update({ client_secret: 'another' })
    const callback = await atOidc(api, id, { email_address: 'a@northwind.example' })
    const response = await follow(api, callback.href, 'text/html')
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain('oidc_auth_code_error')
    expect(page).toContain('client secret')
  })

  it.each([
    ['without a state', (url: URL) => url.searchParams.delete('state'), 'missing_oidc_state_param'],
    [
      'with another state',
      (url: URL) => url.searchParams.set('state', 'x'),
      'unsolicited_oidc_response',
    ],
    [
      'without a code',
      (url: URL) => url.searchParams.delete('code'),
      'oidc_invalid_callback_request',
    ],
    ['with another code', (url: URL) => url.searchParams.set('code', 'x'), 'oidc_auth_code_error'],
  ])('lets nobody come back %s', async (_what, change, type) => {
    const { api, id } = await openActive()
    const callback = await atOidc(api, id, { email_address: 'a@northwind.example' })
    change(callback)
    expect(await refusalOf(await follow(api, callback.href))).toBe(type)
  })

  it('lets nobody come back twice, too late, or who was not let in', async () => {
    const { api, id } = await openActive()
    const person = { email_address: 'a@northwind.example' }
    const callback = await atOidc(api, id, person)
    expect(tokenOf(locationOf(await follow(api, callback.href)))).not.toBe('')
    expect(await refusalOf(await follow(api, callback.href))).toBe('unsolicited_oidc_response')
    const late = await atOidc(api, id, person)
    api.emulator.clock.advance(11 * 60_000)
    expect(await refusalOf(await follow(api, late.href))).toBe('unsolicited_oidc_response')
    const cancelled = await atOidc(api, id, { cancel: '1' })
    expect(await refusalOf(await follow(api, cancelled.href))).toBe(
      'oidc_user_not_assigned_to_app_in_idp',
    )
  })

  it('refuses a code that was made for another sign-in', async () => {
    const { api, id } = await openActive()
    const mine = await atOidc(api, id, { email_address: 'a@northwind.example' })
    const other = await atOidc(api, id, { email_address: 'b@northwind.example' })
    mine.searchParams.set('code', other.searchParams.get('code') ?? '')
    expect(await refusalOf(await follow(api, mine.href))).toBe('oidc_auth_code_error')
  })

  it('refuses an id token for another client, of another issuer, or by unknown keys', async () => {
    for (const change of [
      { issuer: 'https://another.example' },
      { jwks_url: '/idp/oidc/microsoft-entra/.well-known/openid-configuration' },
    ]) {
      const { api, id } = await openActive()
      Object.assign(api.emulator.data.sso_connections[id] ?? {}, change)
      const callback = await atOidc(api, id, { email_address: 'a@northwind.example' })
      expect(await refusalOf(await follow(api, callback.href))).toBe('oidc_invalid_id_token')
    }
    const { api, id } = await openActive()
    const callback = await atOidc(api, id, { email_address: 'a@northwind.example' })
    for (const flow of Object.values(api.emulator.data.sso_flows)) flow.request_id = 'another nonce'
    expect(await refusalOf(await follow(api, callback.href))).toBe('oidc_invalid_id_token')
  })

  it('refuses an address that the provider has not verified', async () => {
    const { api, id } = await openActive()
    await atOidc(api, id, { email_address: 'a@northwind.example' })
    for (const person of Object.values(api.emulator.data.idp_people)) {
      person.attributes = { email_verified: 'false' }
    }
    const callback = await atOidc(api, id, { email_address: 'a@northwind.example' })
    expect(await refusalOf(await follow(api, callback.href))).toBe('oidc_response_unverified_email')
  })
})

describe('an OIDC provider of the emulator', () => {
  it('shows what to copy into the portal', async () => {
    const { api } = await openPortal()
    const page = await (await follow(api, issuerOf(api))).text()
    for (const value of [issuerOf(api), CLIENT.client_id, CLIENT.client_secret]) {
      expect(page).toContain(value)
    }
  })

  it.each([
    ['client_id', 'another', 'invalid_client'],
    ['redirect_uri', 'https://evil.example/', 'invalid_redirect_url'],
    ['response_type', 'token', 'invalid_request'],
    ['scope', 'email', 'invalid_request'],
    ['code_challenge_method', 'plain', 'invalid_request'],
  ])('does not answer a request with another %s', async (name, value, type) => {
    const { api, id } = await openActive()
    const at = await start(api, id)
    at.searchParams.set(name, value)
    expect(await refusalOf(await follow(api, at.href))).toBe(type)
  })

  it('gives tokens for a code once, to the client with the secret and the verifier', async () => {
    const { api, id } = await openActive()
    const redirect_uri = `${api.emulator.baseUrl}/v1/b2b/sso/callback/${id}`
    const redeem = async (change: Record<string, string> = {}) => {
      const at = await atOidc(api, id, { email_address: 'a@northwind.example' })
      const flow = api.emulator.data.sso_flows[at.searchParams.get('state') ?? '']
      const form = {
        grant_type: 'authorization_code',
        code: at.searchParams.get('code') ?? '',
        code_verifier: flow?.code_verifier ?? '',
        redirect_uri,
        ...CLIENT,
        ...change,
      }
      const send = async () => readAnswer(await post(api, `/idp/oidc/${IDP}/token`, form))
      return { first: await send(), second: await send() }
    }
    const { first, second } = await redeem()
    expect([first.status, second.status]).toEqual([200, 400])
    expect((await redeem({ client_secret: 'another' })).first.status).toBe(401)
    expect((await redeem({ code_verifier: 'another' })).first.status).toBe(400)
    expect((await redeem({ redirect_uri: 'https://evil.example' })).first.status).toBe(400)

    const userinfo = (token: string) =>
      api.call('GET', `/idp/oidc/${IDP}/userinfo`, {
        headers: { authorization: `Bearer ${token}` },
      })
    expect((await userinfo(first.text('access_token'))).at('email')).toBe('a@northwind.example')
    expect((await userinfo('another')).status).toBe(401)
  })
})
