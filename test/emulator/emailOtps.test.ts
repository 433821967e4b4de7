import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { API, lastMessage, organizationId, refusal, settle } from './signInCalls.ts'

const MINUTE = 60_000
const MIA = 'mia.svensson@northwind.example'

describe('POST otps/email/login_or_signup', () => {
  it('mails a code of six digits, which signs in', async () => {
    const api = createApi()
    expect((await send(api)).status).toBe(200)
    const mail = lastMessage(api.emulator)
    expect(mail).toMatchObject({ template: 'email_otp', to: MIA })
    expect(mail.code).toMatch(/^\d{6}$/)
    const answer = await authenticate(api, mail.code)
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      member: { name: 'Mia Svensson' },
      member_session: {
        authentication_factors: [
          { type: 'email_otp', delivery_method: 'email', email_factor: { email_address: MIA } },
        ],
      },
    })
    expect(answer.text('data.method_id')).toMatch(/^email-test-/)
  })

  it('lets newcomers of an allowed domain join', async () => {
    const api = createApi()
    const email_address = 'new@northwind.example'
    await send(api, { email_address })
    const answer = await authenticate(api, lastMessage(api.emulator).code, { email_address })
    expect(answer.at('data.member')).toMatchObject({
      status: 'active',
      email_address_verified: true,
    })
  })

  it.each([
    [
      'newcomers of other domains',
      { email_address: 'a@b.example' },
      400,
      'invalid_email_for_jit_provisioning',
    ],
    ['a code for 1 minute', { login_expiration_minutes: 1 }, 400, 'invalid_expiration_otp'],
    ['a code for 16 minutes', { signup_expiration_minutes: 16 }, 400, 'invalid_expiration_otp'],
    ['an address that is none', { email_address: '@' }, 400, 'invalid_email'],
  ])('refuses %s', async (_what, fields, status, type) => {
    expect(refusal(await send(createApi(), fields))).toEqual([status, type])
  })

  it('refuses when the organization does not allow codes', async () => {
    const api = createApi()
    const allowed_auth_methods = ['magic_link']
    settle(api.emulator, 'northwind', { auth_methods: 'RESTRICTED', allowed_auth_methods })
    expect(refusal(await send(api))).toEqual([
      403,
      'operation_restricted_by_organization_auth_methods',
    ])
  })
})

