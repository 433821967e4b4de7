import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

describe('GET /b2b/organizations/members/me', () => {
  it('gives the member whose session it is, with what the directory knows', async () => {
    const api = createApi({ seed: 'scim' })
    const session = await api.signIn(memberNamed(api.emulator, 'Grace Kimani'))
    const answer = await api.call('GET', '/sdk/v1/b2b/organizations/members/me', { session })
    expect(answer.at('data.member')).toMatchObject({
      name: 'Grace Kimani',
      is_admin: false,
      scim_registration: {
        connection_id: Object.keys(api.emulator.data.scim_connections)[0],
        scim_attributes: { user_name: 'grace.kimani@northwind.example', active: true },
      },
    })
    expect(answer.at('data.member')).not.toHaveProperty('role_ids')
    expect(answer.at('data.member')).not.toHaveProperty('scim')
  })
})

describe('POST /b2b/organizations/me/members/search', () => {
  it('finds all but the deleted, in a fixed order, with their organization', async () => {
    const { api, search } = await start()
    const answer = await search({})
    expect(answer.at('data.results_metadata')).toEqual({ total: 23, next_cursor: null })
    expect(names(answer)).not.toContain('Søren Krogh')
    expect(names(await search({}))).toEqual(names(answer))
    const organizationId = api.emulator.personas[0]?.organization_id ?? ''
    expect(answer.at(`data.organizations.${organizationId}.organization_slug`)).toBe('northwind')
  })

  it.each([
    ['member_emails', ['ADA.lovelace@northwind.example'], ['Ada Lovelace']],
    ['member_email_fuzzy', 'LOVE', ['Ada Lovelace']],
    ['member_is_breakglass', true, ['Olu Adeyemi']],
    ['statuses', ['invited', 'deleted'], ['Priya Nair', 'Søren Krogh']],
    ['member_mfa_phone_numbers', ['+46701740605'], ['Jonas Lindqvist']],
    ['member_mfa_phone_number_fuzzy', '17406', ['Jonas Lindqvist']],
    ['member_password_exists', true, ['Hiroshi Sato', 'Olu Adeyemi']],
    ['member_roles', ['stytch_admin', 'auditor'], ['Ada Lovelace', 'Aiko Tanaka', 'Olu Adeyemi']],
    ['member_ids', ['none'], []],
    ['member_ids', ['hr-7'], ['Grace Kimani']],
    ['member_external_ids', ['hr-7', 'hr-8'], ['Grace Kimani']],
    ['member_totp_exists', true, ['Dmitri Volkov']],
    ['member_oauth_providers', ['google'], ['Kavya Raman']],
    ['organization_slug', 'tern', []],
    ['organization_slug_fuzzy', 'ORTHWIN', undefined],
  ])('filters by %s = %j', async (filter_name, filter_value, expected) => {
    const { api, search } = await start()
    const of = (name: string) => api.emulator.data.members[memberNamed(api.emulator, name)]
    Object.assign(of('Grace Kimani') ?? {}, { external_id: 'hr-7' })
    of('Kavya Raman')?.oauth_registrations.push({
      member_oauth_registration_id: 'oauth-registration-test-1',
      provider_subject: '1',
      provider_type: 'Google',
      profile_picture_url: null,
      locale: null,
    })
    const answer = await search({
      query: { operator: 'AND', operands: [{ filter_name, filter_value }] },
    })
    if (expected === undefined) expect(names(answer)).toHaveLength(23)
    else expect(names(answer).sort()).toEqual(expected)
  })

  it('finds members by the roles that a directory group gives them', async () => {
    const { search } = await start('scim')
    const operands = [{ filter_name: 'member_roles', filter_value: ['it_admin'] }]
    const answer = await search({ query: { operator: 'AND', operands } })
    expect(names(answer).sort()).toEqual(['Dmitri Volkov', 'Ines Okafor', "Liam O'Connor"])
  })

  it('joins operands with AND or OR', async () => {
    const { search } = await start()
    const operands = [
      { filter_name: 'member_roles', filter_value: ['stytch_admin'] },
      { filter_name: 'member_is_breakglass', filter_value: true },
    ]
    expect(names(await search({ query: { operator: 'AND', operands } }))).toEqual(['Olu Adeyemi'])
    expect(names(await search({ query: { operator: 'OR', operands } })).sort()).toEqual([
      'Ada Lovelace',
      'Olu Adeyemi',
    ])
  })

  it('pages, and tells the total on each page', async () => {
    const { search } = await start()
    const first = await search({ limit: 20 })
    const second = await search({
      limit: 20,
      cursor: first.at('data.results_metadata.next_cursor'),
    })
    expect([names(first).length, names(second).length]).toEqual([20, 3])
    expect(second.at('data.results_metadata')).toEqual({ total: 23, next_cursor: null })
    expect(new Set([...names(first), ...names(second)]).size).toBe(23)
  })

  it.each([
    [{ filter_value: [] }, 'member_search_missing_filter_name'],
    [{ filter_name: 7, filter_value: [] }, 'member_search_filter_name_must_be_string'],
    [
      { filter_name: 'member_ids', filter_value: ['member-test-1', 'hr-7'] },
      'member_search_cannot_mix_internal_and_external_member_ids',
    ],
    [
      { filter_name: 'organization_slug_fuzzy', filter_value: 'no' },
      'member_search_organization_slug_fuzzy_too_short',
    ],
    [
      { filter_name: 'member_mfa_phone_number_fuzzy', filter_value: '46' },
      'member_search_member_mfa_phone_number_fuzzy_too_short',
    ],
    [{ filter_name: 'shoe_size', filter_value: 42 }, 'member_search_filter_name_not_recognized'],
    [{ filter_name: 'member_ids' }, 'member_search_missing_filter_value'],
    [{ filter_name: 'member_ids', filter_value: 'x' }, 'member_search_expected_array_of_strings'],
    [
      { filter_name: 'member_is_breakglass', filter_value: 'yes' },
      'member_search_expected_boolean',
    ],
    [{ filter_name: 'member_email_fuzzy', filter_value: ['x'] }, 'member_search_expected_string'],
    [
      { filter_name: 'member_email_fuzzy', filter_value: 'xy' },
      'member_search_member_email_fuzzy_too_short',
    ],
    [{ filter_name: 'statuses', filter_value: ['asleep'] }, 'search_invalid_status_filter'],
  ])('refuses the operand %j', async (operand, errorType) => {
    const { search } = await start()
    const answer = await search({ query: { operator: 'AND', operands: [operand] } })
    expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
  })

  it('needs stytch.member search', async () => {
    const api = createApi()
    const session = await api.signIn('member')
    const answer = await api.call('POST', '/sdk/v1/b2b/organizations/me/members/search', {
      session,
    })
    expect([answer.status, answer.at('error_type')]).toEqual([403, 'session_authorization_error'])
  })

  it('answers a page out of ten thousand quickly', async () => {
    const { search } = await start('ten-thousand-members')
    await search({ limit: 1 })
    const started = performance.now()
    const answer = await search({ limit: 100 })
    expect(performance.now() - started).toBeLessThan(500)
    expect(names(answer)).toHaveLength(100)
  })
})

async function start(seed: 'sample' | 'scim' | 'ten-thousand-members' = 'sample') {
  const api = createApi({ seed })
  const session = await api.signIn('auditor')
  return {
    api,
    search: (body: object) =>
      api.call('POST', '/sdk/v1/b2b/organizations/me/members/search', { session, body }),
  }
}

function names(answer: Answer): string[] {
  return (answer.at('data.members') as { name: string }[]).map(({ name }) => name)
}
