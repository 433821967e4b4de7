import { describe, expect, it } from 'vitest'
import { SAML_FORGERIES, samlResponse } from 'orgportal/emulator'
import type { SamlForgery } from 'orgportal/emulator'
import { createApi, memberNamed } from './api.ts'
import type { Api } from './api.ts'
import {
  answer,
  authenticate,
  choose,
  follow,
  locationOf,
  post,
  refusalOf,
  sampleConnection,
  start,
  tokenOf,
  walkSaml,
} from './ssoWalk.ts'

const BRUNO = 'bruno.costa@northwind.example'
// The example of RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

const REFUSED_AS: Record<SamlForgery, string> = {
  'wrong-audience': 'invalid_audience_saml_response',
  'wrong-issuer': 'invalid_saml_response',
  'wrong-recipient': 'invalid_saml_response',
  'wrong-request': 'unsolicited_saml_response',
  expired: 'expired_saml_response',
  'not-yet-valid': 'not_yet_valid_saml_response',
  failed: 'failed_saml_response',
  unsigned: 'missing_signature_saml_response',
  'other-key': 'invalid_signature_saml_response',
  altered: 'invalid_signature_saml_response',
  wrapped: 'invalid_signature_saml_response',
  'no-email': 'invalid_saml_response_email',
  'document-type': 'invalid_xml_saml_response',
}

