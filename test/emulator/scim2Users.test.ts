import { describe, expect, it } from 'vitest'
import { connect, ENTERPRISE, USER } from './scim2Client.ts'

const memberBy = (scim: ReturnType<typeof connect>, email: string) =>
  Object.values(scim.emulator.data.members).filter(({ email_address }) => email_address === email)

describe('POST /Users', () => {
  it('makes an active member and answers with the resource and its absolute address', async () => {
    const scim = connect()
    const answer = await scim.send('POST', '/Users?aadOptscim062020', {
      schemas: [USER, ENTERPRISE],
      userName: 'tove@northwind.example',
      externalId: 'ext-1',
      name: { givenName: 'Tove', familyName: 'Berg' },
      emails: [{ value: 'tove.berg@northwind.example', type: 'work', primary: true }],
      password: 'never kept',
      groups: [],
      [ENTERPRISE]: { department: 'Safety', manager: 'boss-1' },
      'urn:example:unknown': { shoeSize: 43 },
    })
    expect(answer.status).toBe(201)
    const address = `${scim.base}/Users/${answer.id}`
    expect(answer.headers.get('location')).toBe(address)
    expect(answer.body).toMatchObject({
      schemas: [USER, ENTERPRISE],
      externalId: 'ext-1',
      userName: 'tove@northwind.example',
      active: true,
      [ENTERPRISE]: { department: 'Safety', manager: { value: 'boss-1' } },
      meta: { resourceType: 'User', location: address },
    })
    expect(JSON.stringify(answer.body)).not.toMatch(/never kept|shoeSize/)
    expect(memberBy(scim, 'tove.berg@northwind.example')).toMatchObject([
      { member_id: answer.id, name: 'Tove Berg', status: 'active', role_ids: [] },
    ])
    expect((await scim.send('GET', `/Users/${answer.id}`)).body).toEqual(answer.body)
  })

  it('takes the address from the primary email, else from a userName that is one, else the first email', async () => {
    const scim = connect()
    const emails = (primary: boolean) => [
      { value: 'first@northwind.example' },
      { value: 'second@northwind.example', primary },
    ]
    await scim.user('a@northwind.example', { emails: emails(true) })
    await scim.user('b@northwind.example', { emails: [{ value: 'other@northwind.example' }] })
    await scim.user('c', { emails: emails(false) })
    expect(memberBy(scim, 'second@northwind.example')).toHaveLength(1)
    expect(memberBy(scim, 'b@northwind.example')).toHaveLength(1)
    expect(memberBy(scim, 'first@northwind.example')).toHaveLength(1)
  })

  it('links the member who has the address already, who keeps id, roles and sessions', async () => {
    const scim = connect()
    const [before] = memberBy(scim, 'ines.okafor@northwind.example')
    const id = await scim.user('INES.OKAFOR@northwind.example', { displayName: 'Ines O.' })
    expect(id).toBe(before?.member_id)
    const linked = scim.emulator.data.members[id]
    expect(linked).toMatchObject({ name: 'Ines O.', role_ids: ['it_admin'], status: 'active' })
    expect(linked?.scim?.connection_id).toBe(scim.connectionId)
  })

  it('refuses a userName or address that the connection has already', async () => {
    const scim = connect()
    await scim.user('one@northwind.example')
    const sameName = await scim.send('POST', '/Users', {
      schemas: [USER],
      userName: 'ONE@northwind.example',
    })
    const sameEmail = await scim.send('POST', '/Users', {
      schemas: [USER],
      userName: 'two@northwind.example',
      emails: [{ value: 'one@northwind.example', primary: true }],
    })
    for (const answer of [sameName, sameEmail]) {
      expect(answer.status).toBe(409)
      expect(answer.body['scimType']).toBe('uniqueness')
    }
    expect((await scim.send('GET', '/Users')).total).toBe(1)
  })

  it.each([
    [{ userName: 'x@y.example' }, 'invalidSyntax', /^schemas: /],
    [{ schemas: [USER] }, 'invalidValue', /^userName: required/],
    [{ schemas: [USER], userName: '  ' }, 'invalidValue', /^userName: required/],
    [{ schemas: [USER], userName: 7 }, 'invalidValue', /^userName: expected text/],
    [{ schemas: [USER], userName: 'no-address' }, 'invalidValue', /^emails: required/],
    [
      { schemas: [USER], userName: 'a@b.example', active: 'maybe' },
      'invalidValue',
      /^active: expected true or false, got "maybe"/,
    ],
    [
      { schemas: [USER], userName: 'a@b.example', emails: 'a@b.example' },
      'invalidValue',
      /^emails: expected a list/,
    ],
    [
      { schemas: [USER], userName: 'a@b.example', emails: [{ type: 'work' }] },
      'invalidValue',
      /^emails\[0\]\.value: required/,
    ],
    [
      { schemas: [USER], userName: 'a@b.example', emails: [{ value: 'nowhere' }] },
      'invalidValue',
      /^emails\[0\]\.value: expected an email address/,
    ],
    [
      {
        schemas: [USER],
        userName: 'a@b.example',
        emails: [
          { value: 'a@b.example', primary: true },
          { value: 'c@b.example', primary: 'True' },
        ],
      },
      'invalidValue',
      /^emails: only one/,
    ],
    [
      { schemas: [USER], userName: 'a@b.example', name: 'Ann' },
      'invalidValue',
      /^name: expected an object/,
    ],
    [
      { schemas: [USER], userName: 'a@b.example', [ENTERPRISE]: { department: 3 } },
      'invalidValue',
      /enterprise:2\.0:User:department: expected text/,
    ],
  ])('refuses %j and names what is wrong', async (body, scimType, detail) => {
    const scim = connect()
    const before = structuredClone(scim.emulator.data.members)
    const answer = await scim.send('POST', '/Users', body)
    expect(answer.status).toBe(400)
    expect(answer.body['scimType']).toBe(scimType)
    expect(answer.detail).toMatch(detail)
    expect(scim.emulator.data.members).toEqual(before)
  })
})

