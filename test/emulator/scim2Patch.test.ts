import { beforeEach, describe, expect, it } from 'vitest'
import { connect, ENTERPRISE, PATCH, type Scim } from './scim2Client.ts'

let scim: Scim
let id: string

beforeEach(async () => {
  scim = connect()
  id = await scim.user('pat@northwind.example', {
    displayName: 'Pat',
    name: { givenName: 'Pat', familyName: 'Moss' },
    emails: [{ type: 'work', value: 'pat@northwind.example', primary: true }],
  })
})

const patchUser = (...operations: unknown[]) => scim.patch(`/Users/${id}`, ...operations)
const isActive = () => scim.emulator.data.members[id]?.status === 'active'

describe('PATCH in the dialect of Okta', () => {
  it('switches a user off and on without a path', async () => {
    const off = await patchUser({ op: 'replace', value: { active: false } })
    expect(off.status).toBe(200)
    expect(off.body['active']).toBe(false)
    expect(isActive()).toBe(false)
    await patchUser({ op: 'replace', value: { active: true } })
    expect(isActive()).toBe(true)
  })

  it('renames a group with its own id in the value', async () => {
    const group = await scim.group('Before', id)
    const value = { id: group, displayName: 'After' }
    const answer = await scim.patch(`/Groups/${group}`, { op: 'replace', value })
    expect(answer.body).toMatchObject({ id: group, displayName: 'After' })
    const foreign = { op: 'replace', value: { id: 'another', displayName: 'Never' } }
    expect((await scim.patch(`/Groups/${group}`, foreign)).body).toMatchObject({
      status: '400',
      scimType: 'mutability',
    })
    expect(scim.emulator.data.scim_groups[group]?.group_name).toBe('After')
  })

  it('adds members once, removes them by filter, and replaces them all', async () => {
    const other = await scim.user('other@northwind.example')
    const group = await scim.group('Team')
    const members = () => scim.emulator.data.scim_groups[group]?.member_ids
    const add = {
      op: 'add',
      path: 'members',
      value: [{ value: id, display: 'x' }, { value: other }],
    }
    await scim.patch(`/Groups/${group}`, add, add)
    expect(members()).toEqual([id, other])
    await scim.patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${id}"]` })
    expect(members()).toEqual([other])
    const again = { op: 'remove', path: `members[value eq "${id}"]` }
    expect((await scim.patch(`/Groups/${group}`, again)).status).toBe(200)
    await scim.patch(`/Groups/${group}`, { op: 'replace', path: 'members', value: [{ value: id }] })
    expect(members()).toEqual([id])
    await scim.patch(`/Groups/${group}`, { op: 'replace', path: 'members', value: [] })
    expect(members()).toEqual([])
  })
})

