import { describe, expect, it } from 'vitest'
import { connect, GROUP } from './scim2Client.ts'

async function connectWithPeople() {
  const scim = connect()
  const ann = await scim.user('ann@northwind.example', { displayName: 'Ann' })
  const ben = await scim.user('ben@northwind.example', { displayName: 'Ben' })
  return { ...scim, ann, ben }
}

describe('SCIM groups', () => {
  it('are created with members, who show the group', async () => {
    const scim = await connectWithPeople()
    const answer = await scim.send('POST', '/Groups', {
      schemas: [GROUP],
      displayName: 'Pilots',
      externalId: 'g-1',
      members: [{ value: scim.ann, display: 'whatever', $ref: null }, { value: scim.ann }],
    })
    expect(answer.status).toBe(201)
    const { id } = answer
    expect(answer.headers.get('location')).toBe(`${scim.base}/Groups/${id}`)
    expect(answer.body).toMatchObject({
      schemas: [GROUP],
      externalId: 'g-1',
      displayName: 'Pilots',
      meta: { resourceType: 'Group', location: `${scim.base}/Groups/${id}` },
    })
    const $ref = `${scim.base}/Users/${scim.ann}`
    expect(answer.body['members']).toEqual([
      { value: scim.ann, $ref, type: 'User', display: 'Ann' },
    ])
    expect((await scim.send('GET', `/Users/${scim.ann}`)).body['groups']).toEqual([
      { value: id, $ref: `${scim.base}/Groups/${id}`, display: 'Pilots', type: 'direct' },
    ])
    expect(scim.emulator.data.scim_groups[id]).toMatchObject({
      group_name: 'Pilots',
      external_id: 'g-1',
      member_ids: [scim.ann],
    })
  })

  it('are replaced as a whole by PUT', async () => {
    const scim = await connectWithPeople()
    const id = await scim.group('Old', scim.ann)
    const body = { schemas: [GROUP], displayName: 'New', members: [{ value: scim.ben }] }
    expect((await scim.send('PUT', `/Groups/${id}`, body)).status).toBe(200)
    expect(scim.emulator.data.scim_groups[id]).toMatchObject({
      group_name: 'New',
      member_ids: [scim.ben],
    })
    await scim.send('PUT', `/Groups/${id}`, { schemas: [GROUP], displayName: 'New' })
    expect(scim.emulator.data.scim_groups[id]?.member_ids).toEqual([])
  })

  it('take only users of the connection, and nothing is made when one is not', async () => {
    const scim = await connectWithPeople()
    const nested = await scim.group('Inner')
    const refused: [object[], RegExp][] = [
      [[{ value: scim.ann }, { value: 'nobody' }], /^members\[1\]\.value: .*"nobody"/],
      [[{ value: nested, type: 'Group' }], /^members\[0\]\.type: expected "User"/],
      [[{ display: 'Ann' }], /^members\[0\]\.value: required/],
    ]
    for (const [members, detail] of refused) {
      const body = { schemas: [GROUP], displayName: 'Refused', members }
      const answer = await scim.send('POST', '/Groups', body)
      expect(answer.status).toBe(400)
      expect(answer.body['scimType']).toBe('invalidValue')
      expect(answer.detail).toMatch(detail)
    }
    expect((await scim.send('GET', '/Groups')).total).toBe(1)
  })

  it('need a name, and the schema', async () => {
    const scim = connect()
    const nameless = await scim.send('POST', '/Groups', { schemas: [GROUP], displayName: '' })
    expect(nameless.detail).toMatch(/^displayName: required/)
    const schemaless = await scim.send('POST', '/Groups', { displayName: 'X' })
    expect(schemaless.body).toMatchObject({ scimType: 'invalidSyntax' })
  })

  it('vanish when deleted; role assignments of them stay on the connection', async () => {
    const scim = connect('scim')
    const connection = scim.emulator.data.scim_connections[scim.connectionId]
    const [assignment] = connection?.assignments ?? []
    const id = assignment?.group_id ?? ''
    const before = structuredClone(connection?.assignments)
    expect((await scim.send('DELETE', `/Groups/${id}`)).status).toBe(204)
    expect((await scim.send('GET', `/Groups/${id}`)).status).toBe(404)
    expect((await scim.send('DELETE', `/Groups/${id}`)).status).toBe(404)
    expect(connection?.assignments).toEqual(before)
  })
})
