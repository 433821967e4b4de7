import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Api } from './api.ts'
import {
  alter,
  API,
  authenticateLink,
  CHALLENGE,
  discover,
  lastMessage,
  loginOrSignup,
  refusal,
  settle,
  VERIFIER,
} from './signInCalls.ts'

const MINUTE = 60_000
const MIA = 'mia.svensson@northwind.example'

describe('POST magic_links/email/login_or_signup', () => {
  it('mails a member a link that signs in', async () => {
    const api = createApi()
    const answer = await loginOrSignup(api, 'MIA.Svensson@northwind.example')
    expect(answer.at('data')).toEqual({
      request_id: expect.any(String) as unknown,
      status_code: 200,
    })
    const mail = lastMessage(api.emulator)
    expect(mail).toMatchObject({
      channel: 'email',
      template: 'magic_link',
      to: MIA,
      token_type: 'multi_tenant_magic_links',
    })
    expect(mail.url).toBe(
      `http://localhost:3000/authenticate?stytch_token_type=multi_tenant_magic_links&token=${mail.token}`,
    )
    const signedIn = await authenticateLink(api, mail.token)
    expect(signedIn.at('data.member.name')).toBe('Mia Svensson')
    expect(signedIn.text('data.method_id')).toMatch(/^email-test-/)
  })

  it('makes a pending member of somebody with an address in an allowed domain, whom the link makes active', async () => {
    const api = createApi()
    await loginOrSignup(api, 'new@contractors.northwind.example', {
      login_redirect_url: 'https://app.example/login',
      signup_redirect_url: 'https://app.example/signup?from=1',
    })
    const mail = lastMessage(api.emulator)
    expect(mail.url).toMatch(/^https:\/\/app\.example\/signup\?from=1&stytch_token_type=/)
    const pending = Object.values(api.emulator.data.members).at(-1)
    expect(pending).toMatchObject({ status: 'pending', email_address_verified: false })
    const answer = await authenticateLink(api, mail.token)
    expect(answer.at('data.member')).toMatchObject({
      status: 'active',
      email_address_verified: true,
      member_id: pending?.member_id,
    })
    expect(answer.at('data.member_session.roles')).toEqual(['stytch_member', 'viewer'])
  })

  it.each([
    ['another domain', {}, 400, 'invalid_email_for_jit_provisioning'],
    [
      'an organization that is closed',
      { email_jit_provisioning: 'NOT_ALLOWED' },
      403,
      'email_jit_provisioning_not_allowed',
    ],
  ])('refuses newcomers of %s, and makes no member', async (_what, settings, status, type) => {
    const api = createApi()
    settle(api.emulator, 'northwind', settings)
    const before = Object.keys(api.emulator.data.members).length
    expect(refusal(await loginOrSignup(api, 'new@elsewhere.example'))).toEqual([status, type])
    expect(Object.keys(api.emulator.data.members)).toHaveLength(before)
    expect(api.emulator.inbox).toEqual([])
  })

  it('refuses newcomers whose domain another organization has claimed', async () => {
    const api = createApi()
    settle(api.emulator, 'tern', { claimed_email_domains: ['contractors.northwind.example'] })
    expect(refusal(await loginOrSignup(api, 'new@contractors.northwind.example'))).toEqual([
      403,
      'action_not_allowed_email_domain_is_claimed',
    ])
  })

  it('refuses a former address of another member', async () => {
    const api = createApi()
    alter(api.emulator, 'Mia Svensson', {
      retired_email_addresses: [{ email_id: 'e1', email_address: 'old@northwind.example' }],
    })
    expect(refusal(await loginOrSignup(api, 'Old@northwind.example'))).toEqual([
      400,
      'retired_member_email',
    ])
  })

  it('refuses when the organization does not allow links, except for break-glass members', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
    expect(refusal(await loginOrSignup(api, MIA))).toEqual([
      403,
      'operation_restricted_by_organization_auth_methods',
    ])
    expect((await loginOrSignup(api, 'olu.adeyemi@northwind.example')).status).toBe(200)
  })

  it.each([
    ['an address that is none', { email_address: 'mia' }, 400, 'invalid_email'],
    [
      'a script to lead back to',
      { login_redirect_url: 'javascript:1' },
      400,
      'invalid_login_redirect_url',
    ],
    [
      'a signup address that is none',
      { signup_redirect_url: 'nowhere' },
      400,
      'invalid_signup_redirect_url',
    ],
    ['a link for 4 minutes', { login_expiration_minutes: 4 }, 400, 'invalid_expiration'],
    ['a link for 8 days', { signup_expiration_minutes: 11_520 }, 400, 'invalid_expiration'],
    ['an unknown organization', { organization_id: 'constructor' }, 404, 'organization_not_found'],
    [
      'a challenge that is none',
      { pkce_code_challenge: 'short' },
      400,
      'invalid_pkce_code_challenge',
    ],
  ])('refuses %s', async (_what, fields, status, type) => {
    expect(refusal(await loginOrSignup(createApi(), MIA, fields))).toEqual([status, type])
  })

  it('wants a code challenge where the project does, and the verifier with the link', async () => {
    const api = createApi()
    api.emulator.data.project.pkce_required.email_magic_links = true
    expect(refusal(await loginOrSignup(api, MIA))).toEqual([400, 'invalid_pkce_code_challenge'])
    await loginOrSignup(api, MIA, { pkce_code_challenge: CHALLENGE })
    const { token } = lastMessage(api.emulator)
    expect(refusal(await authenticateLink(api, token))).toEqual([
      400,
      'pkce_expected_code_verifier',
    ])
    expect((await authenticateLink(api, token, { pkce_code_verifier: VERIFIER })).status).toBe(200)
  })

  it('makes links that last as long as was said', async () => {
    const api = createApi()
    await loginOrSignup(api, MIA, { login_expiration_minutes: 5 })
    const short = lastMessage(api.emulator).token
    await loginOrSignup(api, MIA, { login_expiration_minutes: 10_080 })
    const long = lastMessage(api.emulator).token
    api.emulator.clock.advance(5 * MINUTE)
    expect(refusal(await authenticateLink(api, short))).toEqual([401, 'unable_to_auth_magic_link'])
    api.emulator.clock.advance(10_074 * MINUTE)
    expect((await authenticateLink(api, long)).status).toBe(200)
  })
})

