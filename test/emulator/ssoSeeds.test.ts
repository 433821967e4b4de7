import { X509Certificate } from 'node:crypto'
import type { SeedName } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Api } from './api.ts'
import { authenticate, SSO, walkOidc, walkSaml } from './ssoWalk.ts'

const DAY = 86_400_000

async function open(seed: SeedName, persona = 'admin') {
  const api = createApi({ seed })
  const session = await api.signIn(persona)
  return {
    api,
    call: (method: string, path: string, body?: object) =>
      api.call(method, path, { session, ...(body && { body }) }),
  }
}

/** Connections of all organizations by their names. */
const named = (api: Api, name: string) => {
  const found = Object.values(api.emulator.data.sso_connections).find(
    ({ display_name }) => display_name === name,
  )
  if (!found) throw new Error(`The seed has no connection ${name}.`)
  return found
}

/** How many days the verification certificates of a connection still hold, by the record and by the certificate. */
function daysOf(api: Api, name: string): number[][] {
  const connection = named(api, name)
  if (connection.type !== 'saml') throw new Error(`${name} is not by SAML.`)
  const left = (end: string) => Math.round((Date.parse(end) - api.emulator.clock.now()) / DAY)
  return connection.verification_certificates.map(({ expires_at, certificate }) => [
    left(expires_at),
    left(new X509Certificate(certificate).validTo),
  ])
}

