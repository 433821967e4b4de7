import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { begin, beginToken, mfaCall } from './mfaCalls.ts'
import { alter, API, refusal } from './signInCalls.ts'

const DMITRI = 'Dmitri Volkov'
const SAMPLE = ['aaaa-aaaa-0001', 'aaaa-aaaa-0002', 'aaaa-aaaa-0003']

async function recover(api: Api, recovery_code: string, name = DMITRI) {
  return mfaCall(api, name, '/recovery_codes/recover', {
    intermediate_session_token: await beginToken(api, name),
    recovery_code,
    session_duration_minutes: 60,
  })
}

/** A session of somebody with an app, who is not asked for it. */
async function dmitri(api: Api): Promise<string> {
  alter(api.emulator, DMITRI, { mfa_enrolled: false })
  return (await begin(api, DMITRI)).text('data.session_token')
}

describe('recoveryCodes.recover', () => {
  it('stands in for the app, and says how many are left', async () => {
    const api = createApi()
    const answer = await recover(api, 'aaaa-aaaa-0002')
    expect(answer.at('data.recovery_codes_remaining')).toBe(2)
    expect(answer.text('data.session_token')).not.toBe('')
    expect(answer.at('data.member_session.authentication_factors')).toEqual([
      expect.objectContaining({ type: 'magic_link' }),
      expect.objectContaining({
        type: 'recovery_codes',
        delivery_method: 'recovery_code',
        recovery_code_factor: {
          totp_recovery_code_id: expect.stringMatching(/^member-totp-test-/) as unknown,
        },
      }),
    ])
  })

  it('takes each code once, in any letter case', async () => {
    const api = createApi()
    expect((await recover(api, ' AAAA-aaaa-0002 ')).status).toBe(200)
    expect(refusal(await recover(api, 'aaaa-aaaa-0002'))).toEqual([
      401,
      'unable_to_authenticate_recovery_code',
    ])
    expect((await recover(api, 'aaaa-aaaa-0001')).at('data.recovery_codes_remaining')).toBe(1)
  })

  it('refuses what is none', async () => {
    const api = createApi()
    expect(refusal(await recover(api, 'aaaa-aaaa-0009'))).toEqual([
      401,
      'unable_to_authenticate_recovery_code',
    ])
    expect(refusal(await recover(api, 'aaaa'))).toEqual([400, 'invalid_recovery_code'])
    expect(refusal(await recover(api, '123456'))).toEqual([400, 'totp_code_used_as_recovery_code'])
    alter(api.emulator, 'Grace Kimani', { mfa_enrolled: true })
    expect(refusal(await recover(api, 'aaaa-aaaa-0001', 'Grace Kimani'))).toEqual([
      400,
      'no_active_recovery_code_backed_factor',
    ])
    const nothing = await mfaCall(api, DMITRI, '/recovery_codes/recover', {
      recovery_code: 'aaaa-aaaa-0001',
    })
    expect(refusal(nothing)).toEqual([400, 'no_session_arguments'])
  })

  it('does not take the codes of an app that was never confirmed', async () => {
    const api = createApi()
    const created = await mfaCall(api, 'Grace Kimani', '/totp')
    const [code] = created.at('data.recovery_codes') as string[]
    alter(api.emulator, 'Grace Kimani', { mfa_enrolled: true })
    expect(refusal(await recover(api, code ?? '', 'Grace Kimani'))).toEqual([
      400,
      'no_active_recovery_code_backed_factor',
    ])
  })

  it('locks the member after ten wrong codes', async () => {
    const api = createApi()
    const intermediate_session_token = await beginToken(api, DMITRI)
    const tryOut = (recovery_code: string) =>
      mfaCall(api, DMITRI, '/recovery_codes/recover', { intermediate_session_token, recovery_code })
    for (let attempt = 0; attempt < 10; attempt += 1) await tryOut('zzzz-zzzz-zzzz')
    expect(refusal(await tryOut('aaaa-aaaa-0001'))).toEqual([429, 'user_lock_limit_reached'])
  })
})

describe('recoveryCodes.get', () => {
  it('lists those that were not used', async () => {
    const api = createApi()
    await recover(api, 'aaaa-aaaa-0002')
    const answer = await api.call('GET', `${API}/recovery_codes`, { session: await dmitri(api) })
    expect(answer.at('data.recovery_codes')).toEqual(['aaaa-aaaa-0001', 'aaaa-aaaa-0003'])
  })

  it('needs a session, of somebody with an app', async () => {
    const api = createApi()
    expect(refusal(await api.call('GET', `${API}/recovery_codes`))).toEqual([
      401,
      'user_unauthenticated',
    ])
    const session = await api.signIn('admin')
    expect(refusal(await api.call('GET', `${API}/recovery_codes`, { session }))).toEqual([
      404,
      'recovery_codes_not_found',
    ])
  })
})

describe('recoveryCodes.rotate', () => {
  it('makes new codes, and those before no longer count', async () => {
    const api = createApi()
    const session = await dmitri(api)
    const answer = await api.call('POST', `${API}/recovery_codes/rotate`, { session, body: {} })
    const codes = answer.at('data.recovery_codes') as string[]
    expect(codes).toHaveLength(10)
    expect(codes.filter((code) => SAMPLE.includes(code))).toEqual([])
    const listed = await api.call('GET', `${API}/recovery_codes`, { session })
    expect(listed.at('data.recovery_codes')).toEqual(codes)
    alter(api.emulator, DMITRI, { mfa_enrolled: true })
    expect((await recover(api, 'aaaa-aaaa-0001')).status).toBe(401)
    expect((await recover(api, codes[0] ?? '')).status).toBe(200)
  })

  it('refuses whoever has no app', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    expect(refusal(await api.call('POST', `${API}/recovery_codes/rotate`, { session }))).toEqual([
      404,
      'recovery_codes_not_found',
    ])
  })
})
