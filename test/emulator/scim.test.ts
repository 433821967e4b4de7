import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Api } from './api.ts'

const SCIM = '/sdk/v1/b2b/scim'
const DAY = 24 * 60 * 60_000

describe('POST /b2b/scim', () => {
  it('makes the connection and shows its token this once', async () => {
    const now = Date.parse('2030-01-01T00:00:00Z')
    const { api, session } = await start({ clock: { now: () => now } })
    const created = await api.call('POST', SCIM, {
      session,
      body: { display_name: '  Okta  ', identity_provider: 'okta' },
    })
    const token = created.text('data.connection.bearer_token')
    const id = created.text('data.connection.connection_id')
    expect(created.at('data.connection')).toMatchObject({
      status: 'active',
      display_name: 'Okta',
      identity_provider: 'okta',
      base_url: `http://localhost:4000/v1/b2b/scim/${id}`,
      scim_group_implicit_role_assignments: [],
      bearer_token_expires_at: new Date(now + 365 * DAY).toISOString(),
    })
    expect(created.at('data.connection')).not.toHaveProperty('bearer_token_last_four')

    const read = await api.call('GET', SCIM, { session })
    expect(read.at('data.connection.bearer_token_last_four')).toBe(token.slice(-4))
    expect(read.at('data.connection.next_bearer_token_last_four')).toBe('')
    expect(JSON.stringify(read.at('data'))).not.toContain(token)
  })

  it('takes no argument at all', async () => {
    const { api, session } = await start()
    const created = await api.call('POST', SCIM, { session })
    expect(created.at('data.connection.identity_provider')).toBe('generic')
  })

  it('gives Microsoft Entra the flag that it wants in the address', async () => {
    const { api, session } = await start()
    const created = await api.call('POST', SCIM, {
      session,
      body: { identity_provider: 'microsoft-entra' },
    })
    expect(created.text('data.connection.base_url')).toMatch(/\?aadOptscim062020$/)
  })

  it('allows one active connection, and another one when it is deleted', async () => {
    const { api, session } = await start()
    const first = (await api.call('POST', SCIM, { session })).text('data.connection.connection_id')
    const second = await api.call('POST', SCIM, { session })
    expect([second.status, second.at('error_type')]).toEqual([400, 'active_scim_connection_exists'])
    await api.call('DELETE', `${SCIM}/${first}`, { session })
    expect((await api.call('POST', SCIM, { session })).status).toBe(200)
  })

  it('shows the connection on the organization', async () => {
    const { api, session } = await start()
    const created = await api.call('POST', SCIM, { session, body: { display_name: 'Okta' } })
    const organization = await api.call('GET', '/sdk/v1/b2b/organizations/me', { session })
    expect(organization.at('data.organization.scim_active_connection')).toEqual({
      connection_id: created.at('data.connection.connection_id'),
      display_name: 'Okta',
      bearer_token_last_four: created.text('data.connection.bearer_token').slice(-4),
      bearer_token_expires_at: created.at('data.connection.bearer_token_expires_at'),
    })
  })

  it.each([
    [
      'a name of 10,000 characters',
      { display_name: 'x'.repeat(10_000) },
      'invalid_display_name',
      /128/,
    ],
    [
      'a name with line breaks',
      { display_name: 'Okta\nEurope' },
      'invalid_display_name',
      /line breaks/,
    ],
    ['a name of blanks', { display_name: '   ' }, 'invalid_display_name', /empty/],
    [
      'an unknown identity provider',
      { identity_provider: 'acme' },
      'invalid_scim_idp',
      /generic, okta/,
    ],
  ])('refuses %s and makes nothing', async (_what, body, errorType, message) => {
    const { api, session } = await start()
    const answer = await api.call('POST', SCIM, { session, body })
    expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
    expect(answer.text('error_message')).toMatch(message)
    expect(api.emulator.data.scim_connections).toEqual({})
  })

  it('takes a name of 128 characters', async () => {
    const { api, session } = await start()
    expect(
      (await api.call('POST', SCIM, { session, body: { display_name: 'x'.repeat(128) } })).status,
    ).toBe(200)
  })
})