describe('the seed sso', () => {
  it('has connections in every state', async () => {
    const { api, call } = await open('sso')
    const told = await call('GET', SSO)
    const summary = (list: string) =>
      (told.at(`data.${list}`) as { display_name: string; status: string }[]).map(
        ({ display_name, status }) => `${display_name} ${status}`,
      )
    expect(summary('saml_connections').sort()).toEqual([
      'Depot ADFS active',
      'Harbor Works active',
      'Northwind Google pending',
      'Northwind Okta active',
    ])
    expect(summary('oidc_connections')).toEqual(['Suppliers Entra active'])
    expect(summary('external_connections')).toEqual(['Tern Logistics active'])
    expect(daysOf(api, 'Northwind Okta')).toEqual([
      [20, 20],
      [400, 400],
    ])
    expect(daysOf(api, 'Harbor Works')).toEqual([[-12, -12]])
  })

  it.each([
    ['Northwind Okta', 'Bruno Costa', ['viewer', 'engineer', 'fleet_operator']],
    ['Northwind Okta', 'Ada Lovelace', ['stytch_admin', 'viewer', 'it_admin']],
    ['Harbor Works', 'Isabel Moreau', []],
    ['Depot ADFS', 'Hiroshi Sato', ['fleet_operator']],
    ['Suppliers Entra', 'Grace Kimani', []],
  ])('lets members in through %s again as who they are: %s', async (connection, name, roles) => {
    const { api } = await open('sso')
    const { connection_id, type } = named(api, connection)
    const person = memberNamed(api.emulator, name)
    const before = api.emulator.snapshot().members[person]?.sso_registrations
    const walk = type === 'oidc' ? walkOidc : walkSaml
    const signedIn = await authenticate(api, await walk(api, connection_id, { person }))
    expect(signedIn.at('data.member_id')).toBe(person)
    expect(signedIn.at('data.member_session.roles')).toEqual(
      expect.arrayContaining(['stytch_member', ...roles]),
    )
    const after = signedIn.at('data.member.sso_registrations') as typeof before
    const ids = (list: typeof before) =>
      list?.map(({ registration_id, external_id }) => [registration_id, external_id]).sort()
    expect(ids(after)).toEqual(ids(before))
  })

  it('lets newcomers join through two of the connections', async () => {
    const { api } = await open('sso')
    const noor = { person: 'newcomer-noor@northwind.example' }
    const okta = await walkSaml(api, named(api, 'Northwind Okta').connection_id, noor)
    expect((await authenticate(api, okta)).status).toBe(200)
    const sam = { person: 'newcomer-sam@northwind.example' }
    const depot = await walkSaml(api, named(api, 'Depot ADFS').connection_id, sam)
    expect((await authenticate(api, depot)).at('error_type')).toBe(
      'invalid_connection_for_jit_provisioning',
    )
  })

  it.each([
    ['sso-viewer', [200, 403, 403, 403]],
    ['sso-operator', [200, 200, 200, 403]],
    ['it-admin', [200, 200, 200, 200]],
  ])('has %s, who may do what the name says', async (persona, statuses) => {
    const { api, call } = await open('sso', persona)
    const google = named(api, 'Northwind Google').connection_id
    const answers = [
      await call('GET', SSO),
      await call('POST', `${SSO}/saml`, { display_name: 'New' }),
      await call('PUT', `${SSO}/saml/${google}`, { display_name: 'Renamed' }),
      await call('DELETE', `${SSO}/${google}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual(statuses)
  })
})

describe('the other seeds of SSO', () => {
  it('sso-none has none, though others have some that may be referred to', async () => {
    const { api, call } = await open('sso-none')
    const told = await call('GET', SSO)
    expect(told.at('data')).toMatchObject({
      saml_connections: [],
      oidc_connections: [],
      external_connections: [],
    })
    const target = named(api, 'Tern Keycloak')
    const reference = {
      external_organization_id: target.organization_id,
      external_connection_id: target.connection_id,
    }
    expect((await call('POST', `${SSO}/external`, reference)).status).toBe(200)
    const page = await api.emulator.fetch(`${api.emulator.baseUrl}/organizations/tern`)
    expect(await page.text()).toContain(target.connection_id)
  })

  it('sso-expiring has what ends soon', async () => {
    const { api } = await open('sso-expiring')
    const days = ['Northwind Okta', 'Harbor Google', 'Depot ADFS', 'Legacy Ping'].map((name) =>
      daysOf(api, name),
    )
    expect(days).toEqual([[[5, 5]], [[25, 25]], [[55, 55]], [[-3, -3]]])
    const [scim] = Object.values(api.emulator.data.scim_connections)
    const end = Date.parse(scim?.bearer_token.expires_at ?? '')
    expect(Math.round((end - api.emulator.clock.now()) / DAY)).toBe(20)
    const invited = Object.values(api.emulator.data.members).filter(
      ({ status }) => status === 'invited',
    )
    expect(invited.length).toBeGreaterThanOrEqual(4)
  })

  it('sso-limit has no room for more, and says so beforehand', async () => {
    const { call } = await open('sso-limit')
    expect((await call('GET', '/sdk/v1/b2b/admin_portal_config')).at('data.sso_config')).toEqual({
      sso_enabled: true,
      can_create_saml_connection: false,
      can_create_oidc_connection: false,
    })
    for (const type of ['saml', 'oidc']) {
      const refused = await call('POST', `${SSO}/${type}`, {})
      expect(refused.at('error_type')).toBe('too_many_sso_connections')
    }
  })

  it('sso-disabled has SSO switched off', async () => {
    const { call } = await open('sso-disabled')
    expect((await call('GET', '/sdk/v1/b2b/admin_portal_config')).at('data.sso_config')).toEqual({
      sso_enabled: false,
      can_create_saml_connection: false,
      can_create_oidc_connection: false,
    })
    expect((await call('POST', `${SSO}/saml`, {})).at('error_type')).toBe('sso_not_enabled')
  })
})

describe('a project', () => {
  it.each([
    ['saml', 'oidc'],
    ['oidc', 'saml'],
  ])('may let organizations add connections by %s only', async (allowed, other) => {
    const { api, call } = await open('sso-none')
    const change = { [`can_create_${other}_connection`]: false, max_sso_connections: 1 }
    await api.call('POST', '/_emulator/project', { body: change })
    const config = await call('GET', '/sdk/v1/b2b/admin_portal_config')
    expect(config.at('data.sso_config')).toMatchObject({
      [`can_create_${allowed}_connection`]: true,
      [`can_create_${other}_connection`]: false,
    })
    expect((await call('POST', `${SSO}/${other}`, {})).at('error_type')).toBe(
      'too_many_sso_connections_for_billing_tier',
    )
    expect((await call('POST', `${SSO}/${allowed}`, {})).status).toBe(200)
    expect((await call('POST', `${SSO}/${allowed}`, {})).at('error_type')).toBe(
      'too_many_sso_connections',
    )
  })
})

describe('a connection of the seed sso', () => {
  it('keeps its mapping of groups while roles follow from groups, and its name of its own', async () => {
    const { api, call } = await open('sso')
    const okta = named(api, 'Northwind Okta')
    const path = `${SSO}/saml/${okta.connection_id}`
    const attribute_mapping = { email: 'NameID', full_name: 'displayName' }
    expect((await call('PUT', path, { attribute_mapping })).at('error_type')).toBe(
      'saml_connection_attribute_mapping_missing_groups_key',
    )
    const cleared = { attribute_mapping, saml_group_implicit_role_assignments: [] }
    expect((await call('PUT', path, cleared)).status).toBe(200)
    const changed = await call('PUT', path, { identity_provider: 'onelogin' })
    expect(changed.at('data.connection')).toMatchObject({
      identity_provider: 'onelogin',
      status: 'active',
      attribute_mapping,
    })
    const twin = { idp_entity_id: `${api.emulator.baseUrl}/idp/saml/adfs-depot` }
    expect((await call('PUT', path, twin)).at('error_type')).toBe('duplicate_saml_connection')
  })

  it('takes its members’ registrations and its place in the settings along when it goes', async () => {
    const { api, call } = await open('sso')
    const entra = named(api, 'Suppliers Entra').connection_id
    const grace = memberNamed(api.emulator, 'Grace Kimani')
    expect((await call('DELETE', `${SSO}/${entra}`)).status).toBe(200)
    expect(api.emulator.data.members[grace]?.sso_registrations).toEqual([])
    const organization =
      api.emulator.data.organizations[named(api, 'Northwind Okta').organization_id]
    expect(organization).toMatchObject({
      sso_jit_provisioning: 'RESTRICTED',
      sso_jit_provisioning_allowed_connections: [named(api, 'Northwind Okta').connection_id],
      sso_default_connection_id: named(api, 'Northwind Okta').connection_id,
    })
  })
})
