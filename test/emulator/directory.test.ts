import { describe, expect, it } from 'vitest'
import { createDirectory, DirectoryError } from 'orgportal/emulator'
import type { DirectoryOptions, DirectoryRequest } from 'orgportal/emulator'
import { connect, type Scim } from './scim2Client.ts'

const ENTRA_FLAG = '?aadOptscim062020'

function plug(
  options: Pick<DirectoryOptions, 'dialect'> & { flag?: string; token?: string },
  scim: Scim = connect(),
) {
  const requests: DirectoryRequest[] = []
  const connection = scim.emulator.data.scim_connections[scim.connectionId]
  const directory = createDirectory({
    baseUrl: scim.base + (options.flag ?? ''),
    token: options.token ?? connection?.bearer_token.value ?? '',
    dialect: options.dialect,
    fetch: scim.emulator.fetch,
    onRequest: (request) => requests.push(request),
  })
  const groups = () =>
    Object.fromEntries(
      Object.values(scim.emulator.data.scim_groups).map(({ group_name, member_ids }) => [
        group_name,
        member_ids.map((id) => scim.emulator.data.members[id]?.name),
      ]),
    )
  const member = (email: string) =>
    Object.values(scim.emulator.data.members).find(({ email_address }) => email_address === email)
  const operations = () => requests.flatMap(({ body }) => body?.['Operations'] ?? [])
  return { scim, directory, requests, groups, member, operations }
}

const DIALECTS = [
  { dialect: 'okta' },
  { dialect: 'microsoft-entra' },
  { dialect: 'microsoft-entra', flag: ENTRA_FLAG },
] as const

describe.each(DIALECTS)('createDirectory as %j', (options) => {
  it('pushes eight users and four groups', async () => {
    const { scim, directory, requests, groups, member } = plug(options)
    const before = Object.keys(scim.emulator.data.members).length
    expect(await directory.pushSample()).toEqual({ users: 8, groups: 4 })
    expect(Object.keys(scim.emulator.data.members)).toHaveLength(before + 8)
    expect(groups()).toEqual({
      Engineering: ['Wanjiru Otieno', 'Tove Andersson', 'Mateus Ferreira', 'Xinyi Tan'],
      Accounting: ['Helena Novak', 'Samir Khoury'],
      'Customer Support': ['Daniel Osei', 'Zoe Vandijk'],
      Contractors: ['Xinyi Tan'],
    })
    expect(member('tove.andersson@northwind.example')?.status).toBe('active')
    expect(requests.every(({ status }) => status >= 200 && status < 300)).toBe(true)
    expect(scim.emulator.data.scim_log).toHaveLength(requests.length)
  })

  it('can push again without making anything twice, and mends what was changed', async () => {
    const { scim, directory, groups, member } = plug(options)
    await directory.pushSample()
    await directory.deactivate('tove.andersson@northwind.example')
    const before = [groups(), Object.keys(scim.emulator.data.members)]
    await directory.pushSample()
    expect([groups(), Object.keys(scim.emulator.data.members)]).toEqual(before)
    expect(member('tove.andersson@northwind.example')?.status).toBe('active')
  })

  it('updates a user who is there', async () => {
    const { directory, member } = plug(options)
    const user = { userName: 'una@northwind.example', givenName: 'Una', familyName: 'Berg' }
    await directory.pushUser(user)
    await directory.pushUser({ ...user, familyName: 'Strand', title: 'Captain', department: 'Sea' })
    expect(member('una@northwind.example')).toMatchObject({
      scim: { resource: { displayName: 'Una Strand', title: 'Captain' } },
    })
  })

  it('changes groups and switches people off and on', async () => {
    const { directory, groups, member } = plug(options)
    await directory.pushSample()
    await directory.renameGroup('Accounting', 'Finance Office')
    await directory.addToGroup('Contractors', 'daniel.osei@northwind.example')
    await directory.removeFromGroup('Contractors', 'xinyi.tan@northwind.example')
    await directory.deleteGroup('Engineering')
    expect(groups()).toEqual({
      'Finance Office': ['Helena Novak', 'Samir Khoury'],
      'Customer Support': ['Daniel Osei', 'Zoe Vandijk'],
      Contractors: ['Daniel Osei'],
    })
    await directory.deactivate('zoe.vandijk@northwind.example')
    expect(member('zoe.vandijk@northwind.example')?.status).toBe('deleted')
    await directory.reactivate('zoe.vandijk@northwind.example')
    expect(member('zoe.vandijk@northwind.example')?.status).toBe('active')
    await directory.deleteUser('zoe.vandijk@northwind.example')
    expect(member('zoe.vandijk@northwind.example')?.status).toBe('deleted')
  })
})

