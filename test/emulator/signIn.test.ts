import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'
import {
  alter,
  API,
  authenticateLink,
  lastMessage,
  loginOrSignup,
  organizationId,
  refusal,
  settle,
} from './signInCalls.ts'

const JONAS = 'Jonas Lindqvist'

describe('signing in', () => {
  it('goes on with the session of the same member, and renews what is proved again', async () => {
    const start = Date.parse('2030-01-01T00:00:00Z')
    const api = createApi({ clock: { now: () => start } })
    const session = await api.signIn('member')
    api.emulator.clock.advance(60_000)
    const again = await signInByLink(api, 'Mia Svensson', {}, session)
    expect(again.at('data.session_token')).toBe(session)
    expect(again.at('data.member_session.authentication_factors')).toHaveLength(1)
    expect(again.at('data.member_session.authentication_factors.0.last_authenticated_at')).toBe(
      again.at('data.member_session.last_accessed_at'),
    )
    const byCode = await signInByCode(api, 'mia.svensson@northwind.example', session)
    expect(byCode.at('data.session_token')).toBe(session)
    expect(byCode.at('data.member_session.authentication_factors')).toMatchObject([
      { type: 'magic_link' },
      { type: 'email_otp' },
    ])
  })

  it('begins a session of its own beside that of another member, and beside one that is over', async () => {
    const api = createApi()
    const ada = await api.signIn('admin')
    const mia = await signInByLink(api, 'Mia Svensson', {}, ada)
    expect(mia.at('data.member.name')).toBe('Mia Svensson')
    expect(mia.at('data.session_token')).not.toBe(ada)
    expect((await signInByLink(api, 'Mia Svensson', {}, 'made-up')).status).toBe(200)
  })

  it('refuses a begun sign-in that is over, and leaves the link for another try', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink('member')
    const body = { intermediate_session_token: 'made-up' }
    expect(refusal(await authenticateLink(api, token, body))).toEqual([
      404,
      'intermediate_session_not_found',
    ])
    expect((await authenticateLink(api, token)).status).toBe(200)
  })
})

describe('the first factor', () => {
  it('has to be one that the organization allows; the begun sign-in is finished with such a one', async () => {
    const api = createApi()
    restrict(api, ['email_otp'])
    const begun = await signInByLink(api, 'Mia Svensson')
    expect(begun.at('data')).toMatchObject({
      member_authenticated: false,
      member: { name: 'Mia Svensson' },
      member_session: null,
      session_token: '',
      session_jwt: '',
      mfa_required: null,
      primary_required: { allowed_auth_methods: ['email_otp'] },
    })
    const token = begun.text('data.intermediate_session_token')
    const done = await signInByCode(api, 'mia.svensson@northwind.example', undefined, token)
    expect(done.at('data.member_authenticated')).toBe(true)
    expect(done.at('data.intermediate_session_token')).toBe('')
    expect(done.at('data.member_session.authentication_factors')).toMatchObject([
      { type: 'magic_link' },
      { type: 'email_otp' },
    ])
    const used = await signInByLink(api, 'Mia Svensson', { intermediate_session_token: token })
    expect(refusal(used)).toEqual([404, 'intermediate_session_not_found'])
  })

  it('counts for the member who began, and for nobody else', async () => {
    const api = createApi()
    restrict(api, ['email_otp'])
    const begun = await signInByCode(api, 'ada.lovelace@northwind.example')
    expect(begun.at('data.member_authenticated')).toBe(true)
    const adas = (await signInByLink(api, 'Mia Svensson')).text('data.intermediate_session_token')
    const stolen = await signInByLink(api, 'Paul Mbeki', { intermediate_session_token: adas })
    expect(stolen.at('data.member_authenticated')).toBe(false)
    expect(stolen.at('data.member.name')).toBe('Paul Mbeki')
  })

  it('leaves no way in where the list is empty, but for break-glass members', async () => {
    const api = createApi()
    restrict(api, [])
    const shutOut = await signInByLink(api, 'Mia Svensson')
    expect(shutOut.at('data.primary_required')).toEqual({ allowed_auth_methods: [] })
    expect((await signInByLink(api, 'Olu Adeyemi')).at('data.member_authenticated')).toBe(true)
  })

  it('keeps a pending member pending until the sign-in is complete', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    await loginOrSignup(api, 'new@northwind.example')
    const answer = await authenticateLink(api, lastMessage(api.emulator).token)
    expect(answer.at('data.member')).toMatchObject({
      status: 'pending',
      email_address_verified: true,
    })
  })
})

