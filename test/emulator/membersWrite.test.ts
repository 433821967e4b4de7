import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

const MEMBERS = '/sdk/v1/b2b/organizations/members'
const NEW = { email_address: 'nova@northwind.example' }

describe('POST /b2b/organizations/members', () => {
  it('makes an active member with what is given', async () => {
    const { call, emulator } = await start()
    const answer = await call('POST', MEMBERS, {
      ...NEW,
      name: 'Nova Lind',
      untrusted_metadata: { theme: 'dark', none: null },
      is_breakglass: true,
      mfa_enrolled: true,
      mfa_phone_number: '+12025550123',
      roles: ['engineer', 'fleet_operator', 'engineer'],
    })
    expect(answer.at('data.member')).toMatchObject({
      ...NEW,
      email_address_verified: false,
      status: 'active',
      name: 'Nova Lind',
      untrusted_metadata: { theme: 'dark' },
      is_breakglass: true,
      mfa_enrolled: true,
      mfa_phone_number: '+12025550123',
      mfa_phone_number_verified: false,
      roles: [{ role_id: 'stytch_member' }, { role_id: 'engineer' }, { role_id: 'fleet_operator' }],
    })
    expect(answer.at('data.organization.organization_slug')).toBe('northwind')
    expect(Object.keys(emulator.data.members)).toContain(answer.text('data.member_id'))
  })

  it('makes a pending member when asked to', async () => {
    const { call } = await start()
    const answer = await call('POST', MEMBERS, { ...NEW, create_member_as_pending: true })
    expect(answer.at('data.member.status')).toBe('pending')
  })

  it.each([
    ['no address', { email_address: 'nova' }, 'invalid_email'],
    [
      'an address that is taken',
      { email_address: 'ADA.lovelace@northwind.example' },
      'duplicate_member_email',
    ],
    ['a number that is none', { ...NEW, mfa_phone_number: '0701 740605' }, 'invalid_phone_number'],
    [
      'a number that is taken',
      { ...NEW, mfa_phone_number: '+46701740605' },
      'duplicate_member_phone_number',
    ],
    ['an unknown role', { ...NEW, roles: ['emperor'] }, 'invalid_role'],
    ['the role of all', { ...NEW, roles: ['stytch_member'] }, 'cannot_assign_default_rbac_role_id'],
    ['a list for metadata', { ...NEW, untrusted_metadata: [] }, 'metadata_invalid_format'],
    [
      'metadata of 4 kB',
      { ...NEW, untrusted_metadata: { a: 'x'.repeat(4096) } },
      'metadata_too_large',
    ],
    ['metadata of 21 keys', { ...NEW, untrusted_metadata: keys(21) }, 'metadata_too_many_keys'],
    [
      'metadata of a backend',
      { ...NEW, trusted_metadata: { a: 1 } },
      'cannot_update_trusted_metadata',
    ],
  ])('refuses %s and makes nobody', async (_what, body, errorType) => {
    const { call, emulator } = await start()
    const before = emulator.snapshot().members
    const answer = await call('POST', MEMBERS, body)
    expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
    expect(emulator.data.members).toEqual(before)
  })

  it('takes an address that only a deactivated member had', async () => {
    const { call } = await start()
    const answer = await call('POST', MEMBERS, {
      email_address: 'soren.krogh@contractors.northwind.example',
    })
    expect(answer.status).toBe(200)
  })

  it('takes an address and a number that are taken in another organization', async () => {
    const { call, emulator } = await start()
    const tern = Object.values(emulator.data.members).find(({ name }) => name === 'Tomás Herrera')
    if (tern) tern.mfa_phone_number = '+12025550123'
    const answer = await call('POST', MEMBERS, {
      email_address: 'tomas@tern.example',
      mfa_phone_number: '+12025550123',
    })
    expect(answer.status).toBe(200)
  })

  it('needs stytch.member create', async () => {
    const { call } = await start('auditor')
    expectDenied(await call('POST', MEMBERS, NEW))
  })
})

