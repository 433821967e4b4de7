import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'
import {
  alter,
  API,
  authenticateLink,
  discover,
  lastMessage,
  organizationId,
  refusal,
  settle,
} from './signInCalls.ts'

const ADA = 'ada.lovelace@northwind.example'
const STRANGER = 'sam@orbital-works.example'

describe('POST discovery/organizations', () => {
  it('names memberships by status, and what each organization still wants', async () => {
    const api = createApi()
    alter(api.emulator, 'Tomás Herrera', { email_address: 'quentin.dubois@northwind.example' })
    settle(api.emulator, 'tern', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const answer = await discover(api, 'Quentin.Dubois@northwind.example')
    expect(answer.at('data.discovered_organizations')).toMatchObject([
      {
        organization: { organization_slug: 'northwind' },
        membership: { type: 'pending_member', details: null, member: { name: 'Quentin Dubois' } },
        member_authenticated: true,
        primary_required: null,
        mfa_required: null,
      },
      {
        organization: { organization_slug: 'tern' },
        membership: { type: 'active_member' },
        member_authenticated: false,
        primary_required: null,
        mfa_required: { member_options: null, secondary_auth_initiated: null },
      },
    ])
    const invited = await discover(api, 'priya.nair@northwind.example')
    expect(invited.at('data.discovered_organizations.0.membership.type')).toBe('invited_member')
  })

  it('says which methods an organization wants that does not allow this one', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
    const answer = await discover(api, ADA)
    expect(answer.at('data.discovered_organizations.0')).toMatchObject({
      member_authenticated: false,
      primary_required: { allowed_auth_methods: ['sso'] },
      mfa_required: null,
    })
  })

  it('sends no text while looking around', async () => {
    const api = createApi()
    alter(api.emulator, 'Jonas Lindqvist', { mfa_enrolled: true })
    const answer = await discover(api, 'jonas.lindqvist@northwind.example')
    expect(answer.at('data.discovered_organizations.0.mfa_required')).toEqual({
      member_options: { mfa_phone_number: '+46701740605', totp_registration_id: '' },
      secondary_auth_initiated: null,
    })
    expect(api.emulator.inbox.filter(({ channel }) => channel === 'sms')).toEqual([])
  })

  it('names organizations that one may join by the domain of the address', async () => {
    const api = createApi()
    const answer = await discover(api, 'new@contractors.northwind.example')
    expect(answer.at('data.discovered_organizations')).toMatchObject([
      {
        organization: { organization_slug: 'northwind' },
        membership: {
          type: 'eligible_to_join_by_email_domain',
          details: { domain: 'contractors.northwind.example' },
          member: null,
        },
        member_authenticated: true,
      },
    ])
  })

  it('names organizations that one may join by a workspace', async () => {
    const api = createApi()
    settle(api.emulator, 'tern', {
      oauth_tenant_jit_provisioning: 'RESTRICTED',
      allowed_oauth_tenants: { slack: ['T1'] },
    })
    const token = await intermediate(api, STRANGER)
    const begun = api.emulator.data.intermediate_sessions[token]
    begun?.provider_tenants.push({ provider: 'slack', tenant_id: 'T1', tenant_name: 'Tern' })
    const answer = await list(api, { intermediate_session_token: token })
    expect(answer.at('data.discovered_organizations')).toMatchObject([
      {
        membership: {
          type: 'eligible_to_join_by_oauth_tenant',
          details: { provider: 'slack', tenant: 'T1' },
          member: null,
        },
      },
    ])
    const joined = await exchange(api, token, 'tern')
    expect(joined.at('data.member')).toMatchObject({ email_address: STRANGER, status: 'active' })
  })

  it('can be asked again with the token, and with a session, which knows of memberships only', async () => {
    const api = createApi()
    const token = await intermediate(api, ADA)
    for (let time = 0; time < 2; time += 1) {
      const answer = await list(api, { intermediate_session_token: token })
      expect(answer.at('data.organization_id_hint')).toBeNull()
      expect(answer.at('data.discovered_organizations.1.organization.organization_slug')).toBe(
        'tern',
      )
    }
    settle(api.emulator, 'tern', {
      email_jit_provisioning: 'RESTRICTED',
      email_allowed_domains: ['northwind.example'],
    })
    const byToken = await list(api, {
      intermediate_session_token: await intermediate(api, 'mia.svensson@northwind.example'),
    })
    expect(byToken.at('data.discovered_organizations')).toHaveLength(2)
    const bySession = await list(api, {}, await api.signIn('member'))
    expect(bySession.at('data')).toMatchObject({
      email_address: 'mia.svensson@northwind.example',
      organization_id_hint: null,
      discovered_organizations: [{ membership: { type: 'active_member' } }],
    })
  })

  it('gives the organization of a sign-in that lacks a factor as a hint', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const begun = await authenticateLink(api, api.emulator.createMagicLink('admin').token)
    const answer = await list(api, {
      intermediate_session_token: begun.text('data.intermediate_session_token'),
    })
    expect(answer.at('data')).toMatchObject({
      organization_id_hint: organizationId(api.emulator, 'northwind'),
      discovered_organizations: [
        { member_authenticated: false },
        { organization: { organization_slug: 'tern' }, member_authenticated: true },
      ],
    })
  })

  it('refuses who shows neither token nor session, and those that are over', async () => {
    const api = createApi()
    expect(refusal(await list(api, {}))).toEqual([400, 'no_session_arguments'])
    expect(refusal(await list(api, {}, 'made-up'))).toEqual([404, 'session_not_found'])
    const token = await intermediate(api, ADA)
    api.emulator.clock.advance(10 * 60_000)
    const late = await list(api, { intermediate_session_token: token })
    expect(refusal(late)).toEqual([404, 'intermediate_session_not_found'])
  })
})

