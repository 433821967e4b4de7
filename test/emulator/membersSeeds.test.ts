import { createEmulator } from 'orgportal/emulator'
import type { Emulator, SeedName } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

const SEARCH = '/sdk/v1/b2b/organizations/me/members/search'
const EVERYBODY = {
  filter_name: 'statuses',
  filter_value: ['active', 'invited', 'pending', 'deleted'],
}

interface Found {
  name: string
  email_address: string
  status: string
  roles: { role_id: string; sources: { type: string }[] }[]
}

describe('a seed', () => {
  it('shares nothing between the emulators that begin with it', () => {
    for (const { role_ids } of Object.values(createEmulator({ seed: 'sample' }).data.members)) {
      role_ids.push('nobody-else-sees-this')
    }
    const { members } = createEmulator({ seed: 'sample' }).data
    expect(Object.values(members).flatMap(({ role_ids }) => role_ids)).not.toContain(
      'nobody-else-sees-this',
    )
  })
})

describe('the seed members', () => {
  it('has 60 members, with each status and each source of a role', async () => {
    const { search } = await start('members')
    const answer = await search([EVERYBODY])
    expect(answer.at('data.results_metadata.total')).toBe(60)
    const members = found(answer)
    expect(new Set(members.map(({ status }) => status))).toEqual(new Set(EVERYBODY.filter_value))
    const sources = members.flatMap(({ roles }) => roles.flatMap((role) => role.sources))
    expect(new Set(sources.map(({ type }) => type))).toEqual(
      new Set([
        'direct_assignment',
        'email_assignment',
        'sso_connection',
        'sso_connection_group',
        'scim_connection_group',
      ]),
    )
    const { data } = createEmulator({ seed: 'members' })
    const known = new Set(data.project.rbac_policy.roles.map(({ role_id }) => role_id))
    for (const { custom_roles = [] } of Object.values(data.organizations)) {
      for (const { role_id } of custom_roles) known.add(role_id)
    }
    const unknown = members.filter(({ roles }) => roles.some(({ role_id }) => !known.has(role_id)))
    expect(unknown.map(({ name }) => name)).toEqual(['Casper Bloom'])
  })

  it('has a member with everything that one can have', async () => {
    const { api, session, search } = await start('members')
    const imani = memberNamed(api.emulator, 'Imani Cole')
    const answer = await search([{ filter_name: 'member_ids', filter_value: [imani] }])
    expect(answer.at('data.members.0')).toMatchObject({
      mfa_enrolled: true,
      mfa_phone_number: '+12025550143',
      totp_registration_id: expect.stringMatching(/./) as unknown,
      member_password_id: expect.stringMatching(/./) as unknown,
      oauth_registrations: [{ provider_type: 'Google' }, { provider_type: 'Microsoft' }],
      sso_registrations: [{ sso_attributes: { groups: ['Robotics'] } }],
      retired_email_addresses: [{}, {}],
    })
    const apps = await api.call(
      'GET',
      `/sdk/v1/b2b/organizations/members/${imani}/connected_apps`,
      { session },
    )
    const types = (apps.at('data.connected_apps') as { client_type: string }[]).map(
      ({ client_type }) => client_type,
    )
    expect(types).toContain('first_party')
    expect(types).toContain('third_party')
    const sessionsOf = () =>
      Object.values(api.emulator.data.sessions).filter(({ member_id }) => member_id === imani)
    expect(sessionsOf()).toHaveLength(2)
    await api.call('POST', `/sdk/v1/b2b/sessions/revoke/${imani}`, { session })
    expect(sessionsOf()).toEqual([])
  })

  it('has somebody locked out, and somebody who cannot be reactivated', async () => {
    const { api, session, search } = await start('members')
    const petra = memberNamed(api.emulator, 'Petra Vogel')
    const answer = await search([{ filter_name: 'member_ids', filter_value: [petra] }])
    expect(answer.at('data.members.0.is_locked')).toBe(true)
    const refused = await api.call(
      'PUT',
      `/sdk/v1/b2b/organizations/members/${memberNamed(api.emulator, 'Quinn Harper')}/reactivate`,
      { session },
    )
    expect(refused.text('error_type')).toBe('email_unverified_for_reactivation')
  })

  it.each([
    ['members', ['Ada Lovelace', 'Paul Mbeki']],
    ['members-last-admin', ['Ada Lovelace']],
  ] as const)('%s: roles can be managed now by %j', async (seed, names) => {
    const api = createApi({ seed })
    const managers = await peopleWho(api.emulator, async (memberId) => {
      const session = await api.signIn(memberId)
      const answer = await api.call(
        'PUT',
        `/sdk/v1/b2b/organizations/members/${memberNamed(api.emulator, 'Kirsten Holm')}`,
        { session, body: { roles: [] } },
      )
      return answer.status === 200
    })
    expect(managers).toEqual(names)
  })

  it('lets the help desk reset a second factor but give no role, and the recruiter invite only', async () => {
    const { api } = await start('members')
    const hugo = memberNamed(api.emulator, 'Hugo Lambert')
    const as = async (persona: string, method: string, path: string, body?: object) => {
      const session = await api.signIn(persona)
      return (await api.call(method, `/sdk/v1/b2b/${path}`, { session, body })).status
    }
    expect(await as('help-desk', 'DELETE', `organizations/members/totp/${hugo}`)).toBe(200)
    expect(await as('help-desk', 'PUT', `organizations/members/${hugo}`, { roles: [] })).toBe(403)
    const invite = { email_address: 'new@northwind.example' }
    expect(await as('recruiter', 'POST', 'magic_links/email/invite', invite)).toBe(200)
    const asAdmin = { email_address: 'other@northwind.example', roles: ['stytch_admin'] }
    expect(await as('recruiter', 'POST', 'magic_links/email/invite', asAdmin)).toBe(403)
    expect(await as('recruiter', 'PUT', `organizations/members/${hugo}`, { name: 'X' })).toBe(403)
  })

  it.each([
    ['members', [200, 200]],
    ['members-restricted', [200, 400]],
    ['members-invites-off', [403, 403]],
  ] as const)('%s answers invitations from within and without %j', async (seed, statuses) => {
    const { api, session } = await start(seed)
    const answers = []
    for (const email_address of ['new@contractors.northwind.example', 'new@elsewhere.example']) {
      answers.push(
        await api.call('POST', '/sdk/v1/b2b/magic_links/email/invite', {
          session,
          body: { email_address },
        }),
      )
    }
    expect(answers.map(({ status }) => status)).toEqual(statuses)
  })
})

