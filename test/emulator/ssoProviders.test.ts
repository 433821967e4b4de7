import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed, readAnswer } from './api.ts'
import type { Answer, Api } from './api.ts'
import {
  answer,
  atOidc,
  authenticate,
  choose,
  follow,
  refusalOf,
  sampleConnection,
  SSO,
  start,
  walkOidc,
  walkSaml,
} from './ssoWalk.ts'

const BRUNO = 'bruno.costa@northwind.example'
const BROWSER = { accept: 'text/html,application/xhtml+xml' }

const certificatesIn = (metadata: string) =>
  [...metadata.matchAll(/<ds:X509Certificate>([^<]+)</g)].map(
    ([, base64 = '']) => new X509Certificate(Buffer.from(base64, 'base64')),
  )

async function metadataOf(api: Api, idp: string): Promise<string> {
  return (await follow(api, `${api.emulator.baseUrl}/idp/saml/${idp}/metadata`)).text()
}

async function control(api: Api, idp: string, action: string, body = {}): Promise<Answer> {
  const url = `${api.emulator.baseUrl}/_emulator/idp/saml/${idp}${action}`
  const init = { method: 'POST', body: JSON.stringify(body) }
  const headers = { 'content-type': 'application/json' }
  return readAnswer(
    await (action === '' ? api.emulator.fetch(url) : api.emulator.fetch(url, { ...init, headers })),
  )
}

describe('the signing certificate of a SAML identity provider', () => {
  it('is rotated while sign-ins go on', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const session = await api.signIn('it-admin')
    const signIn = async () =>
      (await walkSaml(api, id, { email_address: BRUNO })).searchParams.get('stytch_token_type')

    const rotated = await control(api, 'okta-northwind', '/rotate-certificate')
    expect(rotated.at('certificates')).toMatchObject([{ signs: true }, { signs: false }])
    expect(JSON.stringify(rotated.at('certificates'))).not.toContain('private_key')
    const [former, next] = certificatesIn(await metadataOf(api, 'okta-northwind'))
    expect(former?.publicKey.equals(next?.publicKey ?? former.publicKey)).toBe(false)
    expect(next?.verify(next.publicKey)).toBe(true)
    expect(await signIn()).toBe('sso')

    const taken = await api.call('PUT', `${SSO}/saml/${id}/url`, {
      session,
      body: { metadata_url: `${api.emulator.baseUrl}/idp/saml/okta-northwind/metadata` },
    })
    expect(taken.at('data.connection.verification_certificates')).toHaveLength(2)
    const newest = rotated.text('certificates.1.certificate_id')
    await control(api, 'okta-northwind', '/sign-with', { certificate_id: newest })
    expect(await signIn()).toBe('sso')

    const old = taken.text('data.connection.verification_certificates.0.certificate_id')
    const removed = `${SSO}/saml/${id}/verification_certificates/${old}`
    expect((await api.call('DELETE', removed, { session })).status).toBe(200)
    expect(await signIn()).toBe('sso')

    const usual = rotated.text('certificates.0.certificate_id')
    const left = await control(api, 'okta-northwind', '/remove-certificate', {
      certificate_id: usual,
    })
    expect(left.at('certificates')).toMatchObject([{ certificate_id: newest, signs: true }])
    // What is known of a certificate lives on where the emulator does.
    const other = createApi()
    other.emulator.restore(api.emulator.snapshot())
    expect(certificatesIn(await metadataOf(other, 'okta-northwind'))).toHaveLength(1)
  })

  it('is refused by a connection that has not got the new one', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const rotated = await control(api, 'okta-northwind', '/rotate-certificate')
    await control(api, 'okta-northwind', '/sign-with', {
      certificate_id: rotated.text('certificates.1.certificate_id'),
    })
    const form = await choose(api, await start(api, id), { email_address: BRUNO })
    expect(await refusalOf(await answer(api, id, form))).toBe('invalid_signature_saml_response')
  })

  it('is not taken away while it signs, nor are there more than five', async () => {
    const api = createApi()
    const one = await control(api, 'okta-two', '')
    const certificate_id = one.text('certificates.0.certificate_id')
    expect((await control(api, 'okta-two', '/remove-certificate', { certificate_id })).status).toBe(
      400,
    )
    const unknown = await control(api, 'okta-two', '/sign-with', { certificate_id: 'constructor' })
    expect(unknown.at('error_type')).toBe('certificate_not_found')
    for (let count = 1; count < 5; count += 1) await control(api, 'okta-two', '/rotate-certificate')
    expect((await control(api, 'okta-two', '/rotate-certificate')).status).toBe(400)
  })

  it('is of the kind that the name asks for, and stays the same', async () => {
    const api = createApi()
    const daysOf = async (idp: string) =>
      certificatesIn(await metadataOf(api, idp)).map(({ validTo }) =>
        Math.round((Date.parse(validTo) - api.emulator.clock.now()) / 86_400_000),
      )
    expect(await daysOf('okta-rotating')).toEqual([20, 730])
    expect(await daysOf('okta-expiring')).toEqual([20])
    expect(await daysOf('okta-expired')).toEqual([-10])
    const before = await metadataOf(api, 'okta-rotating')
    api.emulator.clock.advance(3_600_000)
    expect(await metadataOf(api, 'okta-rotating')).toBe(before)
  })

  it('is shown and changed on the set-up page', async () => {
    const api = createApi()
    const url = `${api.emulator.baseUrl}/idp/saml/okta-page`
    const rotate = `${api.emulator.baseUrl}/_emulator/idp/saml/okta-page/rotate-certificate`
    const init = { method: 'POST', headers: BROWSER, redirect: 'manual' } as const
    const led = await api.emulator.fetch(rotate, init)
    expect([led.status, led.headers.get('location')]).toEqual([303, '/idp/saml/okta-page'])
    const page = await (await follow(api, url)).text()
    expect(page).toContain('Published, not used')
    expect(page).toContain('Copy Metadata URL')
    const download = await follow(api, `${url}/metadata?download`)
    expect(download.headers.get('content-disposition')).toContain('okta-page-metadata.xml')
  })
})

