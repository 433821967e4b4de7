import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Answer, Api } from './api.ts'
import { prepareFactors } from './preparedFactors.ts'
import { prepareSso } from './preparedSso.ts'
import { API, discover, lastMessage } from './signInCalls.ts'
import { connect, GROUP, PATCH, SEARCH, USER } from './scim2Client.ts'

interface Field {
  name: string
  type: string
  optional: boolean
}

interface Method {
  id: string
  method: string | null
  path: string | null
  body: Field[]
}

const methods = JSON.parse(
  readFileSync(new URL('../contract/methods.json', import.meta.url), 'utf8'),
) as Method[]

/** The methods that the emulator answers, each with a body that it takes. `$scim` is the active connection. */
const accepted: Record<string, Record<string, unknown>> = {
  'organization.get': {},
  'organization.update': { organization_name: 'Other' },
  'organization.delete': {},
  'organization.getBySlug': { organization_slug: 'northwind' },
  'organization.getConnectedApps': {},
  'organization.getConnectedApp': {},
  'organization.members.create': { email_address: 'new@northwind.example' },
  'organization.members.update': { member_id: '$member', name: 'Other' },
  'organization.members.delete': {},
  'organization.members.reactivate': {},
  'organization.members.deletePassword': {},
  'organization.members.deleteMFAPhoneNumber': {},
  'organization.members.deleteMFATOTP': {},
  'organization.members.unlinkRetiredEmail': { email_id: '$retired', email_address: '$former' },
  'organization.members.startEmailUpdate': { email_address: 'new@northwind.example' },
  'organization.members.getConnectedApps': {},
  'organization.members.revokeConnectedApp': {},
  'self.update': { name: 'Other' },
  'self.deletePassword': {},
  'self.deleteMFAPhoneNumber': {},
  'self.deleteMFATOTP': {},
  'self.unlinkRetiredEmail': { email_id: '$retired', email_address: '$former' },
  'self.startEmailUpdate': { email_address: 'new@northwind.example' },
  'self.getConnectedApps': {},
  'self.revokeConnectedApp': {},
  'member.update': { name: 'Other' },
  'member.deleteMFAPhoneNumber': {},
  'idp.oauthAuthorizeStart': {
    client_id: '$app',
    redirect_uri: '$callback',
    response_type: 'code',
    scopes: ['openid'],
  },
  'idp.oauthAuthorizeSubmit': {
    client_id: '$app',
    redirect_uri: '$callback',
    response_type: 'code',
    scopes: ['openid'],
    consent_granted: true,
  },
  'idp.oauthLogoutStart': { client_id: '$app', post_logout_redirect_uri: '$signedOut' },
  '_internal.searchMember': { email_address: '$email', organization_id: '$organization' },
  'self.get': {},
  'member.get': {},
  'organization.members.search': { limit: 1 },
  'magicLinks.email.loginOrSignup': { email_address: '$email', organization_id: '$organization' },
  'magicLinks.email.invite': { email_address: 'new@northwind.example' },
  'magicLinks.authenticate': { magic_links_token: '$link', session_duration_minutes: 60 },
  'magicLinks.email.discovery.send': { email_address: '$email' },
  'magicLinks.discovery.authenticate': { discovery_magic_links_token: '$discovery' },
  'otps.email.loginOrSignup': { email_address: '$email', organization_id: '$organization' },
  'otps.email.authenticate': {
    code: '$code',
    email_address: '$email',
    organization_id: '$organization',
    session_duration_minutes: 60,
  },
  'otps.email.discovery.send': { email_address: '$email' },
  'otps.email.discovery.authenticate': { code: '$discoveryCode', email_address: '$email' },
  'discovery.organizations.list': { intermediate_session_token: '$begun' },
  'discovery.organizations.create': {
    intermediate_session_token: '$begun',
    session_duration_minutes: 60,
  },
  'discovery.intermediateSessions.exchange': {
    intermediate_session_token: '$begun',
    organization_id: '$organization',
    session_duration_minutes: 60,
  },
  'passwords.authenticate': {
    organization_id: '$organization',
    email_address: 'hiroshi.sato@northwind.example',
    password: 'orbit-lantern-cobalt-42',
    session_duration_minutes: 60,
  },
  'passwords.resetByEmailStart': { organization_id: '$organization', email_address: '$email' },
  'passwords.resetByEmail': {
    password_reset_token: '$reset',
    password: 'marmalade-tugboat-93-violin',
    session_duration_minutes: 60,
  },
  'passwords.resetByExistingPassword': {
    organization_id: '$organization',
    email_address: 'hiroshi.sato@northwind.example',
    existing_password: 'orbit-lantern-cobalt-42',
    new_password: 'marmalade-tugboat-93-violin',
    session_duration_minutes: 60,
  },
  'passwords.resetBySession': { password: 'marmalade-tugboat-93-violin' },
  'passwords.strengthCheck': { password: 'marmalade-tugboat-93-violin' },
  'passwords.discovery.authenticate': {
    email_address: 'olu.adeyemi@northwind.example',
    password: 'orbit-lantern-cobalt-42',
  },
  'passwords.discovery.resetByEmailStart': { email_address: '$email' },
  'passwords.discovery.resetByEmail': {
    password_reset_token: '$reset',
    password: 'marmalade-tugboat-93-violin',
  },
  'otps.sms.send': {
    organization_id: '$organization',
    member_id: '$member',
    mfa_phone_number: '+46701740699',
  },
  'otps.sms.authenticate': {
    organization_id: '$organization',
    member_id: '$member',
    code: '$code',
    session_duration_minutes: 60,
  },
  'totp.create': { organization_id: '$organization', member_id: '$member' },
  'totp.authenticate': {
    organization_id: '$organization',
    member_id: '$member',
    code: '$code',
    session_duration_minutes: 60,
  },
  'recoveryCodes.recover': {
    organization_id: '$organization',
    member_id: '$member',
    recovery_code: '$recoveryCode',
    session_duration_minutes: 60,
  },
  'recoveryCodes.rotate': {},
  'recoveryCodes.get': {},
  'impersonation.authenticate': { impersonation_token: '$impersonation' },
  'session.authenticate': {},
  'session.revoke': {},
  'session.revokeForMember': {},
  'session.exchange': { organization_id: '$organization', session_duration_minutes: 60 },
  'session.exchangeAccessToken': { access_token: '$access', session_duration_minutes: 60 },
  'session.attest': { profile_id: '$profile', token: '$trusted', session_duration_minutes: 60 },
  'sso.authenticate': { sso_token: '$sso', session_duration_minutes: 60 },
  'sso.getConnections': {},
  'sso.discoverConnections': {},
  'sso.deleteConnection': {},
  'sso.saml.createConnection': { display_name: 'Other' },
  'sso.saml.updateConnection': { display_name: 'Other' },
  'sso.saml.updateConnectionByURL': { metadata_url: '$metadata' },
  'sso.saml.deleteVerificationCertificate': {},
  'sso.saml.deleteEncryptionPrivateKey': {},
  'sso.oidc.createConnection': { display_name: 'Other' },
  'sso.oidc.updateConnection': { display_name: 'Other' },
  'sso.external.createConnection': {
    external_organization_id: '$external',
    external_connection_id: '$externalConnection',
  },
  'sso.external.updateConnection': { display_name: 'Other' },
  'scim.createConnection': { display_name: 'Okta', identity_provider: 'okta' },
  'scim.updateConnection': { connection_id: '$scim', display_name: 'Other' },
  'scim.deleteConnection': {},
  'scim.getConnection': {},
  'scim.rotateStart': { connection_id: '$scim' },
  'scim.rotateComplete': { connection_id: '$scim' },
  'scim.rotateCancel': { connection_id: '$scim' },
  'scim.getConnectionGroups': { limit: 1 },
  '_internal.bootstrap': {},
  '_internal.events': {},
  '_internal.adminPortalConfig': {},
}