describe('permissions on SCIM', () => {
  const calls = (id: string): [method: string, path: string, body?: object][] => [
    ['GET', SCIM],
    ['POST', `${SCIM}/groups`, {}],
    ['POST', SCIM, {}],
    ['PUT', `${SCIM}/${id}`, { display_name: 'Renamed' }],
    ['PUT', `${SCIM}/${id}`, { scim_group_implicit_role_assignments: [] }],
    ['POST', `${SCIM}/rotate/start`, { connection_id: id }],
    ['POST', `${SCIM}/rotate/complete`, { connection_id: id }],
    ['POST', `${SCIM}/rotate/cancel`, { connection_id: id }],
    ['DELETE', `${SCIM}/${id}`],
  ]

  it.each([
    ['auditor', 2],
    ['people-manager', 0],
    ['member', 0],
  ])(
    'let the %s make the first %i of the calls, and none of the others',
    async (persona, allowed) => {
      const { api, session } = await start({ seed: 'scim', persona })
      const before = api.emulator.snapshot()
      const statuses: number[] = []
      for (const [method, path, body] of calls(connectionId(api))) {
        const answer = await api.call(method, path, { session, ...(body && { body }) })
        statuses.push(answer.status)
        if (answer.status === 403)
          expect(answer.at('error_type')).toBe('session_authorization_error')
      }
      expect(statuses).toEqual(calls('').map((_, index) => (index < allowed ? 200 : 403)))
      expect(api.emulator.data).toEqual(before)
    },
  )

  it.each(['admin', 'it-admin'])('let the %s do everything', async (persona) => {
    const { api, session } = await start({ seed: 'scim', persona })
    for (const [method, path, body] of calls(connectionId(api))) {
      expect((await api.call(method, path, { session, ...(body && { body }) })).status).not.toBe(
        403,
      )
    }
  })

  it('are granted by a role that a directory group gives, as long as it does', async () => {
    const { api } = await start({ seed: 'scim' })
    const session = await api.signIn(memberNamed(api.emulator, "Liam O'Connor"))
    expect((await api.call('GET', SCIM, { session })).status).toBe(200)
    const admin = await api.signIn('admin')
    await api.call('PUT', `${SCIM}/${connectionId(api)}`, {
      session: admin,
      body: { scim_group_implicit_role_assignments: [] },
    })
    expect((await api.call('GET', SCIM, { session })).status).toBe(403)
  })
})

describe('without a connection', () => {
  it('every call but the making of one answers 404 no_active_scim_connection', async () => {
    const { api, session } = await start()
    const connection_id = 'scim-connection-test-none'
    for (const [method, path, body] of [
      ['GET', SCIM, undefined],
      ['POST', `${SCIM}/groups`, {}],
      ['PUT', `${SCIM}/${connection_id}`, { display_name: 'x' }],
      ['DELETE', `${SCIM}/${connection_id}`, undefined],
      ['POST', `${SCIM}/rotate/start`, { connection_id }],
      ['POST', `${SCIM}/rotate/complete`, { connection_id }],
      ['POST', `${SCIM}/rotate/cancel`, { connection_id }],
    ] as const) {
      const answer = await api.call(method, path, { session, ...(body && { body }) })
      expect([method, path, answer.status, answer.at('error_type')]).toEqual([
        method,
        path,
        404,
        'no_active_scim_connection',
      ])
    }
  })

  it('the connection of another organization is as good as none', async () => {
    const { api } = await start({ seed: 'scim' })
    const stranger = await api.signIn(memberNamed(api.emulator, 'Tomás Herrera'))
    const answer = await api.call('DELETE', `${SCIM}/${connectionId(api)}`, { session: stranger })
    expect(answer.at('error_type')).toBe('no_active_scim_connection')
    expect((await api.call('GET', SCIM, { session: stranger })).status).toBe(404)
  })
})

