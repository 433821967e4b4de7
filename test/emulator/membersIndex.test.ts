import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'

const SEARCH = '/sdk/v1/b2b/organizations/me/members/search'
const INVITE = '/sdk/v1/b2b/magic_links/email/invite'
const NAMES = ['lovelace', 'kimani', 'new@', 'twin@', 'double@', 'pushed@', 'moved@']

/** However many they are, members are found as they are at the moment. */
describe.each(['sample', 'ten-thousand-members'] as const)('members of the seed %s', (seed) => {
  it('are found once they were invited, last of all', async () => {
    const { search, invite } = await start(seed)
    const before = await search()
    expect((await invite('new@northwind.example')).status).toBe(200)
    expect(await search()).toEqual([...before, 'new@northwind.example'])
    expect((await invite('NEW@northwind.example')).status).toBe(200)
    expect(await search()).toHaveLength(before.length + 1)
  })

  it('keep their place and free nothing when their address changes', async () => {
    const { api, session, search, invite } = await start(seed)
    const before = await search()
    const grace = memberNamed(api.emulator, 'Grace Kimani')
    const update = (email_address: string) =>
      api.call('PUT', `/sdk/v1/b2b/organizations/members/${grace}`, {
        session,
        body: { email_address },
      })
    expect((await update('kimani@northwind.example')).status).toBe(200)
    expect(await search()).toEqual(
      before.map((address) =>
        address === 'grace.kimani@northwind.example' ? 'kimani@northwind.example' : address,
      ),
    )
    expect((await invite('kimani@northwind.example')).text('error_type')).toBe(
      'duplicate_member_email',
    )
    expect((await invite('grace.kimani@northwind.example')).text('error_type')).toBe(
      'duplicate_member_email',
    )
    expect((await update('grace.kimani@northwind.example')).status).toBe(200)
    expect(await search()).toEqual(before)
  })

  it('come and go with a snapshot', async () => {
    const { api, search, invite } = await start(seed)
    const before = await search()
    const snapshot = api.emulator.snapshot()
    await invite('new@northwind.example')
    api.emulator.restore(snapshot)
    expect(await search()).toEqual(before)
    expect((await invite('new@northwind.example')).status).toBe(200)
    expect(await search()).toHaveLength(before.length + 1)
  })

  it('are those that a test has put there, taken away, or given another address or date', async () => {
    const { api, search, invite } = await start(seed)
    const before = await search()
    const grace = memberNamed(api.emulator, 'Grace Kimani')
    const stored = api.emulator.data.members[grace]
    if (!stored) throw new Error('Grace is no member.')
    const twin = {
      ...stored,
      member_id: 'member-test-twin',
      email_address: 'Twin@northwind.example',
    }
    api.emulator.data.members[twin.member_id] = { ...twin, created_at: '2000-01-01T00:00:00.000Z' }
    expect(await search()).toEqual(['Twin@northwind.example', ...before])
    expect((await invite('twin@northwind.example')).status).toBe(400)

    Object.assign(api.emulator.data.members[twin.member_id] ?? {}, {
      email_address: 'double@northwind.example',
      created_at: '2999-01-01T00:00:00.000Z',
    })
    expect(await search()).toEqual([...before, 'double@northwind.example'])
    expect((await invite('double@northwind.example')).status).toBe(400)

    Reflect.deleteProperty(api.emulator.data.members, twin.member_id)
    expect(await search()).toEqual(before)
    expect((await invite('double@northwind.example')).status).toBe(200)
  })

  it('are pushed, renamed and taken out by a directory', async () => {
    const { api, session, search } = await start(seed)
    const body = { display_name: 'Workforce', identity_provider: 'okta' }
    await api.call('POST', '/sdk/v1/b2b/scim', { session, body })
    const [connection] = Object.values(api.emulator.data.scim_connections)
    const scim = async (method: string, path: string, body?: object) => {
      const response = await api.emulator.fetch(
        `${api.emulator.baseUrl}/v1/b2b/scim/${connection?.connection_id ?? ''}/${path}`,
        {
          method,
          headers: {
            authorization: `Bearer ${connection?.bearer_token.value ?? ''}`,
            'content-type': 'application/scim+json',
          },
          ...(body && { body: JSON.stringify(body) }),
        },
      )
      return response.status === 204 ? {} : ((await response.json()) as { id?: string })
    }
    const user = (address: string) => ({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: address,
      emails: [{ value: address, primary: true }],
    })
    const before = await search()
    const { id = '' } = await scim('POST', 'Users', user('pushed@northwind.example'))
    expect(await search()).toEqual([...before, 'pushed@northwind.example'])
    await scim('PUT', `Users/${id}`, user('moved@northwind.example'))
    expect(await search()).toEqual([...before, 'moved@northwind.example'])
    await scim('DELETE', `Users/${id}`)
    expect(await search()).toEqual(before)
  })
})

async function start(seed: 'sample' | 'ten-thousand-members') {
  const api = createApi({ seed })
  const session = await api.signIn('admin')
  const operands = NAMES.map((filter_value) => ({
    filter_name: 'member_email_fuzzy',
    filter_value,
  }))
  /** The addresses of those whom the tests are about, in the order of the list. */
  const search = async () => {
    const body = { query: { operator: 'OR', operands } }
    const answer = await api.call('POST', SEARCH, { session, body })
    const members = answer.at('data.members') as { email_address: string }[]
    return members.map(({ email_address }) => email_address)
  }
  const invite = (email_address: string) =>
    api.call('POST', INVITE, { session, body: { email_address } })
  return { api, session, search, invite }
}