describe('POST discovery/intermediate_sessions/exchange', () => {
  it('makes a session of a membership, once', async () => {
    const api = createApi()
    const token = await intermediate(api, ADA)
    const answer = await exchange(api, token, 'tern')
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      organization: { organization_slug: 'tern' },
      member_session: { authentication_factors: [{ type: 'magic_link' }] },
    })
    expect(refusal(await exchange(api, token, 'northwind'))).toEqual([
      404,
      'intermediate_session_not_found',
    ])
  })

  it('accepts an invitation, and lets join by domain', async () => {
    const api = createApi()
    const invited = await exchange(
      api,
      await intermediate(api, 'priya.nair@northwind.example'),
      'northwind',
    )
    expect(invited.at('data.member')).toMatchObject({
      status: 'active',
      email_address_verified: true,
    })
    const joined = await exchange(
      api,
      await intermediate(api, 'new@contractors.northwind.example'),
      'northwind',
    )
    expect(joined.at('data.member_session.roles')).toEqual(['stytch_member', 'viewer'])
  })

  it('refuses who may not join, and keeps the token for another try', async () => {
    const api = createApi()
    const token = await intermediate(api, ADA)
    const stranger = await intermediate(api, STRANGER)
    expect(refusal(await exchange(api, stranger, 'northwind'))).toEqual([
      400,
      'invalid_email_for_jit_provisioning',
    ])
    expect(refusal(await exchange(api, stranger, 'tern'))).toEqual([
      403,
      'email_jit_provisioning_not_allowed',
    ])
    settle(api.emulator, 'tern', { email_jit_provisioning: 'ALL_ALLOWED' })
    const unlisted = await list(api, { intermediate_session_token: stranger })
    expect(unlisted.at('data.discovered_organizations')).toEqual([])
    expect((await exchange(api, stranger, 'tern')).status).toBe(200)
    expect((await exchange(api, token, 'tern')).status).toBe(200)
  })

  it('refuses addresses in a domain that another organization has claimed', async () => {
    const api = createApi()
    settle(api.emulator, 'tern', { claimed_email_domains: ['contractors.northwind.example'] })
    const token = await intermediate(api, 'new@contractors.northwind.example')
    expect(refusal(await exchange(api, token, 'northwind'))).toEqual([
      403,
      'action_not_allowed_email_domain_is_claimed',
    ])
  })

  it('gives another token where a second factor is missing, and texts a code to a verified phone', async () => {
    const api = createApi()
    alter(api.emulator, 'Jonas Lindqvist', { mfa_enrolled: true })
    const token = await intermediate(api, 'jonas.lindqvist@northwind.example')
    const answer = await exchange(api, token, 'northwind')
    expect(answer.at('data')).toMatchObject({
      member_authenticated: false,
      mfa_required: { secondary_auth_initiated: 'sms_otp' },
    })
    expect(answer.text('data.intermediate_session_token')).not.toBe(token)
    expect(lastMessage(api.emulator)).toMatchObject({ channel: 'sms', to: '+46701740605' })
    expect(refusal(await exchange(api, token, 'northwind'))).toEqual([
      404,
      'intermediate_session_not_found',
    ])
  })

  it.each([
    ['no token', {}, 400, 'bad_request'],
    [
      'a token that is none',
      { intermediate_session_token: 'constructor' },
      404,
      'intermediate_session_not_found',
    ],
  ])('refuses %s', async (_what, body, status, type) => {
    const api = createApi()
    const answer = await api.call('POST', `${API}/discovery/intermediate_sessions/exchange`, {
      body: { organization_id: organizationId(api.emulator, 'tern'), ...body },
    })
    expect(refusal(answer)).toEqual([status, type])
  })

  it('does not take to another organization what counts in one only', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const begun = await authenticateLink(api, api.emulator.createMagicLink('admin').token)
    const token = begun.text('data.intermediate_session_token')
    const stored = api.emulator.data.intermediate_sessions[token]
    for (const factor of stored?.authentication_factors ?? []) {
      Object.assign(factor, { type: 'password', delivery_method: 'knowledge' })
    }
    expect(refusal(await exchange(api, token, 'tern'))).toEqual([
      400,
      'invalid_intermediate_session_token_for_organization',
    ])
  })
})

