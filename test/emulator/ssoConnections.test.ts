import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'
import {
  answer,
  authenticate,
  choose,
  locationOf,
  sampleConnection,
  SSO,
  start,
  walkSaml,
} from './ssoWalk.ts'

const MAPPING = { email: 'NameID', first_name: 'firstName', last_name: 'lastName', groups: '' }
const BRUNO = 'bruno.costa@northwind.example'

interface Portal {
  api: Api
  call: (method: string, path: string, body?: object) => Promise<Answer>
}

/** Somebody of the sample organization who looks after its SSO connections. */
async function openPortal(persona = 'it-admin', api = createApi()): Promise<Portal> {
  const session = await api.signIn(persona)
  return {
    api,
    call: (method, path, body) => api.call(method, SSO + path, { session, ...(body && { body }) }),
  }
}

async function createSaml({ call }: Portal): Promise<string> {
  const created = await call('POST', '/saml', { display_name: 'New', identity_provider: 'okta' })
  return created.text('data.connection.connection_id')
}

const metadataUrl = ({ api }: Portal, idp: string) =>
  `${api.emulator.baseUrl}/idp/saml/${idp}/metadata`

const typeOf = (refused: Answer) => refused.at('error_type')

describe('GET sso', () => {
  it('gives all connections, with what to copy to the identity provider', async () => {
    const { api, call } = await openPortal('auditor')
    const id = sampleConnection(api)
    const connections = await call('GET', '')
    const acs = `${api.emulator.baseUrl}/v1/b2b/sso/callback/${id}`
    expect(connections.at('data')).toMatchObject({
      saml_connections: [
        {
          connection_id: id,
          status: 'active',
          acs_url: acs,
          audience_uri: acs,
          idp_entity_id: `${api.emulator.baseUrl}/idp/saml/okta-northwind`,
          idp_sso_url: `${api.emulator.baseUrl}/idp/saml/okta-northwind/sso`,
          saml_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }],
          signing_certificates: [{ issuer: 'O=orgportal, CN=Emulated service provider' }],
          verification_certificates: [{ issuer: 'O=orgportal, CN=Emulated identity provider' }],
        },
      ],
      oidc_connections: [],
      external_connections: [],
    })
    expect(connections.at('data.saml_connections.0')).not.toHaveProperty('signing_private_key')
  })

  it.each([
    ['member', 'GET', '', undefined],
    ['auditor', 'POST', '/saml', {}],
    ['auditor', 'POST', '/oidc', {}],
    ['auditor', 'PUT', '/saml/x', {}],
    ['auditor', 'PUT', '/saml/x/url', {}],
    ['auditor', 'DELETE', '/x', undefined],
    ['people-manager', 'POST', '/external', {}],
  ])('and what changes them is refused without the permission: %s %s %s', async (...row) => {
    const [persona, method, path, body] = row
    const { call } = await openPortal(persona)
    const refused = await call(method, path, body)
    expect([refused.status, typeOf(refused)]).toEqual([403, 'session_authorization_error'])
  })

  it('and what changes them knows nothing of other organizations', async () => {
    const api = createApi()
    const portal = await openPortal(memberNamed(api.emulator, 'Tomás Herrera'), api)
    const id = sampleConnection(api)
    expect((await portal.call('GET', '')).at('data.saml_connections')).toEqual([])
    expect(typeOf(await portal.call('PUT', `/saml/${id}`, {}))).toBe('saml_connection_not_found')
    expect(typeOf(await portal.call('DELETE', `/${id}`))).toBe('sso_connection_not_found')
  })
})