describe('signing in by SAML', () => {
  it('leads through the identity provider back to the app, with groups and the roles that follow', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const back = await walkSaml(api, id, { person: memberNamed(api.emulator, 'Bruno Costa') })
    expect(back.origin + back.pathname).toBe('http://localhost:3000/authenticate')
    expect(back.searchParams.get('stytch_token_type')).toBe('sso')
    const signedIn = await authenticate(api, back)
    expect(signedIn.at('data')).toMatchObject({
      member_authenticated: true,
      member: {
        name: 'Bruno Costa',
        sso_registrations: [
          {
            connection_id: id,
            external_id: BRUNO,
            sso_attributes: { email: BRUNO, groups: ['Everyone', 'Robotics'] },
          },
        ],
      },
      member_session: {
        roles: ['stytch_member', 'engineer'],
        authentication_factors: [
          {
            type: 'sso',
            delivery_method: 'sso_saml',
            sequence_order: 'PRIMARY',
            saml_sso_factor: { provider_id: id, external_id: BRUNO },
          },
        ],
      },
    })
    expect(signedIn.at('data.member_session.authentication_factors.0.saml_sso_factor.id')).toBe(
      signedIn.at('data.member.sso_registrations.0.registration_id'),
    )
    // The role is the session's only because it came through the connection.
    const session = await api.signIn(memberNamed(api.emulator, 'Bruno Costa'))
    const other = await api.call('POST', '/sdk/v1/b2b/sessions/authenticate', { session, body: {} })
    expect(other.at('data.member_session.roles')).toEqual(['stytch_member'])
  })

  it('takes groups away again that the identity provider no longer tells of', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const back = await walkSaml(api, id, { email_address: BRUNO, groups: 'Design, Pets' })
    const signedIn = await authenticate(api, back)
    expect(signedIn.at('data.member_session.roles')).toEqual(['stytch_member'])
    expect(signedIn.at('data.member.sso_registrations.0.sso_attributes.groups')).toEqual([
      'Design',
      'Pets',
    ])
  })

  it('asks with a signed request, and leads members and others to their own addresses', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const query = {
      login_redirect_url: 'https://app.example/in?from=1',
      signup_redirect_url: 'https://app.example/new',
    }
    const member = await walkSaml(api, id, { email_address: BRUNO }, query)
    expect(member.href).toMatch(/^https:\/\/app\.example\/in\?from=1&stytch_token_type=sso&token=/)
    const other = await walkSaml(api, id, { person: 'newcomer-noor@northwind.example' }, query)
    expect(other.pathname).toBe('/new')

    const at = await start(api, id)
    at.searchParams.set('RelayState', 'another')
    expect(await refusalOf(await follow(api, at.href))).toBe('invalid_saml_request')
  })

  it('makes a member of a newcomer where the organization lets such people join', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const person = { person: 'newcomer-noor@northwind.example' }
    const joined = await authenticate(api, await walkSaml(api, id, person))
    expect(joined.at('data.member')).toMatchObject({
      status: 'active',
      name: 'Noor Aziz',
      email_address: 'noor.aziz@northwind.example',
    })
    expect(joined.at('data.member_session.roles')).toContain('engineer')

    const organization = api.emulator.data.organizations[joined.text('data.member.organization_id')]
    if (!organization) throw new Error('The organization is missing.')
    const sam = { person: 'newcomer-sam@northwind.example' }
    for (const [setting, allowed] of [
      ['NOT_ALLOWED', [id]],
      ['RESTRICTED', ['another']],
    ] as const) {
      organization.sso_jit_provisioning = setting
      organization.sso_jit_provisioning_allowed_connections = [...allowed]
      const refused = await authenticate(api, await walkSaml(api, id, sam))
      expect(refused.at('error_type')).toBe('invalid_connection_for_jit_provisioning')
    }
    organization.sso_jit_provisioning_allowed_connections = [id]
    expect((await authenticate(api, await walkSaml(api, id, sam))).status).toBe(200)
  })

  it('knows somebody again whose address has changed in the organization', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const memberId = memberNamed(api.emulator, 'Bruno Costa')
    const member = api.emulator.data.members[memberId]
    if (member) member.email_address = 'bruno@northwind.example'
    const signedIn = await authenticate(api, await walkSaml(api, id, { email_address: BRUNO }))
    expect(signedIn.at('data.member_id')).toBe(memberId)
    expect(signedIn.at('data.member.sso_registrations')).toHaveLength(1)
  })

  it('takes a token once, within five minutes, in the browser that began', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const query = { pkce_code_challenge: CHALLENGE }
    const back = await walkSaml(api, id, { email_address: BRUNO }, query)
    const types = [
      await authenticate(api, back),
      await authenticate(api, back, { pkce_code_verifier: 'another' }),
    ].map((refusal) => refusal.at('error_type'))
    expect(types).toEqual(['pkce_expected_code_verifier', 'pkce_mismatch'])
    const right = { pkce_code_verifier: VERIFIER }
    const [one, two] = await Promise.all([
      authenticate(api, back, right),
      authenticate(api, back, right),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 401])

    const late = await walkSaml(api, id, { email_address: BRUNO })
    api.emulator.clock.advance(6 * 60_000)
    expect((await authenticate(api, late)).at('error_type')).toBe('sso_token_not_found')
    expect((await authenticate(api, new URL('x:?token=made-up'))).status).toBe(404)
  })

  it('may begin at the identity provider, unless the connection says no', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const at = new URL(`${api.emulator.baseUrl}/idp/saml/okta-northwind/sso?connection_id=${id}`)
    const back = locationOf(await answer(api, id, await choose(api, at, { email_address: BRUNO })))
    expect((await authenticate(api, back)).at('data.member.name')).toBe('Bruno Costa')

    const connection = api.emulator.data.sso_connections[id]
    if (connection?.type === 'saml') connection.idp_initiated_auth_disabled = true
    const refused = await answer(api, id, await choose(api, at, { email_address: BRUNO }))
    expect(await refusalOf(refused)).toBe('saml_idp_initiated_auth_disabled')
  })
})