describe('POST magic_links/email/invite', () => {
  it('makes an invited member with name, metadata and roles, whom the link makes active', async () => {
    const api = createApi()
    const answer = await invite(api, {
      name: 'Nora Berg',
      roles: ['engineer'],
      untrusted_metadata: { desk: 4 },
    })
    expect(answer.at('data')).toMatchObject({
      member: {
        status: 'invited',
        email_address_verified: false,
        name: 'Nora Berg',
        untrusted_metadata: { desk: 4 },
      },
      organization: { organization_slug: 'northwind' },
    })
    expect(answer.at('data.member_id')).toBe(answer.at('data.member.member_id'))
    const mail = lastMessage(api.emulator)
    expect(mail).toMatchObject({ template: 'invite', to: 'nora@partner.example' })
    api.emulator.clock.advance((10_080 - 1) * MINUTE)
    const joined = await authenticateLink(api, mail.token)
    expect(joined.at('data.member')).toMatchObject({ status: 'active', name: 'Nora Berg' })
    expect(joined.at('data.member_session.roles')).toEqual(['stytch_member', 'engineer'])
  })

  it('lasts a week', async () => {
    const api = createApi()
    await invite(api)
    api.emulator.clock.advance(10_080 * MINUTE)
    expect(refusal(await authenticateLink(api, lastMessage(api.emulator).token))).toEqual([
      401,
      'unable_to_auth_magic_link',
    ])
  })

  it('goes out again to who is invited or pending, and not to who is active', async () => {
    const api = createApi()
    const again = await invite(api, { email_address: 'priya.nair@northwind.example' })
    expect(again.at('data.member_id')).toBe(memberNamed(api.emulator, 'Priya Nair'))
    const pending = await invite(api, { email_address: 'quentin.dubois@northwind.example' })
    expect(pending.at('data.member.status')).toBe('invited')
    expect(refusal(await invite(api, { email_address: MIA }))).toEqual([
      400,
      'duplicate_member_email',
    ])
  })

  it.each([
    [{ email_invites: 'NOT_ALLOWED' }, 403],
    [{ email_invites: 'RESTRICTED' }, 400],
  ])('follows %o', async (settings, status) => {
    const api = createApi()
    settle(api.emulator, 'northwind', settings)
    expect(refusal(await invite(api))).toEqual([status, 'invalid_email_for_invites'])
    const ofDomain = await invite(api, { email_address: 'new@northwind.example' })
    expect(ofDomain.status).toBe(status === 400 ? 200 : 403)
  })

  it('needs the right to create members, and to give roles that of giving roles', async () => {
    const api = createApi()
    expect(refusal(await invite(api, {}, 'member'))).toEqual([403, 'session_authorization_error'])
    expect(refusal(await invite(api, { roles: ['no-such-role'] }))).toEqual([400, 'invalid_role'])
    const { roles } = api.emulator.data.project.rbac_policy
    const manager = roles.find(({ role_id }) => role_id === 'people_manager')
    manager?.permissions.splice(0, manager.permissions.length, {
      resource_id: 'stytch.member',
      actions: ['create'],
    })
    expect((await invite(api, {}, 'people-manager')).status).toBe(200)
    expect(refusal(await invite(api, { roles: ['stytch_admin'] }, 'people-manager'))).toEqual([
      403,
      'session_authorization_error',
    ])
    const unknown = await api.call('POST', `${API}/magic_links/email/invite`, { body: {} })
    expect(refusal(unknown)).toEqual([401, 'user_unauthenticated'])
  })
})

