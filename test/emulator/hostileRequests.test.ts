import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Answer, Api } from './api.ts'
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
  'self.get': {},
  'member.get': {},
  'organization.members.search': { limit: 1 },
  'magicLinks.authenticate': { magic_links_token: '$link', session_duration_minutes: 60 },
  'session.authenticate': {},
  'session.revoke': {},
  'session.revokeForMember': {},
  'session.exchange': { organization_id: '$organization', session_duration_minutes: 60 },
  'session.exchangeAccessToken': { access_token: '$access', session_duration_minutes: 60 },
  'session.attest': { profile_id: '$profile', token: '$trusted', session_duration_minutes: 60 },
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
]

const remote = methods.flatMap(({ id, method, path, body }) =>
  method === null || path === null ? [] : [{ id, method, path: toPath(path), body }],
)
const implemented = remote.filter(({ id }) => id in accepted)

function toPath(path: string): string {
  return `/sdk/v1${path.startsWith('/') ? '' : '/'}${path}`
}

/** An emulator in which each accepted body would do something, and an admin of it. */
async function prepare(id: string) {
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
  const given: Record<string, string | undefined> = {
    $scim: connection?.connection_id,
    $organization: organization?.organization_id,
    $link: api.emulator.createMagicLink('admin').token,
    $access: access.text('access_token'),
    $trusted: trusted.text('token'),
    $profile: profile,
    connection_id: connection?.connection_id,
    member_id,
    public_token: api.emulator.publicToken,
  }
  const body = Object.fromEntries(
    Object.entries(accepted[id] ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? (given[value] ?? value) : value,
    ]),
  )
  const fill = (path: string, with_ = given) =>
    path.replace(/\{(\w+)\}/g, (_all, name: string) => with_[name] ?? name)
  return { api, session, body, fill }
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
  expect(stateOf(api)).toEqual(before)
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
      const mayBeLeftOut = optional || leftOut.includes(`${id} ${name}`)
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
      const at = fill(path, { connection_id: strange, member_id: strange, public_token: strange })
      const answer = await api.call(method, at, {
        session,
        ...(method !== 'GET' && { body: rest }),
      })
      expectRefusal(api, before, answer, /./)
    },
  )
})

describe('an id in a body', () => {
  const names = /_id$|token$/
  it.each(
    implemented.flatMap((row) =>
      row.body
        .filter(({ name, type }) => type === 'string' && names.test(name))
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

describe('what the emulator does not have', () => {
  const missing = remote.filter(({ id }) => !(id in accepted))
  it('is known here by name', () => {
    expect(missing.length + implemented.length).toBe(remote.length)
    expect(implemented).toHaveLength(Object.keys(accepted).length)
  })

  it.each(missing)('answers 501 for $id, and says what was asked', async ({ method, path }) => {
    const api = createApi()
    const session = await api.signIn('admin')
    const asked = path.replace(/\{(\w+)\}/g, '$1')
    const before = stateOf(api)
    const answer = await api.call(method, asked, {
      session,
      ...(method !== 'GET' && { body: {} }),
    })
    expect([answer.status, answer.at('status_code')]).toEqual([501, 501])
    expect(answer.at('error_type')).toBe('emulator_not_implemented')
    expect(answer.text('error_message')).toContain(`${method} ${asked}`)
    expect(stateOf(api)).toEqual(before)
  })
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