describe('the ACS URL of a SAML connection', () => {
  const respond = async (api: Api, forgery?: SamlForgery, clock = 0) => {
    const id = sampleConnection(api)
    const options = { connectionId: id, emailAddress: BRUNO, name: 'Bruno Costa', forgery }
    const SAMLResponse = await samlResponse(api.emulator, options)
    api.emulator.clock.advance(clock)
    return { id, SAMLResponse, response: await answer(api, id, { SAMLResponse }) }
  }

  it('takes a response that is as it should be', async () => {
    const api = createApi()
    const { response } = await respond(api)
    expect(response.status).toBe(303)
    const signedIn = await authenticate(api, locationOf(response))
    expect(signedIn.at('data.member.name')).toBe('Bruno Costa')
  })

  it.each(SAML_FORGERIES)('refuses one that is forged: %s', async (forgery) => {
    const api = createApi()
    const { response } = await respond(api, forgery)
    expect(await refusalOf(response)).toBe(REFUSED_AS[forgery])
    expect(api.emulator.data.sso_tokens).toEqual({})
  })

  it('refuses one that was used before, or is at its end', async () => {
    const api = createApi()
    const { id, SAMLResponse } = await respond(api)
    expect(await refusalOf(await answer(api, id, { SAMLResponse }))).toBe('duplicate_saml_response')
    const { response } = await respond(api, undefined, 7 * 60_000)
    expect(await refusalOf(response)).toBe('expired_saml_response')
  })

  it('refuses an answer to a request that was answered, is another, or took too long', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const one = await choose(api, await start(api, id), { email_address: BRUNO })
    const two = await choose(api, await start(api, id), { email_address: BRUNO })
    const mixed = { ...one, RelayState: two['RelayState'] ?? '' }
    expect(await refusalOf(await answer(api, id, mixed))).toBe('unsolicited_saml_response')
    expect((await answer(api, id, one)).status).toBe(303)
    const again = await choose(api, await start(api, id), { email_address: BRUNO })
    const stateless = { SAMLResponse: again['SAMLResponse'] ?? '' }
    expect(await refusalOf(await answer(api, id, stateless))).toBe('unsolicited_saml_response')
    // A response that answers no request does not finish one that was begun.
    const SAMLResponse = await samlResponse(api.emulator, { connectionId: id, emailAddress: BRUNO })
    const begun = { SAMLResponse, RelayState: again['RelayState'] ?? '' }
    expect(await refusalOf(await answer(api, id, begun))).toBe('unsolicited_saml_response')
  })

  it.each([
    [
      'two assertions',
      (xml: string) => xml.replace(/<saml:Assertion.*<\/saml:Assertion>/s, '$&$&'),
    ],
    [
      'an own assertion before the signed one',
      (xml: string) =>
        xml.replace(
          '</samlp:Status>',
          '</samlp:Status><saml:Assertion ID="_own"><saml:Issuer>x</saml:Issuer></saml:Assertion>',
        ),
    ],
    [
      'an own assertion around the signed one',
      (xml: string) =>
        xml.replace(
          /<saml:Assertion.*<\/saml:Assertion>/s,
          '<saml:Assertion ID="_own"><saml:Issuer>x</saml:Issuer>$&</saml:Assertion>',
        ),
    ],
    [
      'the signature of another element',
      (xml: string) => xml.replace(/(<saml:Assertion[^>]* ID=")/, '$1_other'),
    ],
    ['a weak digest', (xml: string) => xml.replaceAll('xmlenc#sha256', 'xmldsig#sha1')],
    [
      'another transform',
      (xml: string) =>
        xml.replace(
          'http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>',
          'http://www.w3.org/TR/1999/REC-xpath-19991116"/></ds:Transforms>',
        ),
    ],
    [
      'a comment in the address',
      (xml: string) => xml.replace(BRUNO, `${BRUNO}<!-- -->.evil.example`),
    ],
  ])('refuses one with %s', async (_what, change) => {
    const api = createApi()
    const id = sampleConnection(api)
    const options = { connectionId: id, emailAddress: BRUNO }
    const xml = atob(await samlResponse(api.emulator, options))
    const changed = change(xml)
    expect(changed).not.toBe(xml)
    expect((await answer(api, id, { SAMLResponse: btoa(changed) })).status).toBe(400)
    expect(api.emulator.data.sso_tokens).toEqual({})
  })

  it('does not mind who else declares namespaces around the assertion, or a comment in it', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const options = { connectionId: id, emailAddress: BRUNO }
    const xml = atob(await samlResponse(api.emulator, options))
    const changed = xml
      .replace('<samlp:Response ', '<samlp:Response xmlns:xs="http://www.w3.org/2001/XMLSchema" ')
      .replace(BRUNO, `bruno<!-- -->${BRUNO.slice(5)}`)
    expect(changed).toContain('<!--')
    expect((await answer(api, id, { SAMLResponse: btoa(changed) })).status).toBe(303)
  })

  it.each([
    ['nothing', '', 'missing_saml_response'],
    ['no base64', '%%%', 'invalid_xml_saml_response'],
    ['no XML', btoa('hello'), 'invalid_xml_saml_response'],
    ['unclosed XML', btoa('<a><b></a>'), 'invalid_xml_saml_response'],
    ['other XML', btoa('<a/>'), 'invalid_saml_response'],
    ['far too much', 'A'.repeat(600_000), 'saml_response_too_long'],
  ])('refuses %s', async (_what, SAMLResponse, type) => {
    const api = createApi()
    expect(await refusalOf(await answer(api, sampleConnection(api), { SAMLResponse }))).toBe(type)
  })

  it('says on a page what went wrong and how to mend it', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const SAMLResponse = await samlResponse(api.emulator, {
      connectionId: id,
      emailAddress: BRUNO,
      forgery: 'other-key',
    })
    const response = await api.emulator.fetch(`${api.emulator.baseUrl}/v1/b2b/sso/callback/${id}`, {
      method: 'POST',
      headers: { accept: 'text/html,application/xhtml+xml' },
      body: new URLSearchParams({ SAMLResponse }),
    })
    const page = await response.text()
    expect(response.status).toBe(400)
    expect(page).toContain('invalid_signature_saml_response')
    expect(page).toContain('signing certificate')
  })
})

