import type { EmulatorOptions } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

/** A host's backend. */
function createBackend(options: EmulatorOptions = {}) {
  const api = createApi(options)
  const { project_id, secret } = api.emulator.data.project
  const authorization = `Basic ${btoa(`${project_id}:${secret}`)}`
  const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
    api.call(method, `/v1/b2b${path}`, { headers: { authorization }, body })
  return { ...api, ask }
}

async function signInWithJwt({ call, emulator }: ReturnType<typeof createBackend>) {
  const { token } = emulator.createMagicLink('admin')
  return call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
    body: { magic_links_token: token, session_duration_minutes: 60 },
  })
}

describe('the server API', () => {
  it.each([
    ['nothing', '', 'unauthorized_credentials'],
    [
      'another project',
      `Basic ${btoa('project-test-x:secret')}`,
      'invalid_project_id_authentication',
    ],
    ['no base64', 'Basic ====', 'unauthorized_credentials'],
  ])('refuses %s as credentials', async (_what, authorization, errorType) => {
    const { call } = createBackend()
    const answer = await call('GET', '/v1/b2b/organizations/northwind', {
      headers: { authorization },
    })
    expect([answer.status, answer.at('error_type')]).toEqual([401, errorType])
  })

  it('refuses a wrong secret, and the public token', async () => {
    const { call, emulator } = createBackend()
    const { project_id, public_token } = emulator.data.project
    for (const credentials of [`${project_id}:wrong`, `${project_id}:`, `${public_token}:x`]) {
      const answer = await call('POST', '/v1/b2b/organizations/search', {
        headers: { authorization: `Basic ${btoa(credentials)}` },
        body: {},
      })
      expect(answer.status).toBe(401)
    }
  })

  it('answers without an envelope, and 501 for what it does not have', async () => {
    const { ask } = createBackend()
    const answer = await ask('GET', '/organizations/northwind')
    expect(answer.at('status_code')).toBe(200)
    expect(answer.text('request_id')).toMatch(/^request-id-test-/)
    expect(answer.at('organization.organization_name')).toBe('Northwind Robotics')
    expect((await ask('POST', '/nothing', {})).status).toBe(501)
  })

  describe('sessions', () => {
    it('authenticates a token or a JWT, and adds claims', async () => {
      const backend = createBackend()
      const signedIn = await signInWithJwt(backend)
      for (const body of [
        { session_token: signedIn.text('data.session_token') },
        { session_jwt: signedIn.text('data.session_jwt') },
      ]) {
        const answer = await backend.ask('POST', '/sessions/authenticate', {
          ...body,
          session_custom_claims: { plan: 'gold' },
        })
        expect(answer.at('member.name')).toBe('Ada Lovelace')
        expect(answer.at('member_session.custom_claims')).toEqual({ plan: 'gold' })
        const [, payload = ''] = answer.text('session_jwt').split('.')
        expect(JSON.parse(atob(payload))).toMatchObject({ plan: 'gold' })
      }
      const reserved = await backend.ask('POST', '/sessions/authenticate', {
        session_token: signedIn.text('data.session_token'),
        session_custom_claims: { sub: 'me' },
      })
      expect(reserved.status).toBe(400)
    })

    it('takes a JWT that is over while its session is not, and none that was altered', async () => {
      const backend = createBackend()
      const jwt = (await signInWithJwt(backend)).text('data.session_jwt')
      backend.emulator.clock.advance(10 * 60_000)
      expect(
        (await backend.ask('POST', '/sessions/authenticate', { session_jwt: jwt })).status,
      ).toBe(200)
      const [header = '', , signature = ''] = jwt.split('.')
      const forged = `${header}.${btoa(JSON.stringify({ sub: 'x' })).replaceAll('=', '')}.${signature}`
      const refused = await backend.ask('POST', '/sessions/authenticate', { session_jwt: forged })
      expect(refused.status).toBe(400)
      backend.emulator.clock.advance(51 * 60_000)
      const over = await backend.ask('POST', '/sessions/authenticate', { session_jwt: jwt })
      expect([over.status, over.at('error_type')]).toEqual([404, 'session_not_found'])
      const both = await backend.ask('POST', '/sessions/authenticate', {})
      expect([both.status, both.at('error_type')]).toEqual([400, 'invalid_session_fields'])
    })

    it('checks an authorization, by organization, resource and action', async () => {
      const { ask, signIn, emulator } = createBackend()
      const session_token = await signIn('auditor')
      const northwind = emulator.personas[0]?.organization_id
      const check = (organization_id: string | undefined, action: string) =>
        ask('POST', '/sessions/authenticate', {
          session_token,
          authorization_check: { organization_id, resource_id: 'stytch.sso', action },
        })
      expect((await check(northwind, 'get')).at('verdict')).toEqual({
        authorized: true,
        granting_roles: ['auditor'],
      })
      expect((await check(northwind, 'create')).at('error_type')).toBe(
        'session_authorization_error',
      )
      expect((await check('tern', 'get')).at('error_type')).toBe(
        'session_authorization_tenancy_error',
      )
    })

    it('lists and revokes the sessions of a member', async () => {
      const { ask, signIn, emulator } = createBackend()
      const [first, second] = [await signIn('admin'), await signIn('admin')]
      const { member_id, organization_id } = emulator.personas[0] ?? {}
      const list = () =>
        ask(
          'GET',
          `/sessions?organization_id=${organization_id ?? ''}&member_id=${member_id ?? ''}`,
        )
      expect((await list()).at('member_sessions')).toHaveLength(2)
      await ask('POST', '/sessions/revoke', { session_token: first })
      expect((await list()).at('member_sessions')).toHaveLength(1)
      expect((await ask('POST', '/sessions/authenticate', { session_token: first })).status).toBe(
        404,
      )
      const id = (await list()).text('member_sessions.0.member_session_id')
      await ask('POST', '/sessions/revoke', { member_session_id: id })
      expect((await ask('POST', '/sessions/authenticate', { session_token: second })).status).toBe(
        404,
      )
      await signIn('admin')
      expect((await ask('POST', '/sessions/revoke', { member_id })).status).toBe(200)
      expect((await list()).at('member_sessions')).toEqual([])
      expect(
        (await ask('POST', '/sessions/revoke', { member_id, session_token: first })).status,
      ).toBe(400)
    })
  })

  describe('organizations', () => {
    it('are made, read, changed and deleted', async () => {
      const { ask } = createBackend()
      const made = await ask('POST', '/organizations', {
        organization_name: 'Gull Ferries',
        organization_external_id: 'customer-7',
        trusted_metadata: { plan: 'gold' },
        mfa_policy: 'REQUIRED_FOR_ALL',
      })
      expect(made.at('organization')).toMatchObject({
        organization_slug: 'gull-ferries',
        trusted_metadata: { plan: 'gold' },
        mfa_policy: 'REQUIRED_FOR_ALL',
      })
      const id = made.text('organization.organization_id')
      for (const name of [id, 'gull-ferries', 'customer-7']) {
        expect(
          (await ask('GET', `/organizations/${name}`)).at('organization.organization_id'),
        ).toBe(id)
      }
      const changed = await ask('PUT', `/organizations/${id}`, {
        organization_name: 'Gulls',
        trusted_metadata: { plan: null, seats: 5 },
        claimed_email_domains: ['gulls.example'],
      })
      expect(changed.at('organization')).toMatchObject({
        organization_name: 'Gulls',
        trusted_metadata: { seats: 5 },
        claimed_email_domains: ['gulls.example'],
        organization_external_id: 'customer-7',
      })
      expect((await ask('DELETE', `/organizations/${id}`)).at('organization_id')).toBe(id)
      expect((await ask('GET', `/organizations/${id}`)).at('error_type')).toBe(
        'organization_not_found',
      )
    })

    it('are refused with the errors of the API, and then not made', async () => {
      const { ask, emulator } = createBackend()
      const count = Object.keys(emulator.data.organizations).length
      for (const [body, errorType] of [
        [{}, 'organization_name_missing'],
        [
          { organization_name: 'X', organization_slug: 'northwind' },
          'organization_slug_already_used',
        ],
        [{ organization_name: 'X', mfa_policy: 'SOMETIMES' }, 'invalid_organization_mfa_policy'],
        [{ organization_name: 'X', trusted_metadata: 7 }, 'metadata_invalid_format'],
        [
          { organization_name: 'X', claimed_email_domains: ['gmail.com'] },
          'organization_settings_claimed_domain_too_common',
        ],
      ] as const) {
        const answer = await ask('POST', '/organizations', body)
        expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
      }
      expect(Object.keys(emulator.data.organizations)).toHaveLength(count)
    })

    it('are searched by filters, in pages', async () => {
      const { ask } = createBackend({ seed: 'agency' })
      const search = async (operand: object) => {
        const answer = await ask('POST', '/organizations/search', {
          query: { operator: 'AND', operands: [operand] },
        })
        const found = answer.at('organizations') as { organization_slug: string }[]
        return found.map(({ organization_slug }) => organization_slug).sort()
      }
      expect(
        await search({ filter_name: 'organization_name_fuzzy', filter_value: 'harbor' }),
      ).toEqual(['harbor-hotels'])
      expect(
        await search({ filter_name: 'member_emails', filter_value: ['dario@brightside.example'] }),
      ).toEqual(['brightside-studio'])
      expect(
        await search({ filter_name: 'has_active_sso_connection', filter_value: true }),
      ).toEqual(['delta-dental'])
      expect(
        await search({ filter_name: 'allowed_domains', filter_value: ['iris.example'] }),
      ).toEqual(['iris-insurance'])
      const first = await ask('POST', '/organizations/search', { limit: 4 })
      expect(first.at('results_metadata.total')).toBe(11)
      const next = await ask('POST', '/organizations/search', {
        limit: 10,
        cursor: first.text('results_metadata.next_cursor'),
      })
      expect(next.at('organizations')).toHaveLength(7)
      const wrong = await ask('POST', '/organizations/search', {
        query: { operands: [{ filter_name: 'x' }] },
      })
      expect(wrong.at('error_type')).toBe('organization_search_filter_name_not_recognized')
    })
  })

  describe('members', () => {
    it('are made, read, changed, deleted and reactivated', async () => {
      const { ask } = createBackend()
      const made = await ask('POST', '/organizations/northwind/members', {
        email_address: 'nora@northwind.example',
        name: 'Nora',
        external_id: 'user-9',
        roles: ['engineer'],
        trusted_metadata: { badge: 7 },
      })
      expect(made.at('member')).toMatchObject({ name: 'Nora', trusted_metadata: { badge: 7 } })
      const id = made.text('member_id')
      for (const query of [
        'email_address=nora%40northwind.example',
        `member_id=${id}`,
        'member_id=user-9',
      ]) {
        expect((await ask('GET', `/organizations/northwind/member?${query}`)).at('member_id')).toBe(
          id,
        )
      }
      const path = `/organizations/northwind/members/${id}`
      expect(
        (await ask('PUT', path, { name: 'Nora B', is_breakglass: true })).at('member'),
      ).toMatchObject({
        name: 'Nora B',
        is_breakglass: true,
        trusted_metadata: { badge: 7 },
      })
      expect((await ask('DELETE', path)).at('member_id')).toBe(id)
      expect((await ask('PUT', path, { name: 'Gone' })).status).toBe(404)
      const reactivated = await ask('PUT', `${path}/reactivate`)
      expect(reactivated.at('error_type')).toBe('email_unverified_for_reactivation')
    })

    it('of another organization are unknown, and addresses and external ids are unique', async () => {
      const { ask, emulator } = createBackend()
      const ada = emulator.personas[0]?.member_id ?? ''
      expect((await ask('PUT', `/organizations/tern/members/${ada}`, { name: 'X' })).status).toBe(
        404,
      )
      expect((await ask('DELETE', `/organizations/tern/members/${ada}`)).status).toBe(404)
      const twice = await ask('POST', '/organizations/northwind/members', {
        email_address: 'Ada.Lovelace@northwind.example',
      })
      expect(twice.at('error_type')).toBe('duplicate_member_email')
      await ask('PUT', `/organizations/northwind/members/${ada}`, { external_id: 'ada' })
      const other = memberNamed(emulator, 'Bruno Costa')
      const taken = await ask('PUT', `/organizations/northwind/members/${other}`, {
        external_id: 'ada',
      })
      expect(taken.at('error_type')).toBe('duplicate_member_external_id')
    })

    it('are searched in several organizations at once', async () => {
      const { ask } = createBackend()
      const search = (body: object) => ask('POST', '/organizations/members/search', body)
      const ada = await search({
        organization_ids: ['northwind', 'tern'],
        query: {
          operator: 'AND',
          operands: [{ filter_name: 'member_email_fuzzy', filter_value: 'ada.l' }],
        },
      })
      expect(ada.at('results_metadata.total')).toBe(2)
      const first = await search({ organization_ids: ['northwind'], limit: 20 })
      expect(first.at('members')).toHaveLength(20)
      const rest = await search({
        organization_ids: ['northwind'],
        cursor: first.text('results_metadata.next_cursor'),
      })
      expect(rest.at('results_metadata.next_cursor')).toBe(null)
      expect((await search({})).at('error_type')).toBe('member_search_organization_ids_empty')
    })
  })

  describe('RBAC', () => {
    it('gives the policy and sets it, for members who are signed in too', async () => {
      const { ask, call, signIn } = createBackend()
      const session = await signIn('people-manager')
      const policy = (await ask('GET', '/rbac/policy')).at('policy') as object
      expect(policy).toHaveProperty('resources')
      const set = await ask('PUT', '/rbac/policy', {
        policy: {
          resources: [{ resource_id: 'boat', actions: ['sail'] }],
          roles: [{ role_id: 'captain', permissions: [{ resource_id: 'boat', actions: ['*'] }] }],
        },
      })
      expect(set.at('policy.roles.2')).toMatchObject({ role_id: 'captain' })
      // Her role is gone, and with it what it allowed.
      const search = await call('POST', '/sdk/v1/b2b/organizations/me/members/search', {
        session,
        body: {},
      })
      expect(search.status).toBe(403)
    })

    it('refuses a policy that contradicts itself, with each place', async () => {
      const { ask, emulator } = createBackend()
      const before = emulator.data.project.rbac_policy
      const answer = await ask('PUT', '/rbac/policy', {
        policy: {
          resources: [{ resource_id: 'boat', actions: ['sail', 'sail'] }],
          roles: [
            { role_id: 'a', permissions: [{ resource_id: 'boat', actions: ['fly'] }] },
            { role_id: 'a' },
          ],
        },
      })
      expect(answer.status).toBe(400)
      expect(answer.text('error_message')).toMatch(
        /resources\[0\]\.actions names sail twice.*roles\[0\]\.permissions\[0\]\.actions names the action fly.*roles names a twice/,
      )
      expect(emulator.data.project.rbac_policy).toEqual(before)
    })

    it('gives and sets the roles of one organization', async () => {
      const { ask } = createBackend()
      const roles = (await ask('GET', '/rbac/organizations/northwind')).at('org_policy.roles')
      expect(roles).toMatchObject([{ role_id: 'fleet_operator' }])
      const set = await ask('PUT', '/rbac/organizations/northwind', {
        org_policy: { roles: [{ role_id: 'pilot', permissions: { document: ['read'] } }] },
      })
      expect(set.at('org_policy.roles.0.permissions')).toEqual([
        { resource_id: 'document', actions: ['read'] },
      ])
      expect(
        (await ask('GET', '/organizations/northwind')).at('organization.custom_roles.0.role_id'),
      ).toBe('pilot')
    })
  })
})