describe('PUT /b2b/organizations/members/{member_id}', () => {
  it('changes what is given and leaves the rest', async () => {
    const { update, of } = await start()
    const before = of('Grace Kimani')
    const answer = await update('Grace Kimani', {
      name: ' Grace W. Kimani ',
      is_breakglass: true,
      mfa_enrolled: true,
      roles: ['viewer'],
    })
    expect(of('Grace W. Kimani')).toEqual({
      ...before,
      name: 'Grace W. Kimani',
      is_breakglass: true,
      mfa_enrolled: true,
      role_ids: ['viewer'],
      updated_at: of('Grace W. Kimani').updated_at,
    })
    expect(answer.at('data.member.name')).toBe('Grace W. Kimani')
    expect(answer.at('data.member_id')).toBe(before.member_id)
  })

  it('merges metadata at the top, and removes keys that are null', async () => {
    const { update } = await start()
    await update('Grace Kimani', { untrusted_metadata: { theme: 'dark', size: { w: 1, h: 2 } } })
    const answer = await update('Grace Kimani', {
      untrusted_metadata: { theme: null, size: { w: 3 }, locale: 'sw' },
    })
    expect(answer.at('data.member.untrusted_metadata')).toEqual({ size: { w: 3 }, locale: 'sw' })
  })

  it('replaces the address, keeps the former from others, and lets its owner go back to it', async () => {
    const { update, call } = await start()
    const former = 'grace.kimani@northwind.example'
    const changed = await update('Grace Kimani', { email_address: 'grace@northwind.example' })
    expect(changed.at('data.member')).toMatchObject({
      email_address: 'grace@northwind.example',
      email_address_verified: false,
      retired_email_addresses: [{ email_address: former }],
    })
    const other = await call('POST', MEMBERS, { email_address: former })
    expect(other.at('error_type')).toBe('duplicate_member_email')
    const back = await update('Grace Kimani', { email_address: former })
    expect(back.at('data.member.retired_email_addresses')).toMatchObject([
      { email_address: 'grace@northwind.example' },
    ])
  })

  it('with unlink_email lets others have the former address', async () => {
    const { update, call } = await start()
    const former = 'grace.kimani@northwind.example'
    const changed = await update('Grace Kimani', {
      email_address: 'grace@northwind.example',
      unlink_email: true,
    })
    expect(changed.at('data.member.retired_email_addresses')).toEqual([])
    expect((await call('POST', MEMBERS, { email_address: former })).status).toBe(200)
  })

  it('makes links to the former address worthless', async () => {
    const { api, update, of } = await start()
    const { token } = api.emulator.createMagicLink(of('Grace Kimani').member_id)
    await update('Grace Kimani', { email_address: 'grace@northwind.example' })
    const answer = await api.call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
      body: { magic_links_token: token, session_duration_minutes: 60 },
    })
    expect(answer.status).toBe(401)
  })

  it.each([
    [
      'Jonas Lindqvist',
      { mfa_phone_number: '+12025550123' },
      'duplicate_member_phone_number_for_member',
    ],
    ['Grace Kimani', { mfa_phone_number: '+46701740605' }, 'duplicate_member_phone_number'],
    ['Grace Kimani', { default_mfa_method: 'carrier_pigeon' }, 'invalid_mfa_default_method'],
    ['Grace Kimani', { default_mfa_method: 'sms_otp' }, 'default_mfa_member_missing_factor'],
    ['Grace Kimani', { default_mfa_method: 'totp' }, 'default_mfa_member_missing_factor'],
    ['Grace Kimani', { email_address: 'mia.svensson@northwind.example' }, 'duplicate_member_email'],
    ['Grace Kimani', { roles: ['emperor'] }, 'invalid_role'],
    ['Grace Kimani', { preserve_existing_sessions: true }, 'cannot_preserve_existing_sessions'],
    [
      'Ada Lovelace',
      { email_address: 'ada@northwind.example' },
      'member_cannot_update_their_email_address',
    ],
  ])('for %s refuses %j and changes nothing', async (name, body, errorType) => {
    const { update, emulator } = await start()
    const before = emulator.snapshot().members
    const answer = await update(name, { name: 'Other', ...body })
    expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
    expect(emulator.data.members).toEqual(before)
  })

  it('takes a default method together with the number that it needs', async () => {
    const { update } = await start()
    const answer = await update('Grace Kimani', {
      mfa_phone_number: '+12025550123',
      default_mfa_method: 'sms_otp',
    })
    expect(answer.at('data.member.default_mfa_method')).toBe('sms_otp')
  })

  it('refuses a default method that the organization does not allow', async () => {
    const { update, call } = await start()
    await call('PUT', '/sdk/v1/b2b/organizations/me', {
      mfa_methods: 'RESTRICTED',
      allowed_mfa_methods: ['totp'],
    })
    const answer = await update('Jonas Lindqvist', { default_mfa_method: 'sms_otp' })
    expect(answer.at('error_type')).toBe('operation_restricted_by_organization_mfa_methods')
  })

  it.each([
    ['people-manager', 'Grace Kimani', { roles: ['stytch_admin'] }, 200],
    ['people-manager', 'Paul Mbeki', { is_breakglass: true }, 200],
    ['member', 'Mia Svensson', { name: 'Mia', mfa_enrolled: true, untrusted_metadata: {} }, 200],
    ['member', 'Mia Svensson', { name: 'Mia', roles: ['stytch_admin'] }, 403],
    ['member', 'Mia Svensson', { is_breakglass: true }, 403],
    ['member', 'Grace Kimani', { name: 'Gracie' }, 403],
    ['member', 'Grace Kimani', {}, 403],
    ['auditor', 'Grace Kimani', { mfa_enrolled: false }, 403],
  ])('as %s on %s with %j answers %i', async (persona, name, body, status) => {
    const { update } = await start(persona)
    const answer = await update(name, body)
    if (status === 403) expectDenied(answer)
    else expect(answer.status).toBe(status)
  })

  it('ends sessions by SSO when a role goes that SSO gives too, unless they are preserved', async () => {
    const { api, update, of } = await start()
    const bruno = of('Bruno Costa')
    const [connection] = Object.keys(api.emulator.data.sso_connections)
    const signInBySso = async () => {
      const session = await api.signIn(bruno.member_id)
      for (const stored of Object.values(api.emulator.data.sessions)) {
        if (stored.session_token !== session) continue
        stored.authentication_factors.push({
          type: 'sso',
          delivery_method: 'sso_saml',
          last_authenticated_at: stored.started_at,
          saml_sso_factor: { id: 'x', provider_id: connection ?? '', external_id: 'x' },
        })
      }
      return session
    }
    const lives = async (session: string) =>
      (await api.call('GET', `${MEMBERS}/me`, { session })).status === 200
    await update('Bruno Costa', { roles: ['engineer', 'viewer'] })
    const bySso = await signInBySso()
    const byMail = await api.signIn(bruno.member_id)
    await update('Bruno Costa', { roles: ['engineer'] })
    expect([await lives(bySso), await lives(byMail)]).toEqual([true, true])
    await update('Bruno Costa', { roles: [], preserve_existing_sessions: true })
    expect([await lives(bySso), await lives(byMail)]).toEqual([true, true])
    await update('Bruno Costa', { roles: ['engineer'] })
    await update('Bruno Costa', { roles: [] })
    expect([await lives(bySso), await lives(byMail)]).toEqual([false, true])
  })

  it('keeps a role that the policy no longer knows', async () => {
    const { api, update, of } = await start()
    const policy = api.emulator.data.project.rbac_policy
    of('Amara Diallo').role_ids = ['engineer']
    policy.roles = policy.roles.filter(({ role_id }) => role_id !== 'engineer')
    const answer = await update('Amara Diallo', { roles: ['engineer', 'viewer'] })
    expect(answer.status).toBe(200)
  })
})

