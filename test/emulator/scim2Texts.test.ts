import { describe, expect, it } from 'vitest'
import { connect, ENTERPRISE, GROUP, USER } from './scim2Client.ts'

const user = { schemas: [USER], userName: 'nadia@northwind.example' }
const x = (length: number) => 'x'.repeat(length)

/** A User that has `text` at a path such as `name.givenName`. */
function withText(path: string, text: string): Record<string, unknown> {
  const [name = '', sub] = path.split('.')
  if (sub === undefined) return { ...user, [name]: text }
  if (name === 'name') return { ...user, name: { [sub]: text } }
  if (name === 'manager') return { ...user, [ENTERPRISE]: { manager: { [sub]: text } } }
  if (name === 'enterprise') return { ...user, [ENTERPRISE]: { [sub]: text } }
  return { ...user, [name]: [{ [sub]: text }] }
}

const limits: [path: string, limit: number][] = [
  ['userName', 256],
  ['displayName', 256],
  ['nickName', 256],
  ['name.formatted', 256],
  ['name.familyName', 256],
  ['name.givenName', 256],
  ['name.middleName', 256],
  ['name.honorificPrefix', 256],
  ['name.honorificSuffix', 256],
  ['manager.displayName', 256],
  ['title', 1024],
  ['externalId', 1024],
  ['locale', 1024],
  ['password', 1024],
  ['enterprise.department', 1024],
  ['phoneNumbers.value', 1024],
  ['addresses.formatted', 1024],
  ['roles.display', 1024],
  ['profileUrl', 2048],
  ['photos.value', 2048],
  ['x509Certificates.value', 65_536],
]

describe('text of a SCIM user', () => {
  it.each(limits)('%s has at most %i characters', async (path, limit) => {
    const scim = connect()
    const before = scim.emulator.snapshot()
    const emails = [{ value: 'nadia@northwind.example' }]
    const refused = await scim.send('POST', '/Users', { ...withText(path, x(limit + 1)), emails })
    expect([refused.status, refused.body['scimType']]).toEqual([400, 'invalidValue'])
    expect(refused.detail).toContain(path.split('.').at(-1))
    expect(refused.detail).toContain(
      `at most ${String(limit)} characters, got ${String(limit + 1)}`,
    )
    expect({ ...scim.emulator.snapshot(), scim_log: [] }).toEqual({ ...before, scim_log: [] })

    const taken = await scim.send('POST', '/Users', { ...withText(path, x(limit)), emails })
    expect(taken.status).toBe(201)
  })

  it('that is an email address has at most 320 characters', async () => {
    const scim = connect()
    const answer = await scim.send('POST', '/Users', {
      ...user,
      emails: [{ value: `${x(320)}@northwind.example` }],
    })
    expect(answer.detail).toMatch(/emails\[0\]\.value.*at most 320 characters/)
  })

  it.each([
    ['a line break', 'Nadia\nRossi'],
    ['a tab', 'Nadia\tRossi'],
    ['a null character', 'Nadia\u0000'],
    ['an escape sequence', '\u001b[31mNadia'],
    ['a line separator', 'Nadia\u2028Rossi'],
    ['half of a surrogate pair', 'Nadia \ud83e'],
  ])('must not have %s in a name', async (_what, text) => {
    const scim = connect()
    for (const path of ['userName', 'displayName', 'name.givenName']) {
      const answer = await scim.send('POST', '/Users', withText(path, text))
      expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue'])
      expect(answer.detail).toMatch(
        new RegExp(`${path.split('.').at(-1) ?? ''} must not contain.*control characters`),
      )
    }
    expect((await scim.list('/Users', {})).total).toBe(0)
  })

  it('may have line breaks in an address, and letters of all scripts in a name', async () => {
    const scim = connect()
    const answer = await scim.send('POST', '/Users', {
      ...user,
      name: { formatted: 'Ναδία 罗西 🤖 d’Área' },
      addresses: [{ formatted: 'Robot Road 1\r\n0150 Oslo' }],
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ name: { formatted: 'Ναδία 罗西 🤖 d’Área' } })
    const odd = await scim.send('POST', '/Users', {
      ...withText('addresses.formatted', 'Robot\u0007Road'),
      userName: 'otto@northwind.example',
    })
    expect(odd.detail).toMatch(/formatted must not contain control characters/)
  })
})

describe('text in a SCIM PATCH', () => {
  it.each([
    ['with a path', { op: 'replace', path: 'displayName', value: x(257) }],
    ['with a path to a part', { op: 'replace', path: 'name.givenName', value: x(257) }],
    ['without a path', { op: 'replace', value: { displayName: x(257) } }],
    ['of a bare item', { op: 'add', path: 'roles', value: [x(1025)] }],
    ['of a filtered item', { op: 'add', path: 'roles[type eq "a"].value', value: x(1025) }],
    ['in a filter', { op: 'add', path: `roles[type eq "${x(1025)}"].value`, value: 'a' }],
    ['of a bare manager', { op: 'add', path: `${ENTERPRISE}:manager`, value: x(1025) }],
  ])('is limited %s, and nothing of it is done', async (_what, operation) => {
    const scim = connect()
    const id = await scim.user('nadia@northwind.example', { displayName: 'Nadia' })
    const before = scim.emulator.snapshot()
    const answer = await scim.patch(
      `/Users/${id}`,
      { op: 'replace', path: 'title', value: 'Pilot' },
      operation,
    )
    expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue'])
    expect(answer.detail).toMatch(/(displayName|givenName|value|type) must have at most \d+ char/)
    expect(scim.emulator.snapshot().members).toEqual(before.members)
  })
})

describe('text of a SCIM group', () => {
  it.each([
    [x(257), /displayName must have at most 256 characters/],
    ['Fleet\r\nOperations', /displayName must not contain line breaks/],
  ])('is limited', async (displayName, detail) => {
    const scim = connect()
    const id = await scim.group('Fleet')
    for (const answer of [
      await scim.send('POST', '/Groups', { schemas: [GROUP], displayName }),
      await scim.send('PUT', `/Groups/${id}`, { schemas: [GROUP], displayName }),
      await scim.patch(`/Groups/${id}`, { op: 'replace', value: { displayName } }),
    ]) {
      expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue'])
      expect(answer.detail).toMatch(detail)
    }
    const { resources } = await scim.list('/Groups', {})
    expect(resources.map((group) => group['displayName'])).toEqual(['Fleet'])
  })
})

describe('a SCIM body', () => {
  it('of more than 1 MB is refused with 413 in the words of SCIM', async () => {
    const scim = connect()
    const before = scim.emulator.snapshot()
    const answer = await scim.send('POST', '/Users', { ...user, unknown: x(1_000_000) })
    expect([answer.status, answer.body['status']]).toEqual([413, '413'])
    expect(answer.headers.get('content-type')).toBe('application/scim+json')
    expect(answer.detail).toMatch(/at most 1,000,000 bytes/)
    expect(scim.emulator.snapshot().members).toEqual(before.members)
  })
})

describe('the schema documents', () => {
  it('say only what RFC 7643 has words for', async () => {
    const { body } = await connect().send('GET', `/Schemas/${USER}`)
    expect(JSON.stringify(body)).not.toMatch(/maxLength|singleLine/)
    expect(JSON.stringify(body)).toContain('"subAttributes":[{"name":"formatted"')
  })
})