describe('PUT /b2b/scim/:connection_id', () => {
  it('changes what is given and leaves the rest', async () => {
    const { api, session } = await start({ seed: 'scim' })
    const id = connectionId(api)
    const answer = await api.call('PUT', `${SCIM}/${id}`, {
      session,
      body: { connection_id: id, display_name: 'Directory' },
    })
    expect(answer.at('data.connection')).toMatchObject({
      display_name: 'Directory',
      identity_provider: 'okta',
    })
    expect(answer.at('data.connection.scim_group_implicit_role_assignments')).toHaveLength(6)
  })

  it('refuses a body for another connection than the path', async () => {
    const { api, session } = await start({ seed: 'scim' })
    const answer = await api.call('PUT', `${SCIM}/${connectionId(api)}`, {
      session,
      body: { connection_id: 'another', display_name: 'x' },
    })
    expect([answer.status, answer.at('error_type')]).toEqual([400, 'bad_request'])
  })

  it('needs implicit-roles for assignments, and no right on SCIM for them alone', async () => {
    const { api } = await start({ seed: 'scim' })
    const { rbac_policy } = api.emulator.data.project
    const manager = rbac_policy.roles.find(({ role_id }) => role_id === 'people_manager')
    manager?.permissions.push({
      resource_id: 'stytch.organization',
      actions: ['update.settings.implicit-roles'],
    })
    const session = await api.signIn('people-manager')
    const put = (body: object) => api.call('PUT', `${SCIM}/${connectionId(api)}`, { session, body })
    expect((await put({ scim_group_implicit_role_assignments: [] })).status).toBe(200)
    expect(
      (await put({ display_name: 'x', scim_group_implicit_role_assignments: [] })).status,
    ).toBe(403)
    expect((await put({ display_name: 'x' })).status).toBe(403)
    expect((await put({})).status).toBe(403)
  })

  describe('group role assignments', () => {
    it('may give a group several roles, each pair once, with the name of the group', async () => {
      const { api, session } = await start({ seed: 'scim' })
      const group_id = groupId(api, 'Sales')
      const row = { group_id, role_id: 'viewer' }
      const answer = await assign(api, session, [row, { group_id, role_id: 'billing_admin' }, row])
      expect(answer.at('data.connection.scim_group_implicit_role_assignments')).toEqual([
        { group_id, role_id: 'viewer', group_name: 'Sales' },
        { group_id, role_id: 'billing_admin', group_name: 'Sales' },
      ])
      const grace = await api.signIn(memberNamed(api.emulator, 'Grace Kimani'))
      const me = await api.call('GET', '/sdk/v1/b2b/organizations/members/me', { session: grace })
      expect(me.at('data.member.roles')).toEqual([
        expect.objectContaining({ role_id: 'stytch_member' }),
        expect.objectContaining({ role_id: 'viewer' }),
        expect.objectContaining({ role_id: 'billing_admin' }),
      ])
    })

    it('keep those of a group that is gone when they are sent again', async () => {
      const { api, session } = await start({ seed: 'scim' })
      const stored = await api.call('GET', SCIM, { session })
      const rows = stored.at('data.connection.scim_group_implicit_role_assignments')
      const gone = expect.objectContaining({
        role_id: 'viewer',
        group_name: 'Contractors 2024',
      }) as unknown
      expect(rows).toContainEqual(gone)
      const saved = await assign(api, session, rows)
      expect(saved.at('data.connection.scim_group_implicit_role_assignments')).toEqual(rows)
    })

    it.each([
      [
        'a group that is not there',
        [{ role_id: 'viewer', group_id: 'none' }],
        'scim_group_role_assignment_group_does_not_exist',
      ],
      [
        'a row without a group',
        [{ role_id: 'viewer' }],
        'scim_group_role_assignment_does_not_contain_group_id',
      ],
      ['what is not a list', { role_id: 'viewer' }, 'bad_request'],
      ['a row that is not an object', ['viewer'], 'bad_request'],
    ])('refuse %s and change nothing', async (_what, rows, errorType) => {
      const { api, session } = await start({ seed: 'scim' })
      const before = api.emulator.snapshot().scim_connections
      const answer = await api.call('PUT', `${SCIM}/${connectionId(api)}`, {
        session,
        body: { display_name: 'Not to be saved', scim_group_implicit_role_assignments: rows },
      })
      expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
      expect(api.emulator.data.scim_connections).toEqual(before)
    })

    it.each(['stytch_member', 'no_such_role'])('refuse the role %s', async (role_id) => {
      const { api, session } = await start({ seed: 'scim' })
      const answer = await assign(api, session, [{ role_id, group_id: groupId(api, 'Sales') }])
      expect(answer.at('error_type')).toBe('invalid_rbac_role_assignment')
    })

    it("may be of the organization's own roles", async () => {
      const { api, session } = await start({ seed: 'scim' })
      const answer = await assign(api, session, [
        { role_id: 'fleet_operator', group_id: groupId(api, 'Sales') },
      ])
      expect(answer.status).toBe(200)
    })
  })
})