describe('PATCH in the dialect of Microsoft Entra', () => {
  it('takes capitalised ops and booleans as text', async () => {
    await patchUser({ op: 'Replace', path: 'active', value: 'False' })
    expect(isActive()).toBe(false)
    await patchUser({ op: 'Add', path: 'active', value: 'True' })
    expect(isActive()).toBe(true)
    const answer = await patchUser(
      { op: 'Add', path: 'nickName', value: 'Patty' },
      { op: 'Remove', path: 'displayName' },
    )
    expect(answer.body).toMatchObject({ nickName: 'Patty' })
    expect(answer.body).not.toHaveProperty('displayName')
  })

  it('sets values at filtered paths, and makes what the filter describes where there is none', async () => {
    const { body } = await patchUser(
      { op: 'Replace', path: 'emails[type eq "Work"].value', value: 'new@northwind.example' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+47 1' },
      {
        op: 'Replace',
        path: 'addresses[type eq "work" and primary eq "True"].locality',
        value: 'Oslo',
      },
      { op: 'Add', path: 'roles[primary eq "True"].value', value: 'Lead' },
    )
    expect(body).toMatchObject({
      emails: [{ type: 'work', value: 'new@northwind.example', primary: true }],
      phoneNumbers: [{ type: 'mobile', value: '+47 1' }],
      addresses: [{ type: 'work', primary: true, locality: 'Oslo' }],
      roles: [{ primary: true, value: 'Lead' }],
    })
    expect(scim.emulator.data.members[id]?.email_address).toBe('new@northwind.example')
  })

  it('takes paths as keys of a value that has no path, extension URNs too', async () => {
    const { body } = await patchUser({
      op: 'replace',
      value: {
        displayName: 'Patricia',
        'name.givenName': 'Patricia',
        'emails[type eq "work"].value': 'patricia@northwind.example',
        [`${ENTERPRISE}:employeeNumber`]: '42',
        shoeSize: 43,
      },
    })
    expect(body).toMatchObject({
      displayName: 'Patricia',
      name: { givenName: 'Patricia', familyName: 'Moss' },
      emails: [{ value: 'patricia@northwind.example' }],
      [ENTERPRISE]: { employeeNumber: '42' },
    })
    expect(body).not.toHaveProperty('shoeSize')
  })

  it('removes the members that are named in the value, and no others', async () => {
    const other = await scim.user('other@northwind.example')
    const group = await scim.group('Team', id, other)
    const remove = (value: unknown) =>
      scim.patch(`/Groups/${group}`, { op: 'Remove', path: 'members', value })
    await remove([])
    expect(scim.emulator.data.scim_groups[group]?.member_ids).toEqual([id, other])
    await remove([{ $ref: null, value: id }])
    expect(scim.emulator.data.scim_groups[group]?.member_ids).toEqual([other])
    await scim.patch(`/Groups/${group}`, { op: 'Remove', path: 'members' })
    expect(scim.emulator.data.scim_groups[group]?.member_ids).toEqual([])
  })

  it('reaches the enterprise extension by URN, as path and as key', async () => {
    await patchUser({ op: 'Add', path: `${ENTERPRISE}:department`, value: 'Flight' })
    await patchUser({ op: 'Add', path: `${ENTERPRISE}:manager`, value: 'boss' })
    await patchUser({ op: 'Add', path: ENTERPRISE, value: { division: 'North' } })
    await patchUser({ op: 'Add', value: { [ENTERPRISE]: { costCenter: '7' } } })
    const { body } = await scim.send('GET', `/Users/${id}`)
    expect(body['schemas']).toContain(ENTERPRISE)
    expect(body[ENTERPRISE]).toEqual({
      department: 'Flight',
      manager: { value: 'boss' },
      division: 'North',
      costCenter: '7',
    })
    const { body: without } = await patchUser({ op: 'Remove', path: ENTERPRISE })
    expect(without).not.toHaveProperty(ENTERPRISE)
    expect(without['schemas']).not.toContain(ENTERPRISE)
  })
})

describe('PATCH by RFC 7644', () => {
  it('leaves sub-attributes that a complex value does not mention', async () => {
    const { body } = await patchUser({ op: 'replace', value: { name: { givenName: 'Q' } } })
    expect(body['name']).toEqual({ givenName: 'Q', familyName: 'Moss' })
  })

  it('adds to a list, and the new primary value takes the place of the old', async () => {
    const { body } = await patchUser({
      op: 'add',
      path: 'emails',
      value: { type: 'other', value: 'second@northwind.example', primary: true },
    })
    expect(body['emails']).toEqual([
      { type: 'work', value: 'pat@northwind.example', primary: false },
      { type: 'other', value: 'second@northwind.example', primary: true },
    ])
    expect(scim.emulator.data.members[id]?.email_address).toBe('second@northwind.example')
  })

  it('compares quoted values that hold colons, dots and brackets', async () => {
    await patchUser({
      op: 'add',
      path: 'roles',
      value: [{ value: 'a.b', display: 'Team: A [1]' }, { value: 'c.d' }],
    })
    const { body } = await patchUser({ op: 'remove', path: 'roles[display eq "Team: A [1]"]' })
    expect(body['roles']).toEqual([{ value: 'c.d' }])
  })

  it('removes a whole attribute, also by a null value', async () => {
    const { body } = await patchUser(
      { op: 'remove', path: 'name.familyName' },
      { op: 'replace', path: 'displayName', value: null },
    )
    expect(body['name']).toEqual({ givenName: 'Pat' })
    expect(body).not.toHaveProperty('displayName')
  })

  it('cannot reach the prototype of anything', async () => {
    const raw = `{"schemas":["${PATCH}"],"Operations":[{"op":"add","value":{"__proto__":{"polluted":true}}}]}`
    expect((await scim.send('PATCH', `/Users/${id}`, raw)).status).toBe(200)
    expect((await patchUser({ op: 'add', path: '__proto__.polluted', value: 'x' })).status).toBe(
      400,
    )
    expect({}).not.toHaveProperty('polluted')
  })

  it.each([
    [{ op: 'replace', path: 'shoeSize', value: 1 }, 'invalidPath', /"shoeSize"/],
    [{ op: 'replace', path: 'userName[type eq "x"]', value: 'x' }, 'invalidPath', /userName/],
    [{ op: 'replace', path: 'emails[type eq', value: 'x' }, 'invalidPath', /emails/],
    [{ op: 'replace', path: 'emails[type eq].value', value: 'x' }, 'invalidFilter', /filter/],
    [{ op: 'replace', path: 5, value: 'x' }, 'invalidPath', /Operations\[1\]\.path/],
    [{ op: 'move', path: 'title', value: 'x' }, 'invalidSyntax', /Operations\[1\]\.op.*"move"/],
    [{ op: 'add', path: 'title' }, 'invalidValue', /Operations\[1\]\.value: required/],
    [{ op: 'add', value: 'x' }, 'invalidValue', /Operations\[1\]\.value: expected an object/],
    [{ op: 'remove' }, 'noTarget', /Operations\[1\]\.path: required/],
    [
      { op: 'replace', path: 'active', value: 'maybe' },
      'invalidValue',
      /Operations\[1\]\.value.*true or false/,
    ],
    [
      { op: 'replace', value: { active: 'maybe' } },
      'invalidValue',
      /Operations\[1\]\.value\.active/,
    ],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability', /"id" is read-only/],
    [{ op: 'add', path: 'groups', value: [{ value: 'g' }] }, 'mutability', /"groups"/],
    [{ op: 'remove', path: 'userName' }, 'mutability', /userName: required/],
    [
      { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'a@b.c' } },
      'noTarget',
      /emails/,
    ],
    [{ op: 'replace', path: 'emails[type co "home"].value', value: 'a@b.c' }, 'noTarget', /emails/],
    [
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'no' },
      'invalidValue',
      /emails\[0\]\.value/,
    ],
    ['text', 'invalidSyntax', /Operations\[1\]: expected an object/],
  ])('refuses %j, and undoes what came before it', async (operation, scimType, detail) => {
    const before = structuredClone(scim.emulator.data.members[id])
    const answer = await patchUser({ op: 'replace', path: 'title', value: 'Half done' }, operation)
    expect(answer.status).toBe(400)
    expect(answer.body['scimType']).toBe(scimType)
    expect(answer.detail).toMatch(detail)
    expect(scim.emulator.data.members[id]).toEqual(before)
  })

  it.each([
    [{ Operations: [{ op: 'add', value: {} }] }, /^schemas: /],
    [{ schemas: [PATCH] }, /^Operations: /],
    [{ schemas: [PATCH], Operations: [] }, /^Operations: /],
    [[], /JSON object/],
  ])('refuses the message %j', async (message, detail) => {
    const answer = await scim.send('PATCH', `/Users/${id}`, message)
    expect(answer.status).toBe(400)
    expect(answer.body['scimType']).toBe('invalidSyntax')
    expect(answer.detail).toMatch(detail)
  })

  it('refuses to give a user the name or address of another', async () => {
    await scim.user('other@northwind.example')
    const op = 'replace'
    const name = await patchUser({ op, path: 'userName', value: 'Other@northwind.example' })
    const email = await patchUser({
      op,
      path: 'emails.value',
      value: 'ada.lovelace@northwind.example',
    })
    expect([name.status, email.status]).toEqual([409, 409])
  })

  it('refuses members who are not users, and leaves the group as it was', async () => {
    const group = await scim.group('Team', id)
    const answer = await scim.patch(
      `/Groups/${group}`,
      { op: 'replace', path: 'displayName', value: 'Changed' },
      { op: 'add', path: 'members', value: [{ value: 'nobody' }] },
    )
    expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' })
    expect(scim.emulator.data.scim_groups[group]).toMatchObject({
      group_name: 'Team',
      member_ids: [id],
    })
  })
})