describe('POST otps/email/authenticate', () => {
  it('takes a code once, and not after ten minutes', async () => {
    const api = createApi()
    const used = await codeFor(api)
    await authenticate(api, used)
    expect(refusal(await authenticate(api, used))).toEqual([401, 'unable_to_auth_otp_code'])
    const old = await codeFor(api)
    api.emulator.clock.advance(10 * MINUTE)
    expect(refusal(await authenticate(api, old))).toEqual([401, 'unable_to_auth_otp_code'])
  })

  it('takes the newest code only', async () => {
    const api = createApi()
    const [older, newer] = [await codeFor(api), await codeFor(api)]
    expect(refusal(await authenticate(api, older))).toEqual([404, 'otp_code_not_found'])
    expect((await authenticate(api, newer)).status).toBe(200)
  })

  it('takes a code for the address and the organization that it was mailed for', async () => {
    const api = createApi()
    const code = await codeFor(api)
    const other = { email_address: 'ada.lovelace@northwind.example' }
    expect(refusal(await authenticate(api, code, other))).toEqual([404, 'otp_code_not_found'])
    const tern = { organization_id: organizationId(api.emulator, 'tern') }
    expect(refusal(await authenticate(api, code, tern))).toEqual([404, 'otp_code_not_found'])
    expect((await authenticate(api, code, { email_address: MIA.toUpperCase() })).status).toBe(200)
  })

  it('wants a new code after five wrong ones', async () => {
    const api = createApi()
    const code = await codeFor(api)
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(refusal(await authenticate(api, wrong(code)))).toEqual([404, 'otp_code_not_found'])
    }
    expect(refusal(await authenticate(api, code))).toEqual([401, 'unable_to_auth_otp_code'])
    expect((await authenticate(api, await codeFor(api))).status).toBe(200)
  })

  it('locks a member for an hour after ten wrong codes in a row', async () => {
    const api = createApi()
    await failTimes(api, 9)
    expect((await authenticate(api, await codeFor(api))).status).toBe(200)
    await failTimes(api, 10)
    expect(refusal(await authenticate(api, await codeFor(api)))).toEqual([
      429,
      'user_lock_limit_reached',
    ])
    const { token } = api.emulator.createMagicLink('member')
    const byLink = await api.call('POST', `${API}/magic_links/authenticate`, {
      body: { magic_links_token: token },
    })
    expect(refusal(byLink)).toEqual([429, 'user_lock_limit_reached'])
    expect(await lockOfMia(api)).toMatchObject({ is_locked: true })
    api.emulator.clock.advance(60 * MINUTE)
    expect(await lockOfMia(api)).toMatchObject({ is_locked: false, lock_expires_at: null })
    expect((await authenticate(api, await codeFor(api))).status).toBe(200)
  })

  it.each(['12345', '1234567', '12345x', ''])('refuses %j as a code', async (code) => {
    expect(refusal(await authenticate(createApi(), code))).toEqual([400, 'invalid_code'])
  })

  it('lets one of two requests at the same time have the code', async () => {
    const api = createApi()
    const code = await codeFor(api)
    const answers = await Promise.all([authenticate(api, code), authenticate(api, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('makes an address the member’s own that is being changed to', async () => {
    const api = createApi()
    const email_address = 'mia@northwind.example'
    await api.call('POST', `${API}/organizations/members/start_email_update`, {
      session: await api.signIn('member'),
      body: { email_address, delivery_method: 'EMAIL_OTP' },
    })
    const answer = await authenticate(api, lastMessage(api.emulator).code, { email_address })
    expect(answer.at('data.member')).toMatchObject({ name: 'Mia Svensson', email_address })
  })
})

describe('POST otps/email/discovery/authenticate', () => {
  it('proves the address that the code was mailed to', async () => {
    const api = createApi()
    const email_address = 'ada.lovelace@northwind.example'
    const body = { email_address }
    await api.call('POST', `${API}/otps/email/discovery/send`, { body })
    const { code } = lastMessage(api.emulator)
    const forMember = await authenticate(api, code, { email_address })
    expect(refusal(forMember)).toEqual([404, 'otp_code_not_found'])
    const answer = await api.call('POST', `${API}/otps/email/discovery/authenticate`, {
      body: { email_address, code },
    })
    expect(answer.at('data')).toMatchObject({
      email_address,
      discovered_organizations: [
        { membership: { type: 'active_member', details: null }, member_authenticated: true },
        { organization: { organization_slug: 'tern' } },
      ],
    })
  })

  it('refuses a code of a member', async () => {
    const api = createApi()
    const code = await codeFor(api)
    const answer = await api.call('POST', `${API}/otps/email/discovery/authenticate`, {
      body: { email_address: MIA, code },
    })
    expect(refusal(answer)).toEqual([404, 'otp_code_not_found'])
  })
})

function send(api: Api, fields: object = {}) {
  return api.call('POST', `${API}/otps/email/login_or_signup`, {
    body: {
      email_address: MIA,
      organization_id: organizationId(api.emulator, 'northwind'),
      ...fields,
    },
  })
}

async function codeFor(api: Api): Promise<string> {
  await send(api)
  return lastMessage(api.emulator).code
}

function authenticate(api: Api, code: string, fields: object = {}) {
  return api.call('POST', `${API}/otps/email/authenticate`, {
    body: {
      code,
      email_address: MIA,
      organization_id: organizationId(api.emulator, 'northwind'),
      session_duration_minutes: 60,
      ...fields,
    },
  })
}

function wrong(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

async function failTimes(api: Api, times: number): Promise<void> {
  for (let attempt = 0; attempt < times; attempt += 1) {
    await authenticate(api, wrong(await codeFor(api)))
  }
}

async function lockOfMia(api: Api): Promise<unknown> {
  const found = await api.call('POST', `${API}/organizations/me/members/search`, {
    session: await api.signIn('admin'),
    body: {
      query: { operator: 'AND', operands: [{ filter_name: 'member_emails', filter_value: [MIA] }] },
    },
  })
  return found.at('data.members.0')
}
