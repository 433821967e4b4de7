import { beforeAll, describe, expect, it } from 'vitest'
import { connect, ENTERPRISE, GROUP, LIST, SEARCH, USER, type Scim } from './scim2Client.ts'

describe('SCIM filter', () => {
  let scim: Scim
  beforeAll(async () => {
    scim = connect()
    await scim.user('ann@northwind.example', {
      externalId: 'X-1',
      name: { familyName: 'Arctander' },
      title: 'Pilot',
      emails: [
        { type: 'work', value: 'ann@northwind.example', primary: true },
        { type: 'home', value: 'private@ann.example' },
      ],
      [ENTERPRISE]: { department: 'Flight', manager: { value: 'm-1' } },
    })
    scim.emulator.clock.advance(60_000)
    await scim.user('ben@northwind.example', {
      active: false,
      displayName: 'Ben (and "friends")',
      emails: [{ type: 'work', value: 'ben@northwind.example' }],
    })
    const cleo = await scim.user('cleo@northwind.example', { title: 'Co-pilot' })
    await scim.group('Crew: night', cleo)
  })

  it.each([
    ['userName eq "ann@northwind.example"', 'ann'],
    ['USERNAME EQ "ANN@northwind.example"', 'ann'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ann@northwind.example"', 'ann'],
    ['userName ne "ann@northwind.example"', 'ben cleo'],
    ['title ne "Pilot"', 'ben cleo'],
    ['title co "pilot"', 'ann cleo'],
    ['title sw "co-"', 'cleo'],
    ['userName ew "@NORTHWIND.example"', 'ann ben cleo'],
    ['title pr', 'ann cleo'],
    ['title eq null', 'ben'],
    ['userName gt "ann@northwind.example"', 'ben cleo'],
    ['userName ge "ben@northwind.example"', 'ben cleo'],
    ['userName lt "ben@northwind.example"', 'ann'],
    ['userName le "ben@northwind.example"', 'ann ben'],
    ['externalId eq "X-1"', 'ann'],
    ['externalId eq "x-1"', ''],
    ['active eq true', 'ann cleo'],
    ['active eq false', 'ben'],
    ['active eq "False"', 'ben'],
    ['title pr and active eq true and userName sw "c"', 'cleo'],
    ['title eq "Pilot" or active eq false', 'ann ben'],
    ['not (title pr)', 'ben'],
    ['not (title pr) or userName sw "a" and title co "x"', 'ben'],
    ['(not (title pr) or userName sw "a") and title pr', 'ann'],
    ['name.familyName eq "arctander"', 'ann'],
    ['emails co "ann.example"', 'ann'],
    ['emails.value eq "private@ann.example"', 'ann'],
    ['emails[type eq "home" and value sw "private"]', 'ann'],
    ['emails[type eq "work" and value sw "private"]', ''],
    ['emails[type eq "work"].value eq "ben@northwind.example"', 'ben'],
    ['emails[type eq "work"].value eq "private@ann.example"', ''],
    ['emails[type eq "x" or type eq "home"].value sw "private"', 'ann'],
    ['emails[not (primary eq true)]', 'ann ben'],
    [`${ENTERPRISE}:department eq "flight"`, 'ann'],
    [`${ENTERPRISE}:manager.value eq "m-1"`, 'ann'],
    ['displayName eq "Ben (and \\"friends\\")"', 'ben'],
    ['groups.display eq "Crew: night"', 'cleo'],
    ['meta.resourceType eq "User" and title eq "Pilot"', 'ann'],
  ])('%s finds %j', async (filter, expected) => {
    const { resources, total } = await scim.list('/Users', { filter })
    const names = resources.map(({ userName }) => String(userName).split('@')[0])
    expect(names.join(' ')).toBe(expected)
    expect(total).toBe(names.length)
  })

  it('compares times as times, whatever their spelling', async () => {
    const { resources } = await scim.list('/Users', { filter: 'title eq "Pilot"' })
    const pilot = scim.emulator.data.members[String(resources[0]?.['id'])]
    const created = Date.parse(pilot?.scim?.created_at ?? '')
    const spelled = new Date(created + 3_600_000).toISOString().replace('Z', '+01:00')
    expect((await scim.list('/Users', { filter: `meta.created le "${spelled}"` })).total).toBe(1)
    expect((await scim.list('/Users', { filter: `meta.created gt "${spelled}"` })).total).toBe(2)
  })

  it('finds groups by name, and by a member', async () => {
    const byName = await scim.list('/Groups', { filter: 'displayName eq "crew: Night"' })
    expect(byName.total).toBe(1)
    const [cleo] = (await scim.list('/Users', { filter: 'userName sw "cleo"' })).resources
    const id = String(byName.resources[0]?.['id'])
    const filter = `id eq "${id}" and members eq "${String(cleo?.['id'])}"`
    expect((await scim.list('/Groups', { filter })).total).toBe(1)
  })

  it.each([
    'userName',
    'userName eq',
    'userName eq bare',
    'userName is "x"',
    'userName eq "x" and',
    '(userName eq "x"',
    'shoeSize eq "43"',
    'emails[shoeSize eq "43"]',
    'userName[type eq "x"]',
    'active gt true',
    'name co "x"',
    'title co 5',
  ])('%s is refused as invalidFilter', async (filter) => {
    const answer = await scim.list('/Users', { filter })
    expect(answer.status).toBe(400)
    expect(answer.body['scimType']).toBe('invalidFilter')
    expect(answer.detail).toMatch(/^filter: /)
  })
})

describe('SCIM paging', () => {
  it('walks through all by startIndex and count', async () => {
    const scim = connect('scim')
    const ids: unknown[] = []
    for (let startIndex = 1; startIndex <= 14; startIndex += 5) {
      const page = await scim.list('/Users', { startIndex: String(startIndex), count: '5' })
      expect(page.body).toMatchObject({ schemas: [LIST], totalResults: 14, startIndex })
      expect(page.body['itemsPerPage']).toBe(page.resources.length)
      ids.push(...page.resources.map(({ id }) => id))
    }
    expect(new Set(ids).size).toBe(14)
  })

  it('answers empty pages past the end and for a count of 0 or less, and mends a startIndex below 1', async () => {
    const scim = connect('scim')
    for (const query of [{ startIndex: '99' }, { count: '0' }, { count: '-3' }]) {
      const page = await scim.list('/Users', query)
      expect(page.resources).toEqual([])
      expect(page.total).toBe(14)
    }
    expect((await scim.list('/Users', { startIndex: '-4', count: '1' })).body).toMatchObject({
      startIndex: 1,
      itemsPerPage: 1,
    })
  })

  it('gives 100 resources when count is left out, and 200 at most', async () => {
    const scim = connect('scim-500-groups')
    expect((await scim.send('GET', '/Groups')).resources).toHaveLength(100)
    const page = await scim.list('/Groups', { count: '5000' })
    expect(page.resources).toHaveLength(200)
    expect(page.total).toBeGreaterThanOrEqual(500)
  })

  it('refuses what is not a number', async () => {
    const answer = await connect().list('/Users', { count: 'many' })
    expect(answer.status).toBe(400)
    expect(answer.detail).toMatch(/^count: expected a whole number, got "many"/)
  })
})

describe('SCIM sorting', () => {
  it('orders by an attribute, both ways, what lacks it last', async () => {
    const scim = connect()
    await scim.user('b@northwind.example', { title: 'beta' })
    await scim.user('n@northwind.example')
    await scim.user('a@northwind.example', { title: 'Alpha' })
    const order = async (query: Record<string, string>) =>
      (await scim.list('/Users', query)).resources
        .map(({ userName }) => String(userName)[0])
        .join('')
    expect(await order({ sortBy: 'title' })).toBe('abn')
    expect(await order({ sortBy: 'title', sortOrder: 'descending' })).toBe('nba')
    expect(await order({ sortBy: 'userName', sortOrder: 'ascending' })).toBe('abn')
    expect((await scim.list('/Users', { sortBy: 'shoeSize' })).status).toBe(400)
    expect((await scim.list('/Users', { sortBy: 'title', sortOrder: 'up' })).status).toBe(400)
  })
})

describe('attributes and excludedAttributes', () => {
  it('narrow what is returned; id and schemas always stay', async () => {
    const scim = connect()
    const id = await scim.user('p@northwind.example', {
      name: { givenName: 'P', familyName: 'Q' },
      emails: [{ value: 'p@northwind.example', type: 'work' }],
      [ENTERPRISE]: { department: 'Flight', division: 'North' },
    })
    const read = async (query: Record<string, string>) =>
      (await scim.list(`/Users/${id}`, query)).body
    expect(await read({ attributes: 'USERNAME, emails.value,shoeSize' })).toEqual({
      schemas: [USER, ENTERPRISE],
      id,
      userName: 'p@northwind.example',
      emails: [{ value: 'p@northwind.example' }],
    })
    expect(await read({ attributes: `name.givenName,${ENTERPRISE}:division` })).toEqual({
      schemas: [USER, ENTERPRISE],
      id,
      name: { givenName: 'P' },
      [ENTERPRISE]: { division: 'North' },
    })
    const rest = await read({
      excludedAttributes: `id,meta,emails.type,name,${ENTERPRISE}:division`,
    })
    expect(rest).toMatchObject({ id, emails: [{ value: 'p@northwind.example' }] })
    expect(rest['emails']).toEqual([{ value: 'p@northwind.example' }])
    expect(rest[ENTERPRISE]).toEqual({ department: 'Flight' })
    expect(rest).not.toHaveProperty('name')
    expect(rest).not.toHaveProperty('meta')
    expect(await read({ excludedAttributes: ENTERPRISE })).not.toHaveProperty(ENTERPRISE)
  })

  it('work on lists and on answers to writes, and exclude each other', async () => {
    const scim = connect('scim')
    const { resources } = await scim.list('/Groups', { excludedAttributes: 'members', count: '2' })
    expect(resources).toHaveLength(2)
    for (const group of resources) expect(group).not.toHaveProperty('members')
    const id = String(resources[0]?.['id'])
    const body = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'displayName', value: 'Renamed' }],
    }
    const both = await scim.send(
      'PATCH',
      `/Groups/${id}?attributes=id&excludedAttributes=meta`,
      body,
    )
    expect(both.status).toBe(400)
    expect(scim.emulator.data.scim_groups[id]?.group_name).not.toBe('Renamed')
    const patched = await scim.send('PATCH', `/Groups/${id}?attributes=displayName`, body)
    expect(patched.body).toEqual({ schemas: [GROUP], id, displayName: 'Renamed' })
  })
})

describe('POST .search', () => {
  it('searches users, groups, or both', async () => {
    const scim = connect('scim')
    const search = (path: string, body: object) =>
      scim.send('POST', path, { schemas: [SEARCH], ...body })
    const users = await search('/Users/.search', {
      filter: 'userName sw "amara"',
      attributes: ['userName'],
    })
    expect(users.resources).toMatchObject([
      {
        schemas: [USER],
        userName: 'amara.diallo@northwind.example',
      },
    ])
    const groups = await search('/Groups/.search', { count: 2, startIndex: 2 })
    expect(groups.body).toMatchObject({ startIndex: 2, itemsPerPage: 2, totalResults: 6 })
    const both = await search('/.search', { filter: 'displayName pr', count: 200 })
    expect(both.total).toBe(20)
    expect((await search('/.search', { count: '5' })).detail).toMatch(/^count: /)
    expect((await scim.send('POST', '/.search', { filter: 'id pr' })).detail).toMatch(/^schemas: /)
  })
})
