import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { begin, beginToken, mfaCall } from './mfaCalls.ts'
import { alter, lastMessage, refusal, settle } from './signInCalls.ts'

const MINUTE = 60_000
const NUMBER = '+46701740610'
const GRACE = 'Grace Kimani'
const JONAS = 'Jonas Lindqvist'

function send(api: Api, name: string, fields: Record<string, unknown> & { session?: string } = {}) {
  return mfaCall(api, name, '/otps/sms/send', fields)
}

function authenticate(
  api: Api,
  name: string,
  fields: Record<string, unknown> & { session?: string },
) {
  return mfaCall(api, name, '/otps/sms/authenticate', {
    code: lastMessage(api.emulator).code,
    session_duration_minutes: 60,
    ...fields,
  })
}

/** A code that is not the one that was sent. */
function wrongCode(api: Api): string {
  return lastMessage(api.emulator).code === '123456' ? '654321' : '123456'
}

async function sessionOf(api: Api, name: string): Promise<string> {
  return (await begin(api, name)).text('data.session_token')
}

describe('otps.sms.send', () => {
  it('texts a code, and keeps the number of a member who had none', async () => {
    const api = createApi()
    const answer = await send(api, GRACE, { mfa_phone_number: NUMBER, locale: 'es' })
    expect(Object.keys(answer.at('data') as object).sort()).toEqual(['request_id', 'status_code'])
    const text = lastMessage(api.emulator)
    expect(text).toMatchObject({ channel: 'sms', template: 'sms_otp', to: NUMBER })
    expect(text.code).toMatch(/^\d{6}$/)
    expect(text.text).toContain(text.code)
    const member = (await begin(api, GRACE)).at('data.member')
    expect(member).toMatchObject({ mfa_phone_number: NUMBER, mfa_phone_number_verified: false })
  })

  it('wants a number of a member who has none', async () => {
    expect(refusal(await send(createApi(), GRACE))).toEqual([404, 'member_phone_number_not_found'])
  })

  it('wants a begun sign-in of whoever has a factor already', async () => {
    const api = createApi()
    expect(refusal(await send(api, JONAS))).toEqual([400, 'no_session_arguments'])
    expect((await send(api, JONAS, { session: await sessionOf(api, JONAS) })).status).toBe(200)
  })

  it('changes a number that was not proved, but not one that was', async () => {
    const api = createApi()
    const session = await sessionOf(api, GRACE)
    await send(api, GRACE, { session, mfa_phone_number: NUMBER })
    await send(api, GRACE, { session, mfa_phone_number: '+46701740611' })
    expect(lastMessage(api.emulator).to).toBe('+46701740611')
    await authenticate(api, GRACE, { session })
    expect(refusal(await send(api, GRACE, { session, mfa_phone_number: NUMBER }))).toEqual([
      400,
      'duplicate_member_phone_number_for_member',
    ])
  })

  it.each([
    ['0701740610', 'invalid_phone_number'],
    ['+46 70 174 06 10', 'invalid_phone_number'],
    ['+999701740610', 'invalid_phone_number_country_code'],
    ['+80012345678', 'invalid_phone_number_country_code'],
    ['+46701740605', 'duplicate_member_phone_number'],
  ])('refuses %s with %s', async (mfa_phone_number, errorType) => {
    const api = createApi()
    expect(refusal(await send(api, GRACE, { mfa_phone_number }))).toEqual([400, errorType])
    expect(api.emulator.inbox).toEqual([])
  })

  it('texts nobody who has asked for no texts', async () => {
    const api = createApi()
    await api.call('POST', '/_emulator/unsubscribed-phones', { body: { phone_number: NUMBER } })
    expect(refusal(await send(api, GRACE, { mfa_phone_number: NUMBER }))).toEqual([
      400,
      'unsubscribed_phone_number',
    ])
    expect(api.emulator.inbox).toEqual([])
  })

  it('refuses where the organization does not take texts', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['totp'] })
    expect(refusal(await send(api, GRACE, { mfa_phone_number: NUMBER }))).toEqual([
      403,
      'operation_restricted_by_organization_mfa_methods',
    ])
  })
})