describe('GET sso/discovery/connections', () => {
  const discover = async (email: string, change?: (api: Api) => void) => {
    const api = createApi()
    change?.(api)
    const path = `${SSO}/discovery/connections?email_address=${encodeURIComponent(email)}`
    return api.call('GET', path)
  }

  it('finds those of a member, and those that the domain of the address may join', async () => {
    const found = [{ display_name: 'Northwind Okta', identity_provider: 'okta' }]
    expect((await discover(BRUNO)).at('data.connections')).toMatchObject(found)
    expect((await discover('new@northwind.example')).at('data.connections')).toMatchObject(found)
    expect((await discover('tomas@tern.example')).at('data.connections')).toEqual([])
    expect((await discover('new@elsewhere.example')).at('data.connections')).toEqual([])
    const closed = await discover('new@northwind.example', ({ emulator }) => {
      for (const organization of Object.values(emulator.data.organizations)) {
        organization.sso_jit_provisioning = 'NOT_ALLOWED'
      }
    })
    expect(closed.at('data.connections')).toEqual([])
  })

  it('wants an email address', async () => {
    expect(typeOf(await discover('nobody'))).toBe('invalid_email')
    expect(typeOf(await discover(''))).toBe('invalid_email')
  })
})

describe('a SAML connection', () => {
  it('becomes active by its metadata URL and an attribute mapping, and then works', async () => {
    const portal = await openPortal()
    const { api, call } = portal
    const created = await call('POST', '/saml', { display_name: 'New', identity_provider: 'okta' })
    expect(created.at('data.connection')).toMatchObject({
      status: 'pending',
      idp_entity_id: '',
      attribute_mapping: {},
      verification_certificates: [],
    })
    const id = created.text('data.connection.connection_id')
    expect((await start(api, id)).href).toBe('nowhere:400')
    const read = await call('PUT', `/saml/${id}/url`, { metadata_url: metadataUrl(portal, 'okta') })
    expect(read.at('data.connection')).toMatchObject({
      status: 'pending',
      idp_entity_id: `${api.emulator.baseUrl}/idp/saml/okta`,
    })
    const mapped = await call('PUT', `/saml/${id}`, { attribute_mapping: MAPPING })
    expect(mapped.at('data.connection.status')).toBe('active')
    const signedIn = await authenticate(api, await walkSaml(api, id, { email_address: BRUNO }))
    expect(signedIn.at('data.member.name')).toBe('Bruno Costa')
    expect(signedIn.at('data.organization.sso_active_connections')).toHaveLength(2)
  })

  it.each([
    [{ display_name: '' }, 'invalid_display_name'],
    [{ identity_provider: 'nobody' }, 'invalid_sso_idp'],
    [{ idp_sso_url: 'nowhere' }, 'invalid_idp_sso_url'],
    [{ idp_sso_url: 'ftp://idp.example' }, 'invalid_idp_sso_url'],
    [{ idp_sso_url: '' }, 'invalid_idp_sso_url'],
    [{ idp_sso_url: 'http://idp.example' }, 'saml_connection_idp_sso_url_not_https'],
    [{ idp_entity_id: '' }, 'invalid_idp_entity_id'],
    [{ x509_certificate: 'no certificate' }, 'invalid_x509_certificate'],
    [
      { x509_certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      'invalid_x509_certificate',
    ],
    [{ attribute_mapping: {} }, 'saml_connection_attribute_mapping_required'],
    [{ attribute_mapping: { full_name: 'name' } }, 'saml_connection_email_mapping_required'],
    [
      { attribute_mapping: { email: 'NameID', first_name: 'a' } },
      'saml_connection_name_mapping_required',
    ],
    [
      { attribute_mapping: { email: { a: 'b' } } },
      'saml_connection_no_nested_keys_in_attribute_mapping',
    ],
    [
      { attribute_mapping: MAPPING },
      // Roles follow from groups in the sample.
      'saml_connection_attribute_mapping_missing_groups_key',
    ],
    [
      { saml_connection_implicit_role_assignments: [{ role_id: 'nobody' }] },
      'invalid_rbac_role_assignment',
    ],
    [
      { saml_group_implicit_role_assignments: [{ role_id: 'viewer', group: '' }] },
      'saml_group_role_assignment_does_not_contain_member_group',
    ],
    [{ signing_private_key: 'no key' }, 'saml_signing_private_key_invalid'],
    [
      { signing_private_key: '-----BEGIN PRIVATE KEY-----' },
      'saml_signing_private_key_format_not_supported',
    ],
  ])('refuses %j, and stays as it is', async (body, type) => {
    const { api, call } = await openPortal()
    const before = api.emulator.snapshot().sso_connections
    const refused = await call('PUT', `/saml/${sampleConnection(api)}`, {
      nameid_format: 'changed',
      ...body,
    })
    expect([refused.status, typeOf(refused)]).toEqual([400, type])
    expect(api.emulator.snapshot().sso_connections).toEqual(before)
  })

  it('gives its members roles', async () => {
    const { api, call } = await openPortal()
    const id = sampleConnection(api)
    await call('PUT', `/saml/${id}`, {
      saml_connection_implicit_role_assignments: [{ role_id: 'viewer' }, { role_id: 'viewer' }],
    })
    const signedIn = await authenticate(api, await walkSaml(api, id, { email_address: BRUNO }))
    expect(signedIn.at('data.member.roles')).toContainEqual({
      role_id: 'viewer',
      sources: [{ type: 'sso_connection', details: { connection_id: id } }],
    })
    expect(signedIn.at('data.member_session.roles')).toContain('viewer')
  })

  it('holds at most five certificates, none of them twice, and keeps its last one', async () => {
    const portal = await openPortal()
    const { api, call } = portal
    const id = sampleConnection(api)
    const path = `/saml/${id}`
    const one = await call('GET', '')
    const first = 'data.saml_connections.0.verification_certificates.0'
    const only = `${path}/verification_certificates/${one.text(`${first}.certificate_id`)}`
    expect(typeOf(await call('DELETE', only))).toBe('cannot_delete_last_sso_verification_key')
    const again = await call('PUT', path, { x509_certificate: one.text(`${first}.certificate`) })
    expect(again.at('data.connection.verification_certificates')).toHaveLength(1)

    for (let count = 0; count < 4; count += 1) {
      const x509_certificate = await newCertificate(portal)
      expect((await call('PUT', path, { x509_certificate })).status).toBe(200)
    }
    const sixth = await call('PUT', path, { x509_certificate: await newCertificate(portal) })
    expect(typeOf(sixth)).toBe('too_many_sso_verification_certificates')
    expect((await call('DELETE', only)).status).toBe(200)
    expect(typeOf(await call('DELETE', only))).toBe('sso_verification_key_not_found')
    // The identity provider's own certificate is gone, and with it the trust in what it signs.
    const form = await choose(api, await start(api, id), { email_address: BRUNO })
    expect((await answer(api, id, form)).status).toBe(400)
  })

  it('is asked with a key of its own, once it has one', async () => {
    const { api, call } = await openPortal()
    const id = sampleConnection(api)
    const changed = await call('PUT', `/saml/${id}`, { signing_private_key: rsaKey() })
    expect(changed.at('data.connection.signing_certificates')).toHaveLength(2)
    expect(changed.at('data.connection')).not.toHaveProperty('signing_private_key')
    // The emulated identity provider takes signed requests only.
    expect((await walkSaml(api, id, { email_address: BRUNO })).pathname).toBe('/authenticate')
  })

  it('opens what is encrypted for it, and gives its keys to nobody', async () => {
    const { api, call } = await openPortal()
    const id = sampleConnection(api)
    const saml_encryption_private_key = rsaKey()
    const changed = await call('PUT', `/saml/${id}`, { saml_encryption_private_key })
    expect(JSON.stringify(changed.at('data'))).not.toContain('RSA PRIVATE')
    const form = await choose(api, await start(api, id), { email_address: BRUNO })
    const response = atob(form['SAMLResponse'] ?? '')
    expect(response).toContain('EncryptedAssertion')
    expect(response).not.toContain(BRUNO)
    const signedIn = await authenticate(api, locationOf(await answer(api, id, form)))
    expect(signedIn.at('data.member.name')).toBe('Bruno Costa')

    const later = await choose(api, await start(api, id), { email_address: BRUNO })
    const keyId = changed.text('data.connection.saml_encryption_private_keys.0.private_key_id')
    const key = `/saml/${id}/encryption_private_key/${keyId}`
    expect((await call('DELETE', key)).at('data.private_key_id')).toBe(keyId)
    expect(typeOf(await call('DELETE', key))).toBe('sso_encryption_private_key_not_found')
    expect((await answer(api, id, later)).status).toBe(400)
  })

  it('is one of at most ten, and to an identity provider of its own', async () => {
    const portal = await openPortal()
    const id = await createSaml(portal)
    const metadata_url = metadataUrl(portal, 'okta-northwind')
    const twin = await portal.call('PUT', `/saml/${id}/url`, { metadata_url })
    expect(typeOf(twin)).toBe('duplicate_saml_connection')
    for (let count = 2; count < 10; count += 1) await createSaml(portal)
    expect(typeOf(await portal.call('POST', '/saml', {}))).toBe('too_many_sso_connections')
    expect(typeOf(await portal.call('POST', '/oidc', {}))).toBe('too_many_sso_connections')
  })
})

describe('PUT sso/saml/:id/url', () => {
  const ENTITY = '<!ENTITY x SYSTEM "file:///etc/passwd">'

  it.each([
    ['nowhere', '', 'invalid_saml_metadata_url'],
    ['http://idp.example/metadata', '', 'invalid_saml_metadata_url'],
    ['/missing', '', 'invalid_saml_metadata_url'],
    ['/metadata', 'x'.repeat(1_100_000), 'invalid_saml_metadata_url'],
    ['/metadata', 'no XML', 'invalid_xml_from_saml_metadata_url'],
    ['/metadata', `<!DOCTYPE a [${ENTITY}]><a>&x;</a>`, 'invalid_xml_from_saml_metadata_url'],
    ['/metadata', '<a/>', 'saml_connection_metadata_invalid_format'],
  ])('refuses %s with %.20s', async (path, text, type) => {
    const portal = await openPortal()
    const id = await createSaml(portal)
    const { url, close } = await serve(text)
    const metadata_url = path.startsWith('/') ? url + path : path
    const refused = await portal.call('PUT', `/saml/${id}/url`, { metadata_url })
    close()
    expect([refused.status, typeOf(refused)]).toEqual([400, type])
  })

  it('reads metadata over the network', async () => {
    const portal = await openPortal()
    const id = await createSaml(portal)
    const source = await portal.api.emulator.fetch(metadataUrl(portal, 'google-workspace'))
    const { url, close } = await serve(await source.text())
    const read = await portal.call('PUT', `/saml/${id}/url`, { metadata_url: `${url}/metadata` })
    close()
    expect(read.text('data.connection.idp_entity_id')).toMatch(/\/google-workspace$/)
    expect(read.at('data.connection.verification_certificates')).toHaveLength(1)
  })

  /** A server on this machine that answers one path with the text. */
  async function serve(text: string) {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/metadata' ? 200 : 404
      response.end(text)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${String(port)}`, close: () => server.close() }
  }
})

describe('an external connection', () => {
  it("signs in through the other organization's connection, with its own roles and members", async () => {
    const api = createApi()
    const portal = await openPortal(memberNamed(api.emulator, 'Tomás Herrera'), api)
    const external_connection_id = sampleConnection(api)
    const external_organization_id =
      api.emulator.data.sso_connections[external_connection_id]?.organization_id
    const reference = { external_organization_id, external_connection_id }
    const created = await portal.call('POST', '/external', { ...reference, display_name: 'Ours' })
    const id = created.text('data.connection.connection_id')
    expect(created.at('data.connection')).toMatchObject({ status: 'active', ...reference })
    await portal.call('PUT', `/external/${id}`, {
      external_connection_implicit_role_assignments: [{ role_id: 'viewer' }],
      external_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }],
    })
    const form = await choose(api, await start(api, id), { email_address: BRUNO })
    const back = locationOf(await answer(api, external_connection_id, form))
    const signedIn = await authenticate(api, back)
    expect(signedIn.at('data')).toMatchObject({
      organization: {
        organization_slug: 'tern',
        sso_active_connections: [{ identity_provider: 'okta' }],
      },
      member: { email_address: BRUNO, sso_registrations: [{ connection_id: id }] },
      member_session: {
        roles: ['stytch_member', 'viewer', 'engineer'],
        authentication_factors: [{ saml_sso_factor: { provider_id: id } }],
      },
    })
    expect(typeOf(await portal.call('POST', '/external', reference))).toBe(
      'duplicate_external_sso_connection',
    )
    Reflect.deleteProperty(api.emulator.data.sso_connections, external_connection_id)
    expect((await start(api, id)).href).toBe('nowhere:404')
  })

  it('refers to an active connection of another organization', async () => {
    const portal = await openPortal()
    const { api, call } = portal
    const mine = api.emulator.personas[0]?.organization_id ?? ''
    const tern = Object.values(api.emulator.data.organizations).find(
      ({ organization_slug }) => organization_slug === 'tern',
    )
    const external_organization_id = tern?.organization_id ?? ''
    const refused = await Promise.all([
      call('POST', '/external', { external_organization_id: mine, external_connection_id: 'x' }),
      call('POST', '/external', {
        external_organization_id,
        external_connection_id: sampleConnection(api),
      }),
      call('POST', '/external', { external_organization_id }),
      call('PUT', `/external/${sampleConnection(api)}`, {}),
    ])
    expect(refused.map(typeOf)).toEqual([
      'external_organization_id_same_as_organization_id',
      'external_connection_id_not_found',
      'bad_request',
      'sso_connection_not_found',
    ])
    const other = await openPortal(memberNamed(api.emulator, 'Tomás Herrera'), api)
    const pending = await createSaml(portal)
    const inactive = await other.call('POST', '/external', {
      external_organization_id: mine,
      external_connection_id: pending,
    })
    expect(typeOf(inactive)).toBe('external_connection_not_active')
  })
})

describe('DELETE sso/:id', () => {
  it('keeps the default connection while there are others', async () => {
    const portal = await openPortal()
    const { api, call } = portal
    const id = sampleConnection(api)
    const other = await createSaml(portal)
    expect(typeOf(await call('DELETE', `/${id}`))).toBe('cannot_delete_default_sso_connection')
    expect((await call('DELETE', `/${other}`)).at('data.connection_id')).toBe(other)
    expect((await call('DELETE', `/${id}`)).status).toBe(200)
    expect((await call('GET', '')).at('data.saml_connections')).toEqual([])
    expect(typeOf(await call('DELETE', `/${id}`))).toBe('sso_connection_not_found')
  })

  it('takes along registrations, roles and what the settings say of it', async () => {
    const { api, call } = await openPortal()
    const id = sampleConnection(api)
    const back = await walkSaml(api, id, { email_address: BRUNO })
    const organization =
      api.emulator.data.organizations[api.emulator.personas[0]?.organization_id ?? '']
    if (organization) {
      organization.sso_jit_provisioning = 'RESTRICTED'
      organization.sso_jit_provisioning_allowed_connections = [id]
    }
    await call('DELETE', `/${id}`)
    expect(organization).toMatchObject({
      sso_default_connection_id: null,
      sso_jit_provisioning: 'NOT_ALLOWED',
      sso_jit_provisioning_allowed_connections: [],
    })
    const member = api.emulator.data.members[memberNamed(api.emulator, 'Bruno Costa')]
    expect(member?.sso_registrations).toEqual([])
    expect(typeOf(await authenticate(api, back))).toBe('sso_connection_not_found')
  })
})

function rsaKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
}

/** Some certificate: the emulator makes one for each key that it is to sign with. */
async function newCertificate(portal: Portal): Promise<string> {
  const other = await openPortal(memberNamed(portal.api.emulator, 'Tomás Herrera'), portal.api)
  const id = await createSaml(other)
  const made = await other.call('PUT', `/saml/${id}`, { signing_private_key: rsaKey() })
  return made.text('data.connection.signing_certificates.0.certificate')
}
