import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'

const MEMBERS = '/sdk/v1/b2b/organizations/members'

describe('DELETE /b2b/organizations/members/{member_id}', () => {
  it('deactivates a member, whose sessions and begun sign-ins end', async () => {
    const { api, call, id } = await start()
    const member_id = id('Grace Kimani')
    const session = await api.signIn(member_id)
    const answer = await call('DELETE', `${MEMBERS}/${member_id}`)
    expect([answer.status, answer.at('data.member_id')]).toEqual([200, member_id])
    expect(api.emulator.data.members[member_id]?.status).toBe('deleted')
    expect((await api.call('GET', `${MEMBERS}/me`, { session })).status).toBe(404)
    expect((await call('DELETE', `${MEMBERS}/${member_id}`)).at('error_type')).toBe(
      'member_not_found',
    )
  })

  it('takes an invitation back', async () => {
    const { api, call, id } = await start()
    const { token } = api.emulator.createMagicLink(id('Priya Nair'))
    await call('DELETE', `${MEMBERS}/${id('Priya Nair')}`)
    const answer = await api.call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
      body: { magic_links_token: token, session_duration_minutes: 60 },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })

  it('ends what connected apps may do in the name of the member', async () => {
    const { api, call, id } = await start()
    await call('DELETE', `${MEMBERS}/${id('Amara Diallo')}`)
    const grants = api.emulator.data.app_grants.map(({ member_id }) => member_id)
    expect(grants).not.toContain(id('Amara Diallo'))
    expect(grants).toContain(id('Ada Lovelace'))
  })

  it('leaves whoever a directory manages in it, as inactive until they are back', async () => {
    const { call, id } = await start('admin', 'scim')
    const activeInDirectory = async () => {
      const search = await call('POST', '/sdk/v1/b2b/organizations/me/members/search', {
        query: {
          operator: 'AND',
          operands: [
            { filter_name: 'member_ids', filter_value: [id('Bruno Costa')] },
            { filter_name: 'statuses', filter_value: ['active', 'deleted'] },
          ],
        },
      })
      return search.at('data.members.0.scim_registration.scim_attributes.active')
    }
    expect(await activeInDirectory()).toBe(true)
    await call('DELETE', `${MEMBERS}/${id('Bruno Costa')}`)
    expect(await activeInDirectory()).toBe(false)
    await call('PUT', `${MEMBERS}/${id('Bruno Costa')}/reactivate`)
    expect(await activeInDirectory()).toBe(true)
  })

  it.each([
    ['member', 'Mia Svensson', 200],
    ['member', 'Grace Kimani', 403],
    ['auditor', 'Grace Kimani', 403],
    ['people-manager', 'Grace Kimani', 200],
  ])('as %s on %s answers %i', async (persona, name, status) => {
    const { call, id } = await start(persona)
    expect((await call('DELETE', `${MEMBERS}/${id(name)}`)).status).toBe(status)
  })
})

describe('PUT /b2b/organizations/members/{member_id}/reactivate', () => {
  it('brings a deactivated member back', async () => {
    const { call, id } = await start()
    const answer = await call('PUT', `${MEMBERS}/${id('Søren Krogh')}/reactivate`)
    expect(answer.at('data.member')).toMatchObject({ name: 'Søren Krogh', status: 'active' })
  })

  it('refuses who is not deactivated', async () => {
    const { call, id } = await start()
    expectError(
      await call('PUT', `${MEMBERS}/${id('Grace Kimani')}/reactivate`),
      404,
      'no_deleted_member_found_for_reactivation',
    )
  })

  it('refuses whose address was never verified', async () => {
    const { call, id } = await start()
    await call('DELETE', `${MEMBERS}/${id('Priya Nair')}`)
    expectError(
      await call('PUT', `${MEMBERS}/${id('Priya Nair')}/reactivate`),
      400,
      'email_unverified_for_reactivation',
    )
  })

  it('refuses whose address somebody else has now', async () => {
    const { call, id } = await start()
    await call('POST', MEMBERS, { email_address: 'soren.krogh@contractors.northwind.example' })
    expectError(
      await call('PUT', `${MEMBERS}/${id('Søren Krogh')}/reactivate`),
      400,
      'reactivation_email_belongs_to_another_member',
    )
  })

  it('leaves former addresses to those who took them meanwhile', async () => {
    const { api, call, id } = await start()
    const soren = api.emulator.data.members[id('Søren Krogh')]
    soren?.retired_email_addresses.push({
      email_id: 'email-test-1',
      email_address: 'sk@northwind.example',
    })
    await call('POST', MEMBERS, { email_address: 'sk@northwind.example' })
    const answer = await call('PUT', `${MEMBERS}/${id('Søren Krogh')}/reactivate`)
    expect(answer.at('data.member.retired_email_addresses')).toEqual([])
  })

  it('needs stytch.member create', async () => {
    const { call, id } = await start('auditor')
    expect((await call('PUT', `${MEMBERS}/${id('Søren Krogh')}/reactivate`)).status).toBe(403)
  })
})