describe('the page of a SAML identity provider', () => {
  it('offers members and others, escaped', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    await walkSaml(api, id, { email_address: 'x@y.example', name: '<b>&" bold' })
    const page = await (await follow(api, (await start(api, id)).href)).text()
    expect(page).toContain('Ada Lovelace')
    expect(page).toContain('Noor Aziz')
    expect(page).toContain('&lt;b&gt;&amp;&quot; bold')
    expect(page).not.toContain('Tomás Herrera')
  })

  it('says so when the person cancels', async () => {
    const api = createApi()
    const id = sampleConnection(api)
    const form = await choose(api, await start(api, id), { cancel: '1' })
    expect(await refusalOf(await answer(api, id, form))).toBe('failed_saml_response')
  })

  it('answers nobody who is not registered there', async () => {
    const api = createApi()
    const at = '/idp/saml/okta-northwind/sso'
    expect(await refusalOf(await post(api, at, { SAMLRequest: 'x', person: 'y' }))).toBe(
      'invalid_saml_request',
    )
    expect(await refusalOf(await post(api, at, { connection_id: 'x', person: 'y' }))).toBe(
      'saml_connection_not_found',
    )
    expect(await refusalOf(await follow(api, `${api.emulator.baseUrl}/idp/saml/__proto__`))).toBe(
      'identity_provider_not_found',
    )
  })
})

describe('GET sso/start', () => {
  it.each([
    [{ connection_id: '' }, 400, 'missing_sso_connection_locator'],
    [{ connection_id: 'constructor' }, 404, 'sso_connection_not_found'],
    [{ slug: 'northwind' }, 400, 'too_many_sso_connection_locators'],
    [{ public_token: 'another' }, 401, 'unauthorized_credentials'],
    [{ login_redirect_url: 'javascript:alert(1)' }, 400, 'invalid_login_sso_url'],
    [{ signup_redirect_url: 'nowhere' }, 400, 'invalid_signup_sso_url'],
    [{ pkce_code_challenge: 'short' }, 400, 'invalid_pkce_code_challenge'],
    [{ connection_id: '', slug: 'tern' }, 400, 'no_sso_connection_exists_for_organization'],
  ])('refuses %j', async (query, status, type) => {
    const api = createApi()
    const search = new URLSearchParams({
      public_token: api.emulator.publicToken,
      connection_id: sampleConnection(api),
      ...query,
    })
    const refused = await api.call('GET', `/v1/public/sso/start?${search.toString()}`)
    expect([refused.status, refused.at('error_type')]).toEqual([status, type])
  })

  it('finds the default connection of an organization, and wants PKCE where the project does', async () => {
    const api = createApi()
    const at = await start(api, '', { slug: 'northwind' })
    expect(at.pathname).toBe('/idp/saml/okta-northwind/sso')
    api.emulator.data.project.pkce_required.sso = true
    expect((await start(api, sampleConnection(api))).href).toBe('nowhere:400')
    const pkce_code_challenge = CHALLENGE
    expect((await start(api, sampleConnection(api), { pkce_code_challenge })).pathname).toBe(
      at.pathname,
    )
    expect(tokenOf(at)).toBe('')
  })
})
