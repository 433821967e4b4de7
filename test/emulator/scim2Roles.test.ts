import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { describe, expect, it } from 'vitest'
import { connect, ENTERPRISE, type Scim } from './scim2Client.ts'

async function signIn({ emulator }: Scim, personaOrMemberId: string) {
  const client = createB2BClient(emulator.publicToken, {
    baseUrl: emulator.baseUrl,
    fetch: emulator.fetch,
    storage: createMemoryStorage(),
  })
  const { token } = emulator.createMagicLink(personaOrMemberId)
  await client.magicLinks.authenticate({
    magic_links_token: token,
    session_duration_minutes: 60,
  })
  return client
}

type Client = Awaited<ReturnType<typeof signIn>>

async function findMember(client: Client, memberId: string) {
  const { members } = await client.organization.members.search({
    query: {
      operator: 'AND',
      operands: [
        { filter_name: 'member_ids', filter_value: [memberId] },
        { filter_name: 'statuses', filter_value: ['active', 'deleted'] },
      ],
    },
  })
  return members[0]
}

describe('members whom a directory manages', () => {
  it('hold the roles of their groups, with the group as the source, as long as they are in it', async () => {
    const scim = connect()
    const admin = await signIn(scim, 'admin')
    const id = await scim.user('role@northwind.example')
    const group = await scim.group('Editors', id)
    await admin.scim.updateConnection({
      connection_id: scim.connectionId,
      scim_group_implicit_role_assignments: [{ role_id: 'engineer', group_id: group }],
    })
    const source = {
      type: 'scim_connection_group',
      details: { connection_id: scim.connectionId, group_id: group },
    }
    expect((await findMember(admin, id))?.roles).toContainEqual({
      role_id: 'engineer',
      sources: [source],
    })
    await scim.patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${id}"]` })
    expect((await findMember(admin, id))?.roles.map(({ role_id }) => role_id)).toEqual([
      'stytch_member',
    ])
  })

  it('gain and lose permissions in a running session', async () => {
    const scim = connect()
    const admin = await signIn(scim, 'admin')
    const mia = await signIn(scim, 'member')
    await expect(mia.scim.getConnection()).rejects.toMatchObject({ status_code: 403 })
    const id = await scim.user('mia.svensson@northwind.example')
    const group = await scim.group('IT', id)
    await admin.scim.updateConnection({
      connection_id: scim.connectionId,
      scim_group_implicit_role_assignments: [{ role_id: 'it_admin', group_id: group }],
    })
    expect((await mia.scim.getConnection()).connection.connection_id).toBe(scim.connectionId)
    await scim.send('DELETE', `/Groups/${group}`)
    await expect(mia.scim.getConnection()).rejects.toMatchObject({ status_code: 403 })
  })

  it('lose their sessions when the directory switches them off', async () => {
    const scim = connect()
    const mia = await signIn(scim, 'member')
    const other = await signIn(scim, 'auditor')
    const id = await scim.user('mia.svensson@northwind.example')
    await expect(mia.session.authenticate()).resolves.toMatchObject({ member_id: id })
    await scim.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' })
    await expect(mia.session.authenticate()).rejects.toThrow()
    await expect(other.session.authenticate()).resolves.toBeDefined()
    expect(
      Object.values(scim.emulator.data.sessions).filter(({ member_id }) => member_id === id),
    ).toEqual([])
  })

  it('show what the directory told of them', async () => {
    const scim = connect()
    const admin = await signIn(scim, 'admin')
    const id = await scim.user('told@northwind.example', {
      externalId: 'ext-9',
      name: { givenName: 'Tola', familyName: 'Dahl' },
      emails: [{ value: 'told@northwind.example', type: 'work', primary: true }],
      x509Certificates: [{ value: 'TUlJ' }],
      [ENTERPRISE]: { costCenter: '7', manager: { value: 'm', $ref: 'https://x.example/m' } },
    })
    const group = await scim.group('Told', id)
    const registration = (await findMember(admin, id))?.scim_registration
    expect(registration).toMatchObject({ connection_id: scim.connectionId, external_id: 'ext-9' })
    expect(registration?.registration_id).toMatch(/^scim-registration-test-/)
    expect(registration?.scim_attributes).toMatchObject({
      id,
      user_name: 'told@northwind.example',
      external_id: 'ext-9',
      active: true,
      nick_name: '',
      name: { given_name: 'Tola', family_name: 'Dahl', formatted: '' },
      emails: [{ value: 'told@northwind.example', type: 'work', primary: true }],
      phone_numbers: [],
      x509certificates: [{ value: 'TUlJ', type: '', primary: false }],
      groups: [{ value: group, display: 'Told' }],
      enterprise_extension: {
        cost_center: '7',
        manager: { value: 'm', ref: 'https://x.example/m' },
      },
    })
    const [unmanaged] = scim.emulator.personas
    const other = await findMember(admin, unmanaged?.member_id ?? '')
    expect(other?.scim_registration ?? null).toBeNull()
  })
})