/** Required by the types of the official client; its servers take the call without. */
const leftOut = [
  'magicLinks.authenticate session_duration_minutes',
  'session.exchange session_duration_minutes',
  'session.exchangeAccessToken session_duration_minutes',
  'session.attest session_duration_minutes',
  'scim.updateConnection connection_id',
  'sso.saml.updateConnection connection_id',
  'sso.saml.updateConnectionByURL connection_id',
  'sso.oidc.updateConnection connection_id',
  'sso.external.updateConnection connection_id',
  'sso.authenticate session_duration_minutes',
  'organization.members.update member_id',
  'otps.email.authenticate session_duration_minutes',
  'passwords.authenticate session_duration_minutes',
  'passwords.resetByEmail session_duration_minutes',
  'passwords.resetByExistingPassword session_duration_minutes',
  'otps.sms.authenticate session_duration_minutes',
  'totp.authenticate session_duration_minutes',
  'recoveryCodes.recover session_duration_minutes',
  'discovery.organizations.create session_duration_minutes',
  'discovery.intermediateSessions.exchange session_duration_minutes',
]

/** Optional for whoever calls the client, which takes it from a cookie; without one there is nothing to go on with. */
const neededAnyway = [
  // Needed as long as the member has no number.
  'otps.sms.send mfa_phone_number',
  'discovery.organizations.create intermediate_session_token',
  'discovery.intermediateSessions.exchange intermediate_session_token',
]