describe('POST discovery/organizations/create', () => {
  it('makes an organization named after the domain, whose creator is its admin', async () => {
    const api = createApi()
    const answer = await create(api, await intermediate(api, STRANGER))
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      member: {
        email_address: STRANGER,
        email_address_verified: true,
        status: 'active',
        is_admin: true,
        organization_id: answer.at('data.organization.organization_id'),
      },
      organization: {
        organization_name: 'Orbital Works',
        organization_slug: 'orbital-works',
        email_invites: 'ALL_ALLOWED',
        email_jit_provisioning: 'NOT_ALLOWED',
        sso_jit_provisioning: 'ALL_ALLOWED',
        mfa_policy: 'OPTIONAL',
      },
      member_session: { roles: ['stytch_member', 'stytch_admin'] },
    })
    const again = await create(api, await intermediate(api, STRANGER))
    expect(again.at('data.organization.organization_slug')).toBe('orbital-works-2')
  })

  it.each([
    ['kim.lee@gmail.com', 'Kim Lee', 'kim-lee'],
    ['kim.lee@lake.edu', 'Kim Lee', 'kim-lee'],
  ])('names that of %s after the person', async (address, organization_name, organization_slug) => {
    const api = createApi()
    const answer = await create(api, await intermediate(api, address))
    expect(answer.at('data.organization')).toMatchObject({ organization_name, organization_slug })
  })

  it('takes name, slug and settings, and asks at once for what they demand', async () => {
    const api = createApi()
    const answer = await create(api, await intermediate(api, STRANGER), {
      organization_name: 'Orbital',
      organization_slug: 'orbital',
      mfa_policy: 'REQUIRED_FOR_ALL',
      email_jit_provisioning: 'RESTRICTED',
      email_allowed_domains: ['orbital-works.example'],
    })
    expect(answer.at('data')).toMatchObject({
      organization: {
        organization_name: 'Orbital',
        organization_slug: 'orbital',
        email_invites: 'NOT_ALLOWED',
        email_allowed_domains: ['orbital-works.example'],
      },
      member_authenticated: false,
      member_session: null,
      mfa_required: { member_options: null },
    })
    expect(answer.text('data.intermediate_session_token')).not.toBe('')
  })

  it.each([
    ['a slug that is taken', { organization_slug: 'Tern' }, 400, 'organization_slug_already_used'],
    ['a slug that is none', { organization_slug: '!' }, 400, 'invalid_organization_slug'],
    ['a name that is none', { organization_name: '' }, 400, 'invalid_organization_name'],
    [
      'a domain of everybody',
      { email_allowed_domains: ['gmail.com'] },
      400,
      'organization_settings_domain_too_common',
    ],
    [
      'a session of 4 minutes',
      { session_duration_minutes: 4 },
      400,
      'invalid_session_duration_minutes',
    ],
  ])('refuses %s, and makes nothing', async (_what, fields, status, type) => {
    const api = createApi()
    const token = await intermediate(api, STRANGER)
    const count = () =>
      [api.emulator.data.organizations, api.emulator.data.members].map(
        (records) => Object.keys(records).length,
      )
    const before = count()
    expect(refusal(await create(api, token, fields))).toEqual([status, type])
    expect(count()).toEqual(before)
    expect((await create(api, token)).status).toBe(200)
  })

  it('refuses when the project does not want it, or another organization has claimed the domain', async () => {
    const api = createApi()
    const token = await intermediate(api, STRANGER)
    settle(api.emulator, 'tern', { claimed_email_domains: ['orbital-works.example'] })
    expect(refusal(await create(api, token))).toEqual([
      403,
      'action_not_allowed_email_domain_is_claimed',
    ])
    api.emulator.data.project.create_organization_enabled = false
    expect(refusal(await create(api, token))).toEqual([403, 'endpoint_not_authorized_for_sdk'])
  })

  it('needs an address that was verified, which a password does not do', async () => {
    const api = createApi()
    const token = await intermediate(api, STRANGER)
    for (const factor of api.emulator.data.intermediate_sessions[token]?.authentication_factors ??
      []) {
      Object.assign(factor, { type: 'password', delivery_method: 'knowledge' })
    }
    expect(refusal(await create(api, token))).toEqual([403, 'email_verification_required'])
  })
})