describe('ten-thousand-members', () => {
  it.each([
    { filter_name: 'statuses', filter_value: ['deleted'] },
    { filter_name: 'statuses', filter_value: ['invited'] },
    { filter_name: 'statuses', filter_value: ['pending'] },
    { filter_name: 'member_is_breakglass', filter_value: true },
    { filter_name: 'member_password_exists', filter_value: true },
    { filter_name: 'member_totp_exists', filter_value: true },
    { filter_name: 'member_oauth_providers', filter_value: ['Google'] },
    { filter_name: 'member_oauth_providers', filter_value: ['Microsoft'] },
    { filter_name: 'member_mfa_phone_number_fuzzy', filter_value: '+4670' },
    { filter_name: 'member_roles', filter_value: ['fleet_operator'] },
    { filter_name: 'member_email_fuzzy', filter_value: '@contractors' },
  ])('has some, not all, for the filter %j', async (operand) => {
    const { search } = await start('ten-thousand-members')
    const total = (await search([operand])).at('data.results_metadata.total')
    expect(total).toBeGreaterThan(2)
    expect(total).toBeLessThan(5000)
  })

  it('finds by role whoever has it from anywhere', async () => {
    const { search } = await start('ten-thousand-members')
    const all = await everyPage(search, [EVERYBODY])
    for (const role of ['viewer', 'engineer', 'billing_admin', 'line_supervisor']) {
      const operands = [EVERYBODY, { filter_name: 'member_roles', filter_value: [role] }]
      const having = all.filter(({ roles }) => roles.some(({ role_id }) => role_id === role))
      const answer = await everyPage(search, operands)
      expect(answer.map(({ email_address }) => email_address)).toEqual(
        having.map(({ email_address }) => email_address),
      )
    }
    const types = all.flatMap(({ roles }) => roles.flatMap(({ sources }) => sources))
    expect(new Set(types.map(({ type }) => type))).toEqual(
      new Set(['direct_assignment', 'email_assignment', 'sso_connection_group']),
    )
  })
})

async function start(seed: SeedName) {
  const api = createApi({ seed })
  const session = await api.signIn('admin')
  return {
    api,
    session,
    search: (operands: readonly object[], page: object = {}) =>
      api.call('POST', SEARCH, {
        session,
        body: { limit: 1000, ...page, query: { operator: 'AND', operands } },
      }),
  }
}

type Search = Awaited<ReturnType<typeof start>>['search']

async function everyPage(search: Search, operands: readonly object[]): Promise<Found[]> {
  const members: Found[] = []
  let cursor: unknown = null
  do {
    const answer = await search(operands, { cursor })
    members.push(...found(answer))
    cursor = answer.at('data.results_metadata.next_cursor')
  } while (cursor !== null)
  return members
}

function found(answer: Answer): Found[] {
  return answer.at('data.members') as Found[]
}

/** Names of those who may, of all who can sign in. */
async function peopleWho(
  { data }: Emulator,
  may: (memberId: string) => Promise<boolean>,
): Promise<string[]> {
  const [northwind] = Object.values(data.organizations)
  const names = []
  for (const { member_id, name, status, organization_id, is_locked } of Object.values(
    data.members,
  )) {
    if (status !== 'active' || is_locked || organization_id !== northwind?.organization_id) continue
    if (await may(member_id)) names.push(name)
  }
  return names
}