describe('what goes wrong on purpose', () => {
  it.each([
    ['other-key', 'invalid_signature_saml_response'],
    ['unsigned', 'missing_signature_saml_response'],
    ['wrong-audience', 'invalid_audience_saml_response'],
    ['wrong-recipient', 'invalid_saml_response'],
    ['wrong-issuer', 'invalid_saml_response'],
    ['no-email', 'invalid_saml_response_email'],
    ['expired', 'expired_saml_response'],
    ['not-yet-valid', 'not_yet_valid_saml_response'],
    ['failed', 'failed_saml_response'],
  ])('at a SAML identity provider is told: %s', async (mishap, type) => {
    const api = createApi()
    const id = sampleConnection(api)
    const at = await start(api, id)
    expect(await (await follow(api, at.href)).text()).toContain(`<option value="${mishap}">`)
    const form = await choose(api, at, { email_address: BRUNO, mishap })
    expect(await refusalOf(await answer(api, id, form))).toBe(type)
  })

  it.each([
    ['wrong-issuer', 'oidc_invalid_id_token'],
    ['wrong-audience', 'oidc_invalid_id_token'],
    ['other-key', 'oidc_invalid_id_token'],
    ['expired', 'oidc_invalid_id_token'],
    ['no-email', 'oidc_response_email_missing'],
    ['unverified-email', 'oidc_response_unverified_email'],
  ])('at an OIDC provider is told: %s', async (mishap, type) => {
    const { api, id } = await openEntra()
    const back = await atOidc(api, id, { email_address: BRUNO, mishap })
    expect(await refusalOf(await follow(api, back.href))).toBe(type)
  })

  it.each([
    ['client_secret', 'another', 'oidc_auth_code_error'],
    ['issuer', 'https://another.example', 'oidc_invalid_id_token'],
  ])('in the settings of an OIDC connection is told: %s', async (field, value, type) => {
    const { api, id } = await openEntra()
    Object.assign(api.emulator.data.sso_connections[id] ?? {}, { [field]: value })
    const back = await atOidc(api, id, { email_address: BRUNO })
    expect(await refusalOf(await follow(api, back.href))).toBe(type)
  })

  it('stands on a page with what to take along to the portal', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const form = await choose(api, await start(api, id), {
      email_address: BRUNO,
      mishap: 'expired',
    })
    const response = await api.emulator.fetch(`${api.emulator.baseUrl}/v1/b2b/sso/callback/${id}`, {
      method: 'POST',
      headers: BROWSER,
      body: new URLSearchParams(form),
    })
    const page = await response.text()
    expect(page).toContain('Copy for the portal')
    const [, copied = ''] = /data-copy="([^"]+)"/.exec(page) ?? []
    expect(JSON.parse(copied.replaceAll('&quot;', '"'))).toEqual({
      status_code: 400,
      request_id: expect.stringMatching(/^request-id-test-/) as unknown,
      error_type: 'expired_saml_response',
      error_message: expect.stringContaining('The assertion held until') as unknown,
    })
  })
})