describe('factors of a member', () => {
  it('lose the password, which its owner may do by stytch.self', async () => {
    const { api, call, id } = await start()
    const hiroshi = api.emulator.data.members[id('Hiroshi Sato')]
    const passwordId = hiroshi?.member_password_id ?? ''
    const answer = await call('DELETE', `${MEMBERS}/passwords/${passwordId}`)
    expect(answer.at('data.member.member_password_id')).toBe('')
    expect(Object.keys(api.emulator.data.passwords)).not.toContain(passwordId)
    expectError(
      await call('DELETE', `${MEMBERS}/passwords/${passwordId}`),
      404,
      'member_password_not_found',
    )

    const olu = api.emulator.data.members[id('Olu Adeyemi')]
    const session = await api.signIn(olu?.member_id ?? '')
    const own = await api.call('DELETE', `${MEMBERS}/passwords/${olu?.member_password_id ?? ''}`, {
      session,
    })
    expect(own.status).toBe(200)
  })

  it('lose the phone number; sessions go on', async () => {
    const { api, call, id } = await start()
    const session = await api.signIn(id('Jonas Lindqvist'))
    const answer = await call('DELETE', `${MEMBERS}/mfa_phone_numbers/${id('Jonas Lindqvist')}`)
    expect(answer.at('data.member')).toMatchObject({
      mfa_phone_number: '',
      mfa_phone_number_verified: false,
      default_mfa_method: '',
    })
    expect((await api.call('GET', `${MEMBERS}/me`, { session })).status).toBe(200)
    const again = await call('DELETE', `${MEMBERS}/mfa_phone_numbers/${id('Jonas Lindqvist')}`)
    expectError(again, 404, 'member_phone_number_not_found')
  })

  it('lose the authenticator app, with its recovery codes', async () => {
    const { api, call, id } = await start()
    const member_id = id('Dmitri Volkov')
    const totpId = api.emulator.data.members[member_id]?.totp_registration_id ?? ''
    api.emulator.data.recovery_codes[member_id] = { member_id, codes: [] }
    const answer = await call('DELETE', `${MEMBERS}/totp/${member_id}`)
    expect(answer.at('data.member')).toMatchObject({
      totp_registration_id: '',
      default_mfa_method: '',
    })
    expect(Object.keys(api.emulator.data.totps)).not.toContain(totpId)
    expect(Object.keys(api.emulator.data.recovery_codes)).not.toContain(member_id)
    expectError(await call('DELETE', `${MEMBERS}/totp/${member_id}`), 404, 'totp_not_found')
  })

  it.each(['mfa_phone_numbers', 'totp'])('need a permission to lose %s', async (kind) => {
    const { call, id } = await start('auditor')
    const answer = await call('DELETE', `${MEMBERS}/${kind}/${id('Jonas Lindqvist')}`)
    expectError(answer, 403, 'session_authorization_error')
  })

  it('need a permission to lose the password of another', async () => {
    const { api, call, id } = await start('member')
    const passwordId = api.emulator.data.members[id('Hiroshi Sato')]?.member_password_id ?? ''
    expectError(
      await call('DELETE', `${MEMBERS}/passwords/${passwordId}`),
      403,
      'session_authorization_error',
    )
  })
})

async function start(persona = 'admin', seed: 'sample' | 'scim' = 'sample') {
  const api: Api = createApi({ seed })
  const session = await api.signIn(persona)
  // Those who are deactivated here keep their names, so ids are looked up once.
  const ids = new Map<string, string>()
  return {
    api,
    id: (name: string) => {
      const known = ids.get(name) ?? memberNamed(api.emulator, name)
      ids.set(name, known)
      return known
    },
    call: (method: string, path: string, body?: object) =>
      api.call(method, path, { session, ...(body && { body }) }),
  }
}

function expectError(answer: Answer, status: number, errorType: string): void {
  expect([answer.status, answer.at('error_type')]).toEqual([status, errorType])
}