describe('rotation of the token', () => {
  it('shows the next token once, and both live until it is completed', async () => {
    const { api, session } = await start({ seed: 'scim' })
    const connection_id = connectionId(api)
    const old = await liveTokens(api)
    const started = await rotate(api, session, 'start')
    const next = started.text('data.connection.next_bearer_token')
    expect(started.at('data.connection.bearer_token_last_four')).toBe(old.bearer_token.slice(-4))
    expect(await liveTokens(api)).toEqual({
      bearer_token: old.bearer_token,
      next_bearer_token: next,
    })
    expect([await push(api, old.bearer_token), await push(api, next)]).toEqual([200, 200])

    const read = await api.call('GET', SCIM, { session })
    expect(read.at('data.connection')).toMatchObject({
      connection_id,
      next_bearer_token_last_four: next.slice(-4),
      next_bearer_token_expires_at: started.at('data.connection.next_bearer_token_expires_at'),
    })
    expect(JSON.stringify(read.at('data'))).not.toContain(next)

    const completed = await rotate(api, session, 'complete')
    expect(completed.at('data.connection')).toMatchObject({
      bearer_token_last_four: next.slice(-4),
      bearer_token_expires_at: started.at('data.connection.next_bearer_token_expires_at'),
      next_bearer_token_last_four: '',
      next_bearer_token_expires_at: null,
    })
    expect([await push(api, old.bearer_token), await push(api, next)]).toEqual([401, 200])
  })

  it('leaves the old token alone when it is cancelled', async () => {
    const { api, session } = await start({ seed: 'scim-rotating' })
    const { bearer_token, next_bearer_token } = await liveTokens(api)
    const cancelled = await rotate(api, session, 'cancel')
    expect(cancelled.at('data.connection.bearer_token_last_four')).toBe(bearer_token.slice(-4))
    expect([await push(api, bearer_token), await push(api, next_bearer_token ?? '')]).toEqual([
      200, 401,
    ])
  })

  it('is not started twice, nor ended when none runs', async () => {
    const { api, session } = await start({ seed: 'scim' })
    for (const step of ['complete', 'cancel'] as const) {
      const answer = await rotate(api, session, step)
      expect([answer.status, answer.at('error_type')]).toEqual([
        400,
        'scim_connection_not_rotating_token',
      ])
    }
    const next = (await rotate(api, session, 'start')).at('data.connection.next_bearer_token')
    const again = await rotate(api, session, 'start')
    expect([again.status, again.at('error_type')]).toEqual([
      400,
      'scim_connection_already_rotating_token',
    ])
    expect((await liveTokens(api)).next_bearer_token).toBe(next)
  })

  it('needs to be told the connection', async () => {
    const { api, session } = await start({ seed: 'scim' })
    const answer = await api.call('POST', `${SCIM}/rotate/start`, { session, body: {} })
    expect(answer.text('error_message')).toBe('connection_id is required.')
  })
})

describe('DELETE /b2b/scim/:connection_id', () => {
  it('keeps the members, and takes what the directory gave them', async () => {
    const { api, session } = await start({ seed: 'scim' })
    const id = connectionId(api)
    const { bearer_token } = await liveTokens(api)
    const liam = await api.signIn(memberNamed(api.emulator, "Liam O'Connor"))

    const deleted = await api.call('DELETE', `${SCIM}/${id}`, { session })
    expect(deleted.at('data.connection_id')).toBe(id)
    expect(api.emulator.data.scim_connections[id]?.status).toBe('deleted')
    expect(api.emulator.data.scim_groups).toEqual({})
    const me = await api.call('GET', '/sdk/v1/b2b/organizations/members/me', { session: liam })
    expect(me.at('data.member')).toMatchObject({
      status: 'active',
      scim_registration: null,
      roles: [{ role_id: 'stytch_member' }],
    })
    expect((await api.call('GET', SCIM, { session })).status).toBe(404)
    expect(await push(api, bearer_token, id)).toBeGreaterThanOrEqual(400)
  })
})

