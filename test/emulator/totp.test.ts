import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { begin, beginToken, idsOf, mfaCall } from './mfaCalls.ts'
import { alter, API, refusal, settle } from './signInCalls.ts'

const MINUTE = 60_000
/** What the sample's app holds, and RFC 6238 makes its test vectors with. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** What an app with the secret shows so many seconds from now. */
function shownBy({ emulator }: Api, secret: string, seconds = 0): string {
  return new TOTP({ secret }).generate({ timestamp: emulator.clock.now() + seconds * 1000 })
}

/** Grace registers an app with the session; returns its secret. */
async function register(api: Api, session: string): Promise<string> {
  return (await mfaCall(api, 'Grace Kimani', '/totp', { session })).text('data.secret')
}

async function signInGrace(api: Api): Promise<string> {
  return (await begin(api, 'Grace Kimani')).text('data.session_token')
}

describe('totp.create', () => {
  it('answers a secret, an image that carries it, and recovery codes', async () => {
    const api = createApi()
    const answer = await mfaCall(api, 'Grace Kimani', '/totp')
    expect(answer.status).toBe(200)
    expect(answer.at('data.member_id')).toBe(idsOf(api, 'Grace Kimani').member_id)
    expect(answer.text('data.secret')).toMatch(/^[A-Z2-7]{32}$/)
    expect(answer.text('data.totp_registration_id')).toMatch(/^member-totp-test-/)
    const image = answer.text('data.qr_code')
    expect(image).toMatch(/^data:image\/svg\+xml,/)
    expect(decodeURIComponent(image)).toMatch(/<svg[^>]*>.*<\/svg>/s)
    const codes = answer.at('data.recovery_codes') as string[]
    expect(codes).toHaveLength(10)
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/)
  })

  it('is not the member’s until a first code has confirmed it', async () => {
    const api = createApi()
    const answer = await mfaCall(api, 'Grace Kimani', '/totp')
    expect(answer.at('data.member.totp_registration_id')).toBe('')
  })

  it('wants a begun sign-in of whoever has a factor already', async () => {
    const api = createApi()
    expect(refusal(await mfaCall(api, 'Jonas Lindqvist', '/totp'))).toEqual([
      400,
      'no_session_arguments',
    ])
    const session = await api.signIn('admin')
    expect(refusal(await mfaCall(api, 'Jonas Lindqvist', '/totp', { session }))).toEqual([
      400,
      'member_session_member_id_mismatch',
    ])
    const own = (await begin(api, 'Jonas Lindqvist')).text('data.session_token')
    expect((await mfaCall(api, 'Jonas Lindqvist', '/totp', { session: own })).status).toBe(200)
  })

  it('refuses a second app, a method that is not allowed, and who is not there', async () => {
    const api = createApi()
    const intermediate_session_token = await beginToken(api, 'Dmitri Volkov')
    expect(
      refusal(await mfaCall(api, 'Dmitri Volkov', '/totp', { intermediate_session_token })),
    ).toEqual([400, 'active_totp_exists'])
    expect(refusal(await mfaCall(api, 'Søren Krogh', '/totp'))).toEqual([404, 'member_not_found'])
    expect(refusal(await mfaCall(api, 'Tomás Herrera', '/totp'))).toEqual([404, 'member_not_found'])
    for (const expiration_minutes of [4, 1441, '60']) {
      expect(refusal(await mfaCall(api, 'Grace Kimani', '/totp', { expiration_minutes }))).toEqual([
        400,
        'invalid_expiration',
      ])
    }
    settle(api.emulator, 'northwind', {
      mfa_methods: 'RESTRICTED',
      allowed_mfa_methods: ['sms_otp'],
    })
    expect(refusal(await mfaCall(api, 'Grace Kimani', '/totp'))).toEqual([
      403,
      'operation_restricted_by_organization_mfa_methods',
    ])
  })

  it('lasts an hour, or as long as was asked for, without being confirmed', async () => {
    const api = createApi()
    const session = await api.signIn(idsOf(api, 'Grace Kimani').member_id, 600)
    let secret = await register(api, session)
    api.emulator.clock.advance(60 * MINUTE)
    const confirm = () =>
      mfaCall(api, 'Grace Kimani', '/totp/authenticate', { session, code: shownBy(api, secret) })
    expect(refusal(await confirm())).toEqual([401, 'expired_totp'])
    const again = await mfaCall(api, 'Grace Kimani', '/totp', { session, expiration_minutes: 120 })
    secret = again.text('data.secret')
    api.emulator.clock.advance(119 * MINUTE)
    expect((await confirm()).status).toBe(200)
  })

  it('forgets a registration that was begun before', async () => {
    const api = createApi()
    const session = await signInGrace(api)
    const first = await register(api, session)
    const second = await register(api, session)
    const confirm = (secret: string) =>
      mfaCall(api, 'Grace Kimani', '/totp/authenticate', { session, code: shownBy(api, secret) })
    expect(refusal(await confirm(first))).toEqual([401, 'unable_to_authenticate_totp'])
    expect((await confirm(second)).status).toBe(200)
  })
})