describe('POST sessions/exchange', () => {
  it('accepts an invitation, but lets nobody join', async () => {
    const api = createApi()
    settle(api.emulator, 'tern', { email_jit_provisioning: 'ALL_ALLOWED' })
    const session = await api.signIn('it-admin')
    expect(refusal(await exchangeSession(api, session, 'tern'))).toEqual([
      404,
      'member_does_not_exist_in_organization',
    ])
    alter(api.emulator, 'Tomás Herrera', {
      email_address: 'ines.okafor@northwind.example',
      status: 'invited',
      email_address_verified: false,
    })
    const accepted = await exchangeSession(api, session, 'tern')
    expect(accepted.at('data.member')).toMatchObject({
      status: 'active',
      email_address_verified: true,
    })
  })

  it('takes along control over the address, a workspace account in another form, and no password', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    const stored = Object.values(api.emulator.data.sessions).at(-1)
    const at = new Date(api.emulator.clock.now()).toISOString()
    stored?.authentication_factors.push(
      { type: 'password', delivery_method: 'knowledge', last_authenticated_at: at },
      {
        type: 'oauth',
        delivery_method: 'oauth_slack',
        last_authenticated_at: at,
        slack_oauth_factor: { id: 'o1', email_id: 'e1', provider_subject: 's1' },
      },
    )
    const answer = await exchangeSession(api, session, 'tern')
    expect(answer.at('data.member_session.authentication_factors')).toMatchObject([
      { type: 'magic_link' },
      {
        type: 'oauth',
        delivery_method: 'oauth_exchange_slack',
        slack_oauth_exchange_factor: { email_id: 'e1' },
      },
    ])
    stored?.authentication_factors.splice(0, 1)
    stored?.authentication_factors.splice(1, 1)
    expect(refusal(await exchangeSession(api, session, 'tern'))).toEqual([
      403,
      'insufficient_factors_for_session_exchange',
    ])
  })

  it('takes a text message along when both members have the same verified phone', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    const stored = Object.values(api.emulator.data.sessions).at(-1)
    stored?.authentication_factors.push({
      type: 'otp',
      delivery_method: 'sms',
      last_authenticated_at: new Date(api.emulator.clock.now()).toISOString(),
      phone_number_factor: { phone_id: 'p1', phone_number: '+46701740606' },
    })
    settle(api.emulator, 'tern', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const without = await exchangeSession(api, session, 'tern')
    expect(without.at('data.member_authenticated')).toBe(false)
    for (const member of Object.values(api.emulator.data.members)) {
      if (member.name !== 'Ada Lovelace') continue
      Object.assign(member, { mfa_phone_number: '+46701740606', mfa_phone_number_verified: true })
    }
    const both = await exchangeSession(api, session, 'tern')
    expect(both.at('data.member_authenticated')).toBe(true)
    expect(memberNamed(api.emulator, 'Ada Lovelace')).not.toBe(both.at('data.member_id'))
  })
})

async function intermediate(api: Api, emailAddress: string): Promise<string> {
  return (await discover(api, emailAddress)).text('data.intermediate_session_token')
}

function list(api: Api, body: object, session?: string): Promise<Answer> {
  return api.call('POST', `${API}/discovery/organizations`, {
    body,
    ...(session !== undefined && { session }),
  })
}

function exchange(api: Api, intermediate_session_token: string, slug: string): Promise<Answer> {
  return api.call('POST', `${API}/discovery/intermediate_sessions/exchange`, {
    body: {
      intermediate_session_token,
      organization_id: organizationId(api.emulator, slug),
      session_duration_minutes: 60,
    },
  })
}

function exchangeSession(api: Api, session: string, slug: string): Promise<Answer> {
  return api.call('POST', `${API}/sessions/exchange`, {
    session,
    body: {
      organization_id: organizationId(api.emulator, slug),
      session_duration_minutes: 60,
    },
  })
}

function create(api: Api, intermediate_session_token: string, fields: object = {}) {
  return api.call('POST', `${API}/discovery/organizations/create`, {
    body: { intermediate_session_token, session_duration_minutes: 60, ...fields },
  })
}