describe('POST /b2b/scim/groups', () => {
  it('gives the groups by name, with what identifies them', async () => {
    const { api, session } = await start({ seed: 'scim' })
    const answer = await api.call('POST', `${SCIM}/groups`, { session, body: {} })
    expect(answer.at('data.scim_groups.1')).toEqual({
      group_id: groupId(api, 'Finance'),
      group_name: 'Finance',
      organization_id: api.emulator.personas[0]?.organization_id,
      connection_id: connectionId(api),
    })
    expect(answer.at('data.next_cursor')).toBeNull()
  })

  it('pages through 500 groups without leaving one out, even when one goes in between', async () => {
    const { api, session } = await start({ seed: 'scim-500-groups' })
    const names: string[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const page = await api.call('POST', `${SCIM}/groups`, {
        session,
        body: { limit: 120, ...(cursor !== null && { cursor }) },
      })
      const groups = page.at('data.scim_groups') as { group_id: string; group_name: string }[]
      names.push(...groups.map(({ group_name }) => group_name))
      if (pages === 0)
        Reflect.deleteProperty(api.emulator.data.scim_groups, groups[0]?.group_id ?? '')
      cursor = page.at('data.next_cursor') as string | null
      pages += 1
    } while (cursor !== null)
    expect(pages).toBe(5)
    expect(new Set(names).size).toBe(500)
  })

  it('gives 100 when not asked for a number, and up to 1000', async () => {
    const { api, session } = await start({ seed: 'scim-500-groups' })
    const count = async (body: object) => {
      const answer = await api.call('POST', `${SCIM}/groups`, { session, body })
      return (answer.at('data.scim_groups') as unknown[]).length
    }
    expect(await count({})).toBe(100)
    expect(await count({ limit: 1000 })).toBe(500)
  })

  it.each([{ limit: 0 }, { limit: 1001 }, { limit: 2.5 }, { cursor: '§' }, { cursor: btoa('{}') }])(
    'refuses %j',
    async (body) => {
      const { api, session } = await start({ seed: 'scim' })
      expect((await api.call('POST', `${SCIM}/groups`, { session, body })).status).toBe(400)
    },
  )
})

interface Start {
  seed?: 'sample' | 'scim' | 'scim-rotating' | 'scim-500-groups'
  persona?: string
  clock?: { now: () => number }
}

async function start({ persona = 'it-admin', ...options }: Start = {}) {
  const api = createApi(options)
  return { api, session: await api.signIn(persona) }
}

function connectionId({ emulator }: Api): string {
  return Object.keys(emulator.data.scim_connections)[0] ?? ''
}

function groupId({ emulator }: Api, name: string): string {
  const group = Object.values(emulator.data.scim_groups).find(
    ({ group_name }) => group_name === name,
  )
  return group?.group_id ?? ''
}

function assign(api: Api, session: string, rows: unknown) {
  return api.call('PUT', `${SCIM}/${connectionId(api)}`, {
    session,
    body: { scim_group_implicit_role_assignments: rows },
  })
}

function rotate(api: Api, session: string, step: 'start' | 'complete' | 'cancel') {
  return api.call('POST', `${SCIM}/rotate/${step}`, {
    session,
    body: { connection_id: connectionId(api) },
  })
}

async function liveTokens(api: Api) {
  const answer = await api.call('GET', '/_emulator/scim')
  return {
    bearer_token: answer.text('connections.0.bearer_token'),
    next_bearer_token: answer.at('connections.0.next_bearer_token') as string | null,
  }
}

/** The status that a directory gets which bears the token. */
async function push(api: Api, token: string, id = connectionId(api)): Promise<number> {
  const { fetch, baseUrl } = api.emulator
  const response = await fetch(`${baseUrl}/v1/b2b/scim/${id}/Users?count=1`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return response.status
}