describe('totp.authenticate', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('takes what RFC 6238 has for %i seconds: %s', async (seconds, code) => {
    const api = createApi()
    api.emulator.clock.set(seconds * 1000)
    const intermediate_session_token = await beginToken(api, 'Dmitri Volkov')
    const answer = await mfaCall(api, 'Dmitri Volkov', '/totp/authenticate', {
      intermediate_session_token,
      code,
      session_duration_minutes: 30,
    })
    expect(answer.status).toBe(200)
    expect(answer.at('data.member.email_address')).toBe('dmitri.volkov@northwind.example')
  })

  it('completes a begun sign-in, once', async () => {
    const api = createApi()
    const begun = await begin(api, 'Dmitri Volkov')
    expect(begun.at('data.member_session')).toBeNull()
    const body = {
      intermediate_session_token: begun.text('data.intermediate_session_token'),
      code: shownBy(api, SECRET),
      session_duration_minutes: 30,
    }
    const answer = await mfaCall(api, 'Dmitri Volkov', '/totp/authenticate', body)
    expect(answer.at('data.member_session.authentication_factors')).toEqual([
      expect.objectContaining({ type: 'magic_link' }),
      expect.objectContaining({
        type: 'totp',
        delivery_method: 'authenticator_app',
        authenticator_app_factor: { totp_id: begun.at('data.member.totp_registration_id') },
      }),
    ])
    expect(answer.text('data.session_token')).not.toBe('')
    api.emulator.clock.advance(MINUTE)
    expect(
      refusal(
        await mfaCall(api, 'Dmitri Volkov', '/totp/authenticate', {
          ...body,
          code: shownBy(api, SECRET),
        }),
      ),
    ).toEqual([404, 'intermediate_session_not_found'])
  })

  it('makes the app the member’s, and the default where there was none', async () => {
    const api = createApi()
    const session = await signInGrace(api)
    const code = shownBy(api, await register(api, session))
    const answer = await mfaCall(api, 'Grace Kimani', '/totp/authenticate', { session, code })
    expect(answer.at('data.session_token')).toBe(session)
    expect(answer.text('data.member.totp_registration_id')).toMatch(/^member-totp-test-/)
    expect(answer.at('data.member.default_mfa_method')).toBe('totp')
    expect(answer.at('data.member.mfa_enrolled')).toBe(false)
  })

  it('enrolls, unenrolls and changes the default as it is told', async () => {
    const api = createApi()
    const session = (await begin(api, 'Jonas Lindqvist')).text('data.session_token')
    const secret = (await mfaCall(api, 'Jonas Lindqvist', '/totp', { session })).text('data.secret')
    const prove = async (fields: object) => {
      api.emulator.clock.advance(MINUTE)
      const code = shownBy(api, secret)
      return mfaCall(api, 'Jonas Lindqvist', '/totp/authenticate', { session, code, ...fields })
    }
    const first = await prove({ set_mfa_enrollment: 'enroll' })
    expect(first.at('data.member.mfa_enrolled')).toBe(true)
    expect(first.at('data.member.default_mfa_method')).toBe('sms_otp')
    const second = await prove({ set_mfa_enrollment: 'unenroll', set_default_mfa: true })
    expect(second.at('data.member.mfa_enrolled')).toBe(false)
    expect(second.at('data.member.default_mfa_method')).toBe('totp')
    expect(refusal(await prove({ set_mfa_enrollment: 'maybe' }))).toEqual([
      400,
      'invalid_set_mfa_enrollment',
    ])
  })

  it('takes a code of a step before or after now, each once', async () => {
    const api = createApi()
    const prove = async (seconds: number) =>
      mfaCall(api, 'Dmitri Volkov', '/totp/authenticate', {
        intermediate_session_token: await beginToken(api, 'Dmitri Volkov'),
        code: shownBy(api, SECRET, seconds),
      })
    expect(refusal(await prove(-61))).toEqual([401, 'unable_to_authenticate_totp'])
    expect(refusal(await prove(61))).toEqual([401, 'unable_to_authenticate_totp'])
    expect((await prove(-30)).status).toBe(200)
    expect(refusal(await prove(-30))).toEqual([401, 'totp_code_already_authenticated'])
    expect((await prove(30)).status).toBe(200)
    expect(refusal(await prove(0))).toEqual([401, 'totp_code_already_authenticated'])
  })

  it('lets one of two at the same time win', async () => {
    const api = createApi()
    const tokens = [await beginToken(api, 'Dmitri Volkov'), await beginToken(api, 'Dmitri Volkov')]
    const code = shownBy(api, SECRET)
    const answers = await Promise.all(
      tokens.map((intermediate_session_token) =>
        mfaCall(api, 'Dmitri Volkov', '/totp/authenticate', { intermediate_session_token, code }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('refuses what is no code, who has no app, and calls that come with nothing', async () => {
    const api = createApi()
    const session = await signInGrace(api)
    const prove = (code: string) =>
      mfaCall(api, 'Grace Kimani', '/totp/authenticate', { session, code })
    expect(refusal(await prove('12345'))).toEqual([400, 'invalid_totp_code'])
    expect(refusal(await prove('aaaa-aaaa-0001'))).toEqual([400, 'recovery_code_used_as_totp_code'])
    expect(refusal(await prove('123456'))).toEqual([404, 'totp_not_found'])
    expect(
      refusal(await mfaCall(api, 'Grace Kimani', '/totp/authenticate', { code: '123456' })),
    ).toEqual([400, 'no_session_arguments'])
    const intermediate_session_token = await beginToken(api, 'Dmitri Volkov')
    const ofAnother = { intermediate_session_token, code: '123456' }
    expect(refusal(await mfaCall(api, 'Grace Kimani', '/totp/authenticate', ofAnother))).toEqual([
      404,
      'intermediate_session_not_found',
    ])
  })

  it('locks the member after ten wrong codes', async () => {
    const api = createApi()
    const intermediate_session_token = await beginToken(api, 'Dmitri Volkov')
    const wrong = shownBy(api, SECRET, 3600)
    const prove = (code: string) =>
      mfaCall(api, 'Dmitri Volkov', '/totp/authenticate', { intermediate_session_token, code })
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await prove(wrong)).status).toBe(401)
    }
    expect(refusal(await prove(shownBy(api, SECRET)))).toEqual([429, 'user_lock_limit_reached'])
  })
})

describe('organization.members.deleteMFATOTP', () => {
  it('leaves sessions as they are', async () => {
    const api = createApi()
    alter(api.emulator, 'Dmitri Volkov', { mfa_enrolled: false })
    const session = (await begin(api, 'Dmitri Volkov')).text('data.session_token')
    const admin = await api.signIn('admin')
    const { member_id } = idsOf(api, 'Dmitri Volkov')
    const path = `${API}/organizations/members/totp/${member_id}`
    expect((await api.call('DELETE', path, { session: admin })).status).toBe(200)
    expect((await api.call('POST', `${API}/sessions/authenticate`, { session })).status).toBe(200)
    expect(refusal(await api.call('GET', `${API}/recovery_codes`, { session }))).toEqual([
      404,
      'recovery_codes_not_found',
    ])
  })
})