describe('POST magic_links/discovery/authenticate', () => {
  it('proves the address that the link was mailed to, once', async () => {
    const api = createApi()
    const answer = await discover(api, 'Ada.Lovelace@northwind.example')
    expect(answer.at('data.email_address')).toBe('Ada.Lovelace@northwind.example')
    const slugs = ['northwind', 'tern']
    expect(
      slugs.map((_, index) =>
        answer.at(`data.discovered_organizations.${String(index)}.organization.organization_slug`),
      ),
    ).toEqual(slugs)
    const { token, template, url } = lastMessage(api.emulator)
    expect([template, new URL(url).searchParams.get('stytch_token_type')]).toEqual([
      'discovery',
      'discovery',
    ])
    expect(refusal(await authenticateDiscovery(api, token))).toEqual([
      401,
      'unable_to_auth_magic_link',
    ])
  })

  it('keeps links of discovery and of members apart', async () => {
    const api = createApi()
    const ofMember = api.emulator.createMagicLink('admin').token
    expect(refusal(await authenticateDiscovery(api, ofMember))).toEqual([
      404,
      'magic_link_not_found',
    ])
    await api.call('POST', `${API}/magic_links/email/discovery/send`, {
      body: { email_address: MIA },
    })
    const ofDiscovery = lastMessage(api.emulator).token
    expect(refusal(await authenticateLink(api, ofDiscovery))).toEqual([404, 'magic_link_not_found'])
    expect((await authenticateDiscovery(api, ofDiscovery)).status).toBe(200)
  })

  it('checks the verifier', async () => {
    const api = createApi()
    await api.call('POST', `${API}/magic_links/email/discovery/send`, {
      body: { email_address: MIA, pkce_code_challenge: CHALLENGE },
    })
    const { token } = lastMessage(api.emulator)
    const wrong = await authenticateDiscovery(api, token, { pkce_code_verifier: 'wrong' })
    expect(refusal(wrong)).toEqual([400, 'pkce_mismatch'])
    const right = await authenticateDiscovery(api, token, { pkce_code_verifier: VERIFIER })
    expect(right.status).toBe(200)
  })
})

describe('an address that is being changed', () => {
  it('becomes the member’s own by the link that was mailed to it', async () => {
    const api = createApi()
    const session = await api.signIn('member')
    const started = await api.call('POST', `${API}/organizations/members/start_email_update`, {
      session,
      body: { email_address: 'mia@northwind.example', delivery_method: 'EMAIL_MAGIC_LINK' },
    })
    expect(started.status).toBe(200)
    const answer = await authenticateLink(api, lastMessage(api.emulator).token)
    expect(answer.at('data.member')).toMatchObject({
      email_address: 'mia@northwind.example',
      retired_email_addresses: [{ email_address: MIA }],
    })
  })
})

async function invite(api: Api, fields: object = {}, persona = 'admin') {
  return api.call('POST', `${API}/magic_links/email/invite`, {
    session: await api.signIn(persona),
    body: { email_address: 'nora@partner.example', ...fields },
  })
}

function authenticateDiscovery(api: Api, token: string, fields: object = {}) {
  return api.call('POST', `${API}/magic_links/discovery/authenticate`, {
    body: { discovery_magic_links_token: token, ...fields },
  })
}