describe('createDirectory', () => {
  it('speaks as Okta: looks first, profiles by PUT, groups by POST and then PATCH, no DELETE of users', async () => {
    const { scim, directory, requests, operations } = plug({ dialect: 'okta' })
    await directory.pushSample()
    expect(requests.slice(0, 2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /Users?filter=userName+eq+%22wanjiru.otieno%40northwind.example%22&startIndex=1&count=100',
      'POST /Users',
    ])
    expect(requests.slice(16, 19).map(({ method }) => method)).toEqual(['GET', 'POST', 'PATCH'])
    expect(requests[17]?.body).toMatchObject({ displayName: 'Engineering', members: [] })
    const user = Object.values(scim.emulator.data.members).find(
      ({ name }) => name === 'Tove Andersson',
    )
    requests.length = 0
    await directory.deleteUser('tove.andersson@northwind.example')
    await directory.removeFromGroup('Engineering', 'tove.andersson@northwind.example')
    expect(requests.map(({ method }) => method)).not.toContain('DELETE')
    expect(operations()).toEqual([
      { op: 'replace', value: { active: false } },
      { op: 'remove', path: `members[value eq "${user?.member_id ?? ''}"]` },
    ])
    requests.length = 0
    await directory.pushUser({
      userName: 'tove.andersson@northwind.example',
      givenName: 'Tove',
      familyName: 'Andersson',
    })
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'PUT'])
  })

  it('speaks as Entra: capitalised ops, text booleans, members to remove in the value', async () => {
    const { scim, directory, requests, operations } = plug({ dialect: 'microsoft-entra' })
    await directory.pushSample()
    const user = Object.values(scim.emulator.data.members).find(
      ({ name }) => name === 'Tove Andersson',
    )
    requests.length = 0
    await directory.deactivate('tove.andersson@northwind.example')
    await directory.removeFromGroup('Engineering', 'tove.andersson@northwind.example')
    await directory.addToGroup('Contractors', 'tove.andersson@northwind.example')
    const members = [{ $ref: null, value: user?.member_id }]
    expect(operations()).toEqual([
      { op: 'Replace', path: 'active', value: 'False' },
      { op: 'Remove', path: 'members', value: members },
      { op: 'Add', path: 'members', value: members },
    ])
    expect(requests.map(({ path }) => path)).toContain(
      '/Groups?excludedAttributes=members&filter=displayName+eq+%22Engineering%22',
    )
  })

  it('speaks as Entra does where the base URL has its flag, which stays in every request', async () => {
    const { scim, directory, requests, operations } = plug({
      dialect: 'microsoft-entra',
      flag: ENTRA_FLAG,
    })
    await directory.pushSample()
    requests.length = 0
    await directory.deactivate('tove.andersson@northwind.example')
    expect(operations()).toEqual([{ op: 'replace', path: 'active', value: false }])
    expect(
      scim.emulator.data.scim_log.every(({ path }) => path.includes('?aadOptscim062020')),
    ).toBe(true)
  })

  it('throws the status and detail of a refusal', async () => {
    const { directory, requests } = plug({ dialect: 'okta', token: 'stale' })
    const failure: unknown = await directory.pushSample().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DirectoryError)
    expect(failure).toMatchObject({ status: 401 })
    expect(String(failure)).toMatch(/bearer token/)
    expect(String(failure)).toMatch(/GET \/Users\?filter=.* was answered 401: /)
    expect(requests).toMatchObject([{ method: 'GET', status: 401 }])
  })

  it('keeps the SCIM keyword of a refusal', async () => {
    const { scim, directory } = plug({ dialect: 'okta' })
    await scim.user('taken', { emails: [{ value: 'una@northwind.example', primary: true }] })
    const pushed = directory.pushUser({
      userName: 'una@northwind.example',
      givenName: 'Una',
      familyName: 'Berg',
    })
    await expect(pushed).rejects.toMatchObject({ status: 409, scimType: 'uniqueness' })
  })

  it('says who or what is not there, and when nobody answers', async () => {
    const { scim, directory } = plug({ dialect: 'microsoft-entra' })
    await expect(directory.deactivate('nobody@x.example')).rejects.toThrow(/no user "nobody@x/)
    await expect(directory.deleteGroup('None')).rejects.toThrow(/no group "None"/)
    const { requests: log, ...silent } = plug({ dialect: 'okta' }, scim)
    scim.emulator.faults.add({ path: '*', status: 0, networkError: true })
    await expect(silent.directory.pushSample()).rejects.toMatchObject({ status: 0 })
    expect(log).toMatchObject([{ status: 0 }])
  })

  it('refuses options that cannot work', () => {
    const valid = {
      baseUrl: 'http://localhost:4000/v1/b2b/scim/x',
      token: 't',
      dialect: 'okta',
    } as const
    expect(() => createDirectory({ ...valid, baseUrl: 'nowhere' })).toThrow(/^baseUrl: /)
    expect(() => createDirectory({ ...valid, token: '' })).toThrow(/^token: /)
    expect(() => createDirectory({ ...valid, token: 'two words' })).toThrow(/^token: /)
    // @ts-expect-error a dialect that does not exist
    expect(() => createDirectory({ ...valid, dialect: 'ldap' })).toThrow(/^dialect: .*"ldap"/)
  })
})