describe('members of other organizations', () => {
  it.each([
    ['PUT', ''],
    ['DELETE', ''],
    ['PUT', '/reactivate'],
    ['POST', '/unlink_retired_email'],
    ['POST', '/start_email_update'],
    ['GET', '/connected_apps'],
    ['POST', '/connected_apps/connected-app-test-x/revoke'],
  ])('are as unknown to %s …%s as those who never were', async (method, rest) => {
    const { api, call } = await start()
    const body = method === 'GET' ? undefined : { email_address: 'x@y.example' }
    const stranger = await call(
      method,
      `${MEMBERS}/${memberNamed(api.emulator, 'Tomás Herrera')}${rest}`,
      body,
    )
    const nobody = await call(method, `${MEMBERS}/member-test-none${rest}`, body)
    expect([stranger.status, nobody.status]).toEqual([404, 404])
    expect(stranger.at('error_type')).toBe(nobody.at('error_type'))
  })

  it.each(['mfa_phone_numbers', 'totp', 'passwords'])('are unknown to DELETE %s', async (kind) => {
    const { api, call } = await start()
    const tomas = Object.values(api.emulator.data.members).find(
      ({ name }) => name === 'Tomás Herrera',
    )
    if (!tomas) throw new Error('The seed has no Tomás.')
    Object.assign(tomas, {
      mfa_phone_number: '+12025550123',
      totp_registration_id: 'totp-test-1',
      member_password_id: 'password-test-1',
    })
    const id = kind === 'passwords' ? 'password-test-1' : tomas.member_id
    expect((await call('DELETE', `${MEMBERS}/${kind}/${id}`)).status).toBe(404)
    expect(tomas.mfa_phone_number).toBe('+12025550123')
  })
})

async function start(persona = 'admin') {
  const api = createApi()
  const session = await api.signIn(persona)
  const call = (method: string, path: string, body?: object) =>
    api.call(method, path, { session, ...(body && { body }) })
  const of = (name: string) => {
    const member = api.emulator.data.members[memberNamed(api.emulator, name)]
    if (!member) throw new Error(`There is no ${name}.`)
    return member
  }
  return {
    api,
    emulator: api.emulator,
    call,
    of,
    update: (name: string, body: object) => {
      const { member_id } = of(name)
      return call('PUT', `${MEMBERS}/${member_id}`, { member_id, ...body })
    },
  }
}

function expectDenied(answer: Answer): void {
  expect([answer.status, answer.at('error_type')]).toEqual([403, 'session_authorization_error'])
}

function keys(count: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: count }, (_one, index) => [`k${String(index)}`, 1]),
  )
}