describe('the second factor', () => {
  it('is wanted of enrolled members, who get a text where they have a verified phone', async () => {
    const api = createApi()
    alter(api.emulator, JONAS, { mfa_enrolled: true })
    const answer = await signInByLink(api, JONAS)
    expect(answer.at('data')).toMatchObject({
      member_authenticated: false,
      primary_required: null,
      mfa_required: {
        member_options: { mfa_phone_number: '+46701740605', totp_registration_id: '' },
        secondary_auth_initiated: 'sms_otp',
      },
    })
    const done = await authenticateText(api, answer)
    expect(done.at('data.member_session.authentication_factors')).toMatchObject([
      { type: 'magic_link' },
      { type: 'otp', delivery_method: 'sms' },
    ])
  })

  it.each([
    ['whose phone is not verified', { mfa_phone_number_verified: false }],
    ['who prefer an app', { default_mfa_method: 'totp' }],
  ])('comes with no text to members %s', async (_what, fields) => {
    const api = createApi()
    alter(api.emulator, JONAS, { mfa_enrolled: true, ...fields })
    const answer = await signInByLink(api, JONAS)
    expect(answer.at('data.mfa_required.secondary_auth_initiated')).toBeNull()
    expect(lastMessage(api.emulator).channel).toBe('email')
  })

  it('is wanted of all where the organization says so, break-glass members included', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    for (const name of ['Mia Svensson', 'Olu Adeyemi']) {
      const answer = await signInByLink(api, name)
      expect(answer.at('data.mfa_required')).toEqual({
        member_options: null,
        secondary_auth_initiated: null,
      })
    }
  })

  it('is one that the organization allows', async () => {
    const api = createApi()
    alter(api.emulator, JONAS, { mfa_enrolled: true })
    settle(api.emulator, 'northwind', { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['totp'] })
    const answer = await signInByLink(api, JONAS)
    expect(answer.at('data.mfa_required')).toEqual({
      member_options: null,
      secondary_auth_initiated: null,
    })
    expect(lastMessage(api.emulator).channel).toBe('email')
  })

  it('is not wanted again in the session that has it', async () => {
    const api = createApi()
    alter(api.emulator, JONAS, { mfa_enrolled: true })
    const done = await authenticateText(api, await signInByLink(api, JONAS))
    const again = await signInByLink(api, JONAS, {}, done.text('data.session_token'))
    expect(again.at('data.member_authenticated')).toBe(true)
  })

  it('has to follow within ten minutes', async () => {
    const api = createApi()
    alter(api.emulator, JONAS, { mfa_enrolled: true })
    const begun = await signInByLink(api, JONAS)
    api.emulator.clock.advance(10 * 60_000)
    expect(refusal(await authenticateText(api, begun))).toEqual([
      404,
      'intermediate_session_not_found',
    ])
  })
})

describe('a project with captcha or device fingerprinting', () => {
  const captcha = { enabled: true, site_key: 'site' }
  const decisive = { enabled: true, mode: 'DECISIONING' }
  it.each([
    ['no captcha', { captcha }, {}, 400, 'captcha_required'],
    ['a captcha', { captcha }, { captcha_token: 'c' }, 200, undefined],
    ['no fingerprint', { device_fingerprinting: decisive }, {}, 400, 'ad_blocker_detected'],
    [
      'a fingerprint',
      { captcha, device_fingerprinting: decisive },
      { dfp_telemetry_id: 'd' },
      200,
      undefined,
    ],
    [
      'that of a robot',
      { device_fingerprinting: decisive },
      { dfp_telemetry_id: 'block-1' },
      403,
      'unauthorized_action',
    ],
  ])('answers a sign-in with %s', async (_what, project, fields, status, type) => {
    const api = createApi()
    Object.assign(api.emulator.data.project, project)
    const answer = await signInByLink(api, 'Mia Svensson', fields)
    expect(refusal(answer)).toEqual([status, type])
    const session = await api.call('POST', `${API}/sessions/authenticate`, { session: 'none' })
    expect(session.at('error_type')).toBe('session_not_found')
  })

  it('asks a doubted device for a captcha, in a text, and takes it with one', async () => {
    const { emulator } = createApi()
    Object.assign(emulator.data.project, { captcha, device_fingerprinting: decisive })
    const { token } = emulator.createMagicLink('member')
    const post = (fields: object) =>
      emulator.fetch(`${emulator.baseUrl}${API}/magic_links/authenticate`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${emulator.publicToken}:x`)}` },
        body: JSON.stringify({ magic_links_token: token, ...fields }),
      })
    const asked = await post({ dfp_telemetry_id: 'challenge-1' })
    expect([asked.status, await asked.text()]).toEqual([403, 'Captcha required'])
    expect(asked.headers.get('content-type')).not.toContain('json')
    const taken = await post({ dfp_telemetry_id: 'challenge-1', captcha_token: 'c' })
    expect(taken.status).toBe(200)
  })
})

async function signInByLink(
  api: Api,
  name: string,
  fields: object = {},
  session?: string,
): Promise<Answer> {
  const { token } = api.emulator.createMagicLink(memberNamed(api.emulator, name))
  return api.call('POST', `${API}/magic_links/authenticate`, {
    body: { magic_links_token: token, session_duration_minutes: 60, ...fields },
    ...(session !== undefined && { session }),
  })
}

async function signInByCode(
  api: Api,
  email_address: string,
  session?: string,
  intermediate_session_token?: string,
): Promise<Answer> {
  const to = { email_address, organization_id: organizationId(api.emulator, 'northwind') }
  await api.call('POST', `${API}/otps/email/login_or_signup`, { body: to })
  const { code } = lastMessage(api.emulator)
  return api.call('POST', `${API}/otps/email/authenticate`, {
    body: { ...to, code, session_duration_minutes: 60, intermediate_session_token },
    ...(session !== undefined && { session }),
  })
}

/** Goes on with the code that was texted last. */
function authenticateText(api: Api, begun: Answer): Promise<Answer> {
  return api.call('POST', `${API}/otps/sms/authenticate`, {
    body: {
      code: lastMessage(api.emulator).code,
      member_id: begun.text('data.member_id'),
      organization_id: organizationId(api.emulator, 'northwind'),
      intermediate_session_token: begun.text('data.intermediate_session_token'),
      session_duration_minutes: 60,
    },
  })
}

function restrict({ emulator }: Api, allowed_auth_methods: string[]): void {
  settle(emulator, 'northwind', { auth_methods: 'RESTRICTED', allowed_auth_methods })
}