describe('otps.sms.authenticate', () => {
  it('completes a begun sign-in with the code that was texted by itself, once', async () => {
    const api = createApi()
    alter(api.emulator, JONAS, { mfa_enrolled: true })
    const begun = await begin(api, JONAS)
    expect(begun.at('data.mfa_required.secondary_auth_initiated')).toBe('sms_otp')
    const intermediate_session_token = begun.text('data.intermediate_session_token')
    const answer = await authenticate(api, JONAS, { intermediate_session_token })
    expect(answer.at('data.member_session.authentication_factors')).toEqual([
      expect.objectContaining({ type: 'magic_link', sequence_order: 'PRIMARY' }),
      expect.objectContaining({
        type: 'otp',
        delivery_method: 'sms',
        sequence_order: 'SECONDARY',
        phone_number_factor: expect.objectContaining({ phone_number: '+46701740605' }) as unknown,
      }),
    ])
    expect(answer.text('data.session_token')).not.toBe('')
    expect(refusal(await authenticate(api, JONAS, { intermediate_session_token }))).toEqual([
      404,
      'intermediate_session_not_found',
    ])
  })

  it('proves the number, and makes texts the default where there was none', async () => {
    const api = createApi()
    const session = await sessionOf(api, GRACE)
    await send(api, GRACE, { session, mfa_phone_number: NUMBER })
    const answer = await authenticate(api, GRACE, { session })
    expect(answer.at('data.session_token')).toBe(session)
    expect(answer.at('data.member')).toMatchObject({
      mfa_phone_number_verified: true,
      default_mfa_method: 'sms_otp',
      mfa_enrolled: false,
    })
  })

  it('enrolls and unenrolls as it is told', async () => {
    const api = createApi()
    const session = await sessionOf(api, JONAS)
    const prove = async (set_mfa_enrollment: string) => {
      await send(api, JONAS, { session })
      return authenticate(api, JONAS, { session, set_mfa_enrollment })
    }
    expect((await prove('enroll')).at('data.member.mfa_enrolled')).toBe(true)
    expect((await prove('unenroll')).at('data.member.mfa_enrolled')).toBe(false)
    expect(refusal(await prove('both'))).toEqual([400, 'invalid_set_mfa_enrollment'])
  })

  it('enrolls in any case where everybody has to', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const intermediate_session_token = await beginToken(api, GRACE)
    await send(api, GRACE, { intermediate_session_token, mfa_phone_number: NUMBER })
    const answer = await authenticate(api, GRACE, {
      intermediate_session_token,
      set_mfa_enrollment: 'unenroll',
    })
    expect(answer.at('data.member.mfa_enrolled')).toBe(true)
    expect(answer.text('data.session_token')).not.toBe('')
  })

  it('takes the newest code only, once, for two minutes', async () => {
    const api = createApi()
    const session = await sessionOf(api, JONAS)
    await send(api, JONAS, { session })
    const first = lastMessage(api.emulator).code
    await send(api, JONAS, { session })
    expect(refusal(await authenticate(api, JONAS, { session, code: first }))).toEqual([
      404,
      'otp_code_not_found',
    ])
    expect((await authenticate(api, JONAS, { session })).status).toBe(200)
    expect(refusal(await authenticate(api, JONAS, { session }))).toEqual([
      401,
      'unable_to_auth_otp_code',
    ])
    await send(api, JONAS, { session })
    api.emulator.clock.advance(2 * MINUTE)
    expect(refusal(await authenticate(api, JONAS, { session }))).toEqual([
      401,
      'unable_to_auth_otp_code',
    ])
  })

  it('gives up a code after five wrong ones', async () => {
    const api = createApi()
    const session = await sessionOf(api, JONAS)
    await send(api, JONAS, { session })
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await authenticate(api, JONAS, { session, code: wrongCode(api) })).status).toBe(404)
    }
    expect(refusal(await authenticate(api, JONAS, { session }))).toEqual([
      401,
      'unable_to_auth_otp_code',
    ])
  })

  it('refuses what is no code, a code that was never sent, and calls that come with nothing', async () => {
    const api = createApi()
    const session = await sessionOf(api, JONAS)
    const wrong = (code: string) => authenticate(api, JONAS, { session, code })
    expect(refusal(await wrong('12345a'))).toEqual([400, 'invalid_code'])
    expect(refusal(await wrong('123456'))).toEqual([404, 'otp_code_not_found'])
    expect(refusal(await authenticate(api, JONAS, { code: '123456' }))).toEqual([
      400,
      'no_session_arguments',
    ])
  })

  it('does not take a code that was sent to another member', async () => {
    const api = createApi()
    const jonas = await sessionOf(api, JONAS)
    const grace = await sessionOf(api, GRACE)
    await send(api, JONAS, { session: jonas })
    expect(refusal(await authenticate(api, GRACE, { session: grace }))).toEqual([
      404,
      'otp_code_not_found',
    ])
  })
})