describe('the discovery document of an OIDC provider', () => {
  const discovery = (api: Api, idp: string) =>
    api.emulator.fetch(`${api.emulator.baseUrl}/idp/oidc/${idp}/.well-known/openid-configuration`, {
      headers: { origin: 'https://portal.example' },
    })

  it('may be read by pages of other origins, unless the name says otherwise', async () => {
    const api = createApi()
    const open = await discovery(api, 'okta')
    expect(open.headers.get('access-control-allow-origin')).toBe('https://portal.example')
    const closed = await discovery(api, 'okta-without-cors')
    expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([200, null])
  })

  it.each([
    ['okta-without-discovery', 'answered 404', ''],
    ['okta-other-issuer', 'of another issuer', ''],
    ['okta-without-cors', '', '/authorize'],
  ])('of %s gives the warning that it should', async (idp, warning, authorize) => {
    const api = createApi()
    const session = await api.signIn('it-admin')
    const created = await api.call('POST', `${SSO}/oidc`, { session, body: {} })
    const id = created.text('data.connection.connection_id')
    const issuer = `${api.emulator.baseUrl}/idp/oidc/${idp}`
    const told = await api.call('PUT', `${SSO}/oidc/${id}`, { session, body: { issuer } })
    expect(told.text('data.warning')).toContain(warning)
    expect(told.text('data.warning') === '').toBe(warning === '')
    expect(told.at('data.connection.authorization_url')).toBe(authorize && issuer + authorize)
  })
})

describe('what an identity provider tells of a person', () => {
  const IDENTITY = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
  const MICROSOFT = 'http://schemas.microsoft.com'

  it.each([
    ['okta-x', { first_name: 'firstName', last_name: 'lastName', idp_user_id: 'id' }, 'groups'],
    [
      'microsoft-entra-x',
      {
        first_name: `${IDENTITY}/givenname`,
        last_name: `${IDENTITY}/surname`,
        idp_user_id: `${MICROSOFT}/identity/claims/objectidentifier`,
      },
      `${MICROSOFT}/ws/2008/06/identity/claims/groups`,
    ],
    ['google-workspace-x', { first_name: 'firstName', last_name: 'lastName' }, 'groups'],
    [
      'adfs-x',
      { first_name: `${IDENTITY}/givenname`, last_name: `${IDENTITY}/surname` },
      'http://schemas.xmlsoap.org/claims/Group',
    ],
    ['jumpcloud-x', { first_name: 'firstname', last_name: 'lastname' }, 'memberOf'],
    ['onelogin-x', { first_name: 'User.FirstName', last_name: 'User.LastName' }, 'memberOf'],
  ])('%s has the names of its product', async (idp, names, groups) => {
    const api = createApi()
    const session = await api.signIn('it-admin')
    const created = await api.call('POST', `${SSO}/saml`, { session, body: {} })
    const id = created.text('data.connection.connection_id')
    const metadata_url = `${api.emulator.baseUrl}/idp/saml/${idp}/metadata`
    await api.call('PUT', `${SSO}/saml/${id}/url`, { session, body: { metadata_url } })
    const attribute_mapping = { email: 'NameID', ...names, groups }
    await api.call('PUT', `${SSO}/saml/${id}`, { session, body: { attribute_mapping } })
    const person = memberNamed(api.emulator, 'Bruno Costa')
    const signedIn = await authenticate(api, await walkSaml(api, id, { person }))
    expect(signedIn.at('data.member.sso_registrations.1')).toMatchObject({
      external_id: 'idp_user_id' in names ? person : BRUNO,
      sso_attributes: { first_name: 'Bruno', last_name: 'Costa', groups: ['Everyone', 'Robotics'] },
    })
  })
})

describe('a test sign-in', () => {
  it('touches no other session of the member, and may be ended by itself', async () => {
    const api = createApi()
    const person = memberNamed(api.emulator, 'Bruno Costa')
    const mine = await api.signIn(person)
    const id = sampleConnection(api)
    const tested = await authenticate(api, await walkSaml(api, id, { person }))
    const theirs = tested.text('data.session_token')
    expect(theirs).not.toBe(mine)
    const factors = async () =>
      (await api.call('POST', '/sdk/v1/b2b/sessions/authenticate', { session: mine, body: {} })).at(
        'data.member_session.authentication_factors',
      )
    expect(await factors()).toMatchObject([{ type: 'magic_link' }])
    const revoked = { session: theirs, body: {} }
    expect((await api.call('POST', '/sdk/v1/b2b/sessions/revoke', revoked)).status).toBe(200)
    expect(await factors()).toHaveLength(1)
    const over = await api.call('POST', '/sdk/v1/b2b/sessions/authenticate', revoked)
    expect(over.status).toBe(404)
  })
})

/** A connection by OIDC that works. */
async function openEntra(): Promise<{ api: Api; id: string }> {
  const api = createApi({ seed: 'sso' })
  const entra = Object.values(api.emulator.data.sso_connections).find(
    ({ display_name }) => display_name === 'Suppliers Entra',
  )
  const id = entra?.connection_id ?? ''
  const back = await walkOidc(api, id, { email_address: BRUNO })
  expect(back.pathname).toBe('/authenticate')
  return { api, id }
}
