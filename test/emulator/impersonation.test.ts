import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { idsOf } from './mfaCalls.ts'
import { alter, API, refusal, settle } from './signInCalls.ts'

const MINUTE = 60_000

/** A token to act as somebody with, as the dashboard makes them. */
function mint(api: Api, member_id: string, fields: object = {}) {
  return api.call('POST', '/_emulator/impersonation-tokens', { body: { member_id, ...fields } })
}

async function authenticate(api: Api, impersonation_token: string, session?: string) {
  return api.call('POST', `${API}/impersonation/authenticate`, {
    ...(session !== undefined && { session }),
    body: { impersonation_token },
  })
}

describe('impersonation.authenticate', () => {
  it('acts as the member for an hour, and says who does', async () => {
    const api = createApi()
    const minted = await mint(api, 'member', {
      impersonator_id: 'eve',
      impersonator_email_address: 'eve@orbit-control.example',
    })
    const answer = await authenticate(api, minted.text('token'))
    expect(answer.at('data.member.name')).toBe('Mia Svensson')
    expect(answer.at('data.member_session.authentication_factors')).toEqual([
      expect.objectContaining({
        type: 'impersonated',
        delivery_method: 'impersonation',
        impersonated_factor: {
          impersonator_id: 'eve',
          impersonator_email_address: 'eve@orbit-control.example',
        },
      }),
    ])
    expect(Date.parse(answer.text('data.member_session.expires_at'))).toBeCloseTo(
      api.emulator.clock.now() + 60 * MINUTE,
      -4,
    )
  })

  it('leads to the app with the token', async () => {
    const minted = await mint(createApi(), 'member')
    const url = new URL(minted.text('url'))
    expect(url.searchParams.get('stytch_token_type')).toBe('multi_tenant_impersonation')
    expect(url.searchParams.get('token')).toBe(minted.text('token'))
  })

  it('is past what the organization asks of its members', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', {
      mfa_policy: 'REQUIRED_FOR_ALL',
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['sso'],
    })
    const answer = await authenticate(api, (await mint(api, 'member')).text('token'))
    expect(answer.at('data.member_authenticated')).toBe(true)
  })

  it('does not become part of the session that the member has', async () => {
    const api = createApi()
    const session = await api.signIn('member')
    const answer = await authenticate(api, (await mint(api, 'member')).text('token'), session)
    expect(answer.text('data.session_token')).not.toBe(session)
    const own = await api.call('POST', `${API}/sessions/authenticate`, { session })
    expect(own.at('data.member_session.authentication_factors')).toEqual([
      expect.objectContaining({ type: 'magic_link' }),
    ])
  })

  it('takes a token once, for five minutes', async () => {
    const api = createApi()
    const first = (await mint(api, 'member')).text('token')
    const second = (await mint(api, 'member')).text('token')
    expect((await authenticate(api, first)).status).toBe(200)
    const refused = [401, 'unable_to_auth_impersonation_token']
    expect(refusal(await authenticate(api, first))).toEqual(refused)
    expect(refusal(await authenticate(api, 'never-made'))).toEqual(refused)
    api.emulator.clock.advance(5 * MINUTE)
    expect(refusal(await authenticate(api, second))).toEqual(refused)
  })

  it('is for active members only', async () => {
    const api = createApi()
    expect(refusal(await mint(api, idsOf(api, 'Priya Nair').member_id))).toEqual([
      403,
      'member_impersonation_not_allowed',
    ])
    const { member_id } = idsOf(api, 'Grace Kimani')
    const token = (await mint(api, member_id)).text('token')
    alter(api.emulator, 'Grace Kimani', { status: 'deleted' })
    expect(refusal(await authenticate(api, token))).toEqual([
      403,
      'member_impersonation_not_allowed',
    ])
  })

  it('cannot be extended', async () => {
    const api = createApi()
    const signedIn = await authenticate(api, (await mint(api, 'member')).text('token'))
    const answer = await api.call('POST', `${API}/sessions/authenticate`, {
      session: signedIn.text('data.session_token'),
      body: { session_duration_minutes: 600 },
    })
    expect(answer.at('data.member_session.expires_at')).toBe(
      signedIn.at('data.member_session.expires_at'),
    )
  })
})