const remote = methods.flatMap(({ id, method, path, body }) =>
  method === null || path === null ? [] : [{ id, method, path: toPath(path), body }],
)
const implemented = remote.filter(({ id }) => id in accepted)

function toPath(path: string): string {
  return `/sdk/v1${path.startsWith('/') ? '' : '/'}${path}`
}

const prepared = new Map<string, ReturnType<typeof build>>()

/** What `build` gives, as good as new: to build it for each of some thousand requests would take minutes. */
async function prepare(id: string) {
  const building = prepared.get(id) ?? build(id)
  prepared.set(id, building)
  const { snapshot, ...world } = await building
  world.api.emulator.restore(snapshot)
  return world
}

/** An emulator in which each accepted body would do something, and an admin of it. */
async function build(id: string) {
  const seed = id.startsWith('scim.rotateC')
    ? 'scim-rotating'
    : id === 'scim.createConnection'
      ? 'sample'
      : 'scim'
  const api = createApi({ seed })
  const session = await api.signIn('admin')
  const { data } = api.emulator
  const [connection] = Object.values(data.scim_connections)
  const [organization] = Object.values(data.organizations)
  const [profile] = Object.keys(data.trusted_profiles)
  const [admin] = api.emulator.personas
  const member_id = admin?.member_id
  const access = await api.call('POST', '/_emulator/access-tokens', { body: { member_id } })
  const trusted = await api.call('POST', '/_emulator/trusted-tokens', {
    body: { email_address: admin?.email_address, organization_id: organization?.organization_id },
  })
  const email_address = admin?.email_address ?? ''
  const organization_id = organization?.organization_id ?? ''
  const begun = await discover(api, email_address)
  await api.call('POST', `${API}/magic_links/email/discovery/send`, { body: { email_address } })
  const discovery = lastMessage(api.emulator).token
  await api.call('POST', `${API}/otps/email/discovery/send`, { body: { email_address } })
  const discoveryCode = lastMessage(api.emulator).code
  await loginByCode(api, { email_address, organization_id })
  const { code } = lastMessage(api.emulator)
  const [app] = Object.values(data.connected_apps)
  data.members[member_id ?? '']?.retired_email_addresses.push({
    email_id: 'email-test-former',
    email_address: 'former@northwind.example',
  })
  const given: Record<string, string | undefined> = {
    $member: member_id,
    $retired: 'email-test-former',
    $former: 'former@northwind.example',
    $app: app?.connected_app_id,
    $callback: app?.redirect_urls[0],
    $signedOut: app?.post_logout_redirect_urls[0],
    connected_app_id: app?.connected_app_id,
    $email: email_address,
    $begun: begun.text('data.intermediate_session_token'),
    $discovery: discovery,
    $discoveryCode: discoveryCode,
    $code: code,
    $scim: connection?.connection_id,
    $organization: organization?.organization_id,
    $link: api.emulator.createMagicLink('admin').token,
    $access: access.text('access_token'),
    $trusted: trusted.text('token'),
    $profile: profile,
    connection_id: connection?.connection_id,
    member_id,
    public_token: api.emulator.publicToken,
    ...(await prepareSso(api, id, session)),
    ...(await prepareFactors(api, id, {
      session,
      member_id: member_id ?? '',
      organization_id,
      email_address,
    })),
  }
  const body = Object.fromEntries(
    Object.entries(accepted[id] ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? (given[value] ?? value) : value,
    ]),
  )
  const fill = (path: string, with_ = given) =>
    path.replace(/\{(\w+)\}/g, (_all, name: string) => with_[name] ?? name)
  return { api, session, body, fill, snapshot: api.emulator.snapshot() }
}