describe('PUT /Users/:id', () => {
  it('replaces the whole user and clears what is left out', async () => {
    const scim = connect()
    const id = await scim.user('put@northwind.example', { title: 'Pilot', externalId: 'e1' })
    const answer = await scim.send('PUT', `/Users/${id}`, {
      schemas: [USER],
      id: 'ignored',
      userName: 'moved@northwind.example',
      displayName: 'Moved Person',
    })
    expect(answer.status).toBe(200)
    expect(answer.id).toBe(id)
    expect(answer.body).not.toHaveProperty('title')
    expect(answer.body).not.toHaveProperty('externalId')
    expect(scim.emulator.data.members[id]).toMatchObject({
      email_address: 'moved@northwind.example',
      name: 'Moved Person',
    })
  })

  it("refuses another user's name, or another member's address, and changes nothing", async () => {
    const scim = connect()
    await scim.user('first@northwind.example')
    const id = await scim.user('second@northwind.example')
    const before = structuredClone(scim.emulator.data.members)
    for (const userName of ['First@northwind.example', 'ada.lovelace@northwind.example']) {
      const answer = await scim.send('PUT', `/Users/${id}`, { schemas: [USER], userName })
      expect(answer.status).toBe(409)
    }
    expect(scim.emulator.data.members).toEqual(before)
  })

  it('answers 404 for an unknown user, also for a member whom no directory manages', async () => {
    const scim = connect()
    const [ada] = memberBy(scim, 'ada.lovelace@northwind.example')
    for (const id of ['nobody', ada?.member_id ?? '']) {
      const body = { schemas: [USER], userName: 'x@northwind.example' }
      expect((await scim.send('PUT', `/Users/${id}`, body)).status).toBe(404)
      expect((await scim.send('GET', `/Users/${id}`)).status).toBe(404)
      expect((await scim.send('DELETE', `/Users/${id}`)).status).toBe(404)
    }
  })
})

describe('DELETE /Users/:id', () => {
  it('unlinks and deactivates the member and takes it out of its groups', async () => {
    const scim = connect()
    const id = await scim.user('leaver@northwind.example')
    const other = await scim.user('stayer@northwind.example')
    const group = await scim.group('Both', id, other)
    const answer = await scim.send('DELETE', `/Users/${id}`)
    expect(answer.status).toBe(204)
    expect((await scim.send('GET', `/Users/${id}`)).status).toBe(404)
    expect(scim.emulator.data.members[id]).toMatchObject({ status: 'deleted', scim: null })
    expect(scim.emulator.data.scim_groups[group]?.member_ids).toEqual([other])
    expect(await scim.user('leaver@northwind.example')).toBe(id)
    expect(scim.emulator.data.members[id]?.status).toBe('active')
  })
})