function loginByCode(api: Api, body: { email_address: string; organization_id: string }) {
  return api.call('POST', `${API}/otps/email/login_or_signup`, { body })
}

/** All that the emulator knows; what directories asked is a log and may grow. */
function stateOf({ emulator }: Pick<Api, 'emulator'>): unknown {
  return { ...emulator.snapshot(), scim_log: [] }
}

/** A clear no: a client error whose message has something to say, and nothing done. */
function expectRefusal(api: Pick<Api, 'emulator'>, before: unknown, answer: Answer, says: RegExp) {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.text('error_type')).toMatch(/^[a-z_]+$/)
  expect(answer.text('error_message')).toMatch(says)
  expectUnchanged(api, before)
}

/** As texts first: a deep comparison of all records takes long, and is needed only to show a difference. */
function expectUnchanged(api: Pick<Api, 'emulator'>, before: unknown) {
  const after = stateOf(api)
  if (JSON.stringify(after) !== JSON.stringify(before)) expect(after).toEqual(before)
}

const deep = JSON.parse('{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000)) as object

/** Values that no field of the type takes, each under what it is. */
function wrongValues(type: string): [string, unknown][] {
  const values: [string, string, unknown][] = [
    ['string', 'text', 'nothing that is known'],
    ['number', 'a number', 7.5],
    ['boolean', 'a boolean', true],
    ['array', 'a list in a list', [[1]]],
    ['object', 'an object', { nothing: 'known' }],
    ['object', 'a deep object', deep],
    ['object', 'a prototype', JSON.parse('{"__proto__":{"polluted":true}}')],
  ]
  return values.filter(([kind]) => kind !== type).map(([, what, value]) => [what, value])
}

describe('a field of a body', () => {
  // Telemetry is a list, and goes nowhere.
  for (const { id, method, path, body: fields } of implemented.filter(({ body }) =>
    isObject(body),
  )) {
    for (const { name, type, optional } of fields) {
      const field = `${id} ${name}`
      const mayBeLeftOut = (optional && !neededAnyway.includes(field)) || leftOut.includes(field)
      describe(`${id}, ${name}`, () => {
        it.each(wrongValues(type))('is refused as %s', async (_what, value) => {
          const { api, session, body, fill } = await prepare(id)
          const before = stateOf(api)
          const answer = await api.call(method, fill(path), {
            session,
            body: { ...body, [name]: value },
          })
          expectRefusal(api, before, answer, new RegExp(name))
        })

        it(mayBeLeftOut ? 'as null counts as left out' : 'as null is refused', async () => {
          const { api, session, body, fill } = await prepare(id)
          const before = stateOf(api)
          const answer = await api.call(method, fill(path), {
            session,
            body: { ...body, [name]: null },
          })
          if (mayBeLeftOut) expect(answer.status).toBe(200)
          else expectRefusal(api, before, answer, new RegExp(`${name} is required`))
        })
      })
    }
  }

  function isObject(body: Field[]): boolean {
    return body.every(({ name }) => /^\w+$/.test(name))
  }

  it('cannot reach the prototype of anything', () => {
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('the body as a whole', () => {
  const withBody = implemented.filter(({ body, method }) => body.length > 0 || method !== 'GET')
  it.each(
    withBody.flatMap((row) => [
      { ...row, what: 'a list', sent: '[]' },
      { ...row, what: 'a text', sent: '"text"' },
      { ...row, what: 'cut off', sent: '{"a":' },
      { ...row, what: 'a number beyond all limits', sent: '1e999' },
    ]),
  )('of $id is refused when it is $what', async ({ id, method, path, sent }) => {
    if (id === '_internal.events' && sent === '[]') return
    const { api, session, fill } = await prepare(id)
    const before = stateOf(api)
    const answer = await api.call(method, fill(path), { session, body: sent })
    expectRefusal(api, before, answer, /body/)
  })

  it.each(withBody)('of $id is refused with 413 beyond 1 MB', async ({ id, method, path }) => {
    const { api, session, fill } = await prepare(id)
    const before = stateOf(api)
    const answer = await api.call(method, fill(path), {
      session,
      body: { display_name: 'x'.repeat(1_000_000) },
    })
    expect(answer.status).toBe(413)
    expectRefusal(api, before, answer, /at most 1,000,000 bytes/)
  })
})

const strangeIds = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'x'.repeat(5_000),
  '..%2F..%2Forganizations%2Fme',
  '%00',
  '%E0%A4%A',
  '%F0%9F%A4%96',
  '-1',
]

describe('an id in a path', () => {
  const withId = implemented.filter(({ path }) => path.includes('{'))
  it.each(withId.flatMap((row) => strangeIds.map((strange) => ({ ...row, strange }))))(
    'of $id is refused as $strange',
    async ({ id, method, path, strange }) => {
      const { api, session, body, fill } = await prepare(id)
      const before = stateOf(api)
      const { connection_id: _named, ...rest } = body
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      const at = fill(path, Object.fromEntries(names.map((name) => [name, strange])))
      const answer = await api.call(method, at, {
        session,
        ...(method !== 'GET' && { body: rest }),
      })
      expectRefusal(api, before, answer, /./)
    },
  )
})

describe('an id in a body', () => {
  // Templates are the service's own, of which the emulator takes any name.
  // How an identity provider names itself, and us, is its own affair.
  const names = /(?<!_template|idp_entity)_id$|token$/
  it.each(
    implemented.flatMap((row) =>
      row.body
        .filter(({ name, type }) => type === 'string' && names.test(name))
        .filter(({ name }) => row.id !== 'sso.oidc.updateConnection' || name !== 'client_id')
        .flatMap(({ name }) => strangeIds.map((strange) => ({ ...row, name, strange }))),
    ),
  )('$id, $name, is refused as $strange', async ({ id, method, path, name, strange }) => {
    if (['dfp_telemetry_id', 'captcha_token', 'intermediate_session_token'].includes(name)) return
    const { api, session, body, fill } = await prepare(id)
    const before = stateOf(api)
    const value = decodeURIComponentSafely(strange)
    const answer = await api.call(method, fill(path), { session, body: { ...body, [name]: value } })
    expectRefusal(api, before, answer, /./)
  })

  function decodeURIComponentSafely(text: string): string {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  }
})

describe('Authorization', () => {
  const guarded = implemented.filter(({ id }) => !/bootstrap|events/.test(id))
  const garbled = ['', 'Basic', 'Basic ====', 'Basic Og==', 'Bearer x', `Basic ${btoa('a:b')}`]
  it.each(guarded.flatMap((row) => garbled.map((authorization) => ({ ...row, authorization }))))(
    'of $id is refused as "$authorization"',
    async ({ id, method, path, authorization }) => {
      const { api, body, fill } = await prepare(id)
      const before = stateOf(api)
      const answer = await api.call(method, fill(path), {
        headers: { authorization },
        ...(method !== 'GET' && { body }),
      })
      expect(answer.status).toBe(401)
      expectRefusal(api, before, answer, /not authorized/)
    },
  )
})

describe('HEAD and OPTIONS', () => {
  it.each(implemented)('of $id do nothing', async ({ id, path }) => {
    const { api, session, fill } = await prepare(id)
    const before = stateOf(api)
    const head = await api.call('HEAD', fill(path), { session })
    // A HEAD is a GET without the text, so it is at home where GET is.
    const get = await api.call('GET', fill(path), { session })
    expect(head.status).toBe(get.status)
    expect((await api.call('OPTIONS', fill(path))).status).toBe(204)
    expect(stateOf(api)).toEqual(before)
  })
})

/** The other methods: their own tests say what they take; here they are given what nobody takes. */
describe('nonsense', () => {
  // Those that lead a browser elsewhere are no calls, and answer with pages.
  const others = remote.filter(
    ({ id }) => !(id in accepted) && !/^(oauth|sso)\b(?!.*OneTap).*\.start$/.test(id),
  )

  it('knows the methods here by name', () => {
    const known = new Set(remote.map(({ id }) => id))
    expect(Object.keys(accepted).filter((id) => !known.has(id))).toEqual([])
  })

  async function expectNoMistake(
    { method, path }: (typeof others)[number],
    { body, id = 'nothing' }: { body?: unknown; id?: string },
  ) {
    const defects: string[] = []
    const api = createApi({
      seed: 'scim',
      onDefect: (error, { path: where }) => defects.push(`${where}: ${String(error)}`),
    })
    const session = await api.signIn('admin')
    const before = stateOf(api)
    const answer = await api.call(method, path.replace(/\{\w+\}/g, id), {
      session,
      ...(method !== 'GET' && method !== 'DELETE' && { body }),
    })
    expect(defects).toEqual([])
    expect(answer.status).toBeLessThan(500)
    if (answer.status >= 400) expectRefusal(api, before, answer, /./)
    return answer.status
  }

  it('has no method that the emulator lacks', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    const lacking: string[] = []
    for (const { id, method, path } of others) {
      const sent = method === 'GET' ? {} : { body: {} }
      const answer = await api.call(method, path.replace(/\{\w+\}/g, 'x'), { session, ...sent })
      if (answer.status === 501) lacking.push(id)
    }
    expect(lacking).toEqual([])
  })

  const withBody = others.filter(({ method }) => method === 'POST' || method === 'PUT')
  it.each(withBody)('as the body of $id is refused', async (row) => {
    for (const body of ['[]', '"text"', '{"a":', '7']) {
      expect(await expectNoMistake(row, { body })).toBeGreaterThanOrEqual(400)
    }
  })

  it.each(withBody.filter(({ body }) => body.length > 0))(
    'in each field of $id is refused',
    async (row) => {
      for (const value of [
        '__proto__',
        7.5,
        true,
        [[1]],
        [null],
        { nothing: 'known' },
        deep,
        null,
      ]) {
        const body = Object.fromEntries(row.body.map(({ name }) => [name, value]))
        expect(await expectNoMistake(row, { body })).toBeGreaterThanOrEqual(
          value === null ? 200 : 400,
        )
      }
    },
  )

  it.each(others.filter(({ path }) => path.includes('{')))(
    'in the path of $id is refused',
    async (row) => {
      for (const id of strangeIds) {
        expect(await expectNoMistake(row, { body: {}, id })).toBeGreaterThanOrEqual(400)
      }
    },
  )
})

describe('SCIM requests', () => {
  const user = { schemas: [USER], userName: 'nadia@northwind.example' }
  const group = { schemas: [GROUP], displayName: 'Fleet' }
  const long = 'x'.repeat(20_000)

  const wrongUsers: [attribute: string, body: object][] = [
    ...[null, [], 7, true, {}].map((value) => wrong('userName', value)),
    ...['text', 7, [1], [[]]].map((value) => wrong('name', value)),
    ...['text', 7, {}, [7], [{ value: {} }], [{}], [null]].map((value) => wrong('emails', value)),
    ...[[], 7, 'maybe', {}].map((value) => wrong('active', value)),
    ...['text', 7, null, {}].map((value) => wrong('schemas', value)),
    wrong('userName', deep),
    ['givenName', { ...user, name: { givenName: deep } }],
  ]

  function wrong(name: string, value: unknown): [string, object] {
    return [name, { ...user, [name]: value }]
  }

  it.each(wrongUsers)('with a wrong %s are refused: %j', async (name, body) => {
    const scim = connect()
    const before = stateOf(scim)
    const answer = await scim.send('POST', '/Users', body)
    expect(answer.status).toBe(400)
    expect(answer.detail).toContain(name)
    expect(stateOf(scim)).toEqual(before)
  })

  it.each(['[]', '"text"', '7', 'null', '{"schemas":'])(
    'whose body is %s are refused',
    async (body) => {
      const scim = connect()
      const id = await scim.user('nadia@northwind.example')
      const before = stateOf(scim)
      for (const [method, path] of [
        ['POST', '/Users'],
        ['PUT', `/Users/${id}`],
        ['PATCH', `/Users/${id}`],
        ['POST', '/Groups'],
        ['POST', '/.search'],
      ] as const) {
        const answer = await scim.send(method, path, body)
        expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidSyntax'])
      }
      expect(stateOf(scim)).toEqual(before)
    },
  )

  it.each([...strangeIds, long])('for the id %s find nobody', async (strange) => {
    const scim = connect()
    const before = stateOf(scim)
    for (const path of [`/Users/${strange}`, `/Groups/${strange}`]) {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const body = path.startsWith('/Users') ? user : group
        const answer = await scim.send(method, path, method === 'GET' ? undefined : body)
        expect(answer.status).toBe(404)
        expect(answer.detail).toMatch(/no (user|group)/)
      }
    }
    const member = await scim.send('POST', '/Groups', { ...group, members: [{ value: strange }] })
    expect(member.status).toBe(400)
    expect(stateOf(scim)).toEqual(before)
  })

  it.each(['__proto__', 'constructor', '%E0%A4%A', long])(
    'for the connection %s find none',
    async (strange) => {
      const { emulator } = connect()
      const response = await emulator.fetch(`${emulator.baseUrl}/v1/b2b/scim/${strange}/Users`)
      expect(response.status).toBe(404)
    },
  )

  it('with keys of a prototype change nothing but what the schema has', async () => {
    const scim = connect()
    const polluted = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'
    const answer = await scim.send(
      'POST',
      '/Users',
      `${polluted},"schemas":["${USER}"],"userName":"nadia@northwind.example","name":{"__proto__":{"polluted":1}}}`,
    )
    expect(answer.status).toBe(201)
    expect(JSON.stringify(answer.body)).not.toContain('polluted')
    await scim.patch(`/Users/${answer.id}`, {
      op: 'replace',
      value: JSON.parse(`${polluted}}`) as object,
    })
    const refused = await scim.patch(`/Users/${answer.id}`, {
      op: 'add',
      path: '__proto__.polluted',
      value: 1,
    })
    expect([refused.status, refused.body['scimType']]).toEqual([400, 'invalidPath'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it.each([
    ['filter', 'filter=userName%20pr&filter=id%20pr'],
    ['count', 'count=1&count=2'],
    ['startIndex', 'startIndex=1&startIndex=2'],
    ['attributes', 'attributes=id&attributes=userName'],
  ])('that give %s twice are refused', async (name, query) => {
    const scim = connect()
    const answer = await scim.send('GET', `/Users?${query}`)
    expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue'])
    expect(answer.detail).toContain(name)
  })

  it.each([
    ['long', `userName eq "${long}"`],
    ['deep', `${'not ('.repeat(3_000)}userName pr${')'.repeat(3_000)}`],
    ['costly', 'a'.repeat(900_000)],
  ])('with a %s filter are refused at once', async (_what, filter) => {
    const scim = connect()
    const answer = await scim.send('POST', '/.search', { schemas: [SEARCH], filter })
    expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidFilter'])
    expect(answer.detail).toMatch(/at most/)
    expect(answer.detail.length).toBeLessThan(500)
  })

  it('with a filter as deep as it may be are answered', async () => {
    const scim = connect()
    await scim.user('nadia@northwind.example')
    const filter = `${'not ('.repeat(600)}userName pr${')'.repeat(600)}`
    const answer = await scim.send('POST', '/.search', { schemas: [SEARCH], filter })
    expect([answer.status, answer.total]).toEqual([200, 1])
  })

  it('that are PATCHes with wrong operations are refused', async () => {
    const scim = connect()
    const id = await scim.user('nadia@northwind.example')
    const before = stateOf(scim)
    for (const operations of [null, {}, 'text', [], [null], [7], [[]], [{}], [{ op: 7 }], deep]) {
      const answer = await scim.send('PATCH', `/Users/${id}`, {
        schemas: [PATCH],
        Operations: operations,
      })
      expect(answer.status).toBe(400)
      expect(answer.detail).toMatch(/Operations/)
    }
    expect(stateOf(scim)).toEqual(before)
  })
})
