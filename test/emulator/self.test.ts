import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

const SELF = '/sdk/v1/b2b/organizations/members'

describe('PUT /b2b/organizations/members/update', () => {
  it('changes what members may change of themselves, and looks at nothing else', async () => {
    const { call, member } = await start()
    const answer = await call('PUT', '/update', {
      name: 'Mia S.',
      untrusted_metadata: { theme: 'dark' },
      mfa_enrolled: true,
      mfa_phone_number: '+12025550123',
      default_mfa_method: 'sms_otp',
      roles: ['stytch_admin'],
      is_breakglass: true,
      email_address: 'boss@northwind.example',
    })
    expect(answer.at('data.member')).toMatchObject({
      name: 'Mia S.',
      untrusted_metadata: { theme: 'dark' },
      mfa_enrolled: true,
      mfa_phone_number: '+12025550123',
      default_mfa_method: 'sms_otp',
      email_address: 'mia.svensson@northwind.example',
      is_breakglass: false,
      is_admin: false,
    })
    expect(answer.at('data.member_id')).toBe(member().member_id)
  })

  it.each([
    [{ mfa_phone_number: '112' }, 'invalid_phone_number'],
    [{ default_mfa_method: 'totp' }, 'default_mfa_member_missing_factor'],
    [{ trusted_metadata: {} }, 'cannot_update_trusted_metadata'],
    [{ mfa_enrolled: 'yes' }, 'bad_request'],
  ])('refuses %j', async (body, errorType) => {
    const { call } = await start()
    expectError(await call('PUT', '/update', body), 400, errorType)
  })

  it.each([
    ['name', 'x', 'update.info.name'],
    ['untrusted_metadata', {}, 'update.info.untrusted-metadata'],
    ['mfa_phone_number', '+12025550123', 'update.info.mfa-phone'],
    ['mfa_enrolled', true, 'update.settings.mfa-enrolled'],
    ['default_mfa_method', 'sms_otp', 'update.settings.default-mfa-method'],
  ])('for %s takes its own action of stytch.self', async (field, value, action) => {
    const { call, allowSelf } = await start()
    allowSelf('delete')
    expectError(
      await call('PUT', '/update', { [field]: value }),
      403,
      'session_authorization_error',
    )
    allowSelf(action)
    expect((await call('PUT', '/update', { [field]: value })).status).not.toBe(403)
  })
})

describe('what members take away from themselves', () => {
  it('DELETE …/deletePhoneNumber', async () => {
    const { call } = await start('Jonas Lindqvist')
    const answer = await call('DELETE', '/deletePhoneNumber')
    expect(answer.at('data.member.mfa_phone_number')).toBe('')
    expectError(await call('DELETE', '/deletePhoneNumber'), 404, 'member_phone_number_not_found')
  })

  it('DELETE …/deleteTOTP', async () => {
    const { call, member } = await start()
    expectError(await call('DELETE', '/deleteTOTP'), 404, 'totp_not_found')
    member().totp_registration_id = 'totp-test-1'
    const answer = await call('DELETE', '/deleteTOTP')
    expect(answer.at('data.member.totp_registration_id')).toBe('')
  })

  it.each([
    ['DELETE', '/deletePhoneNumber', 'update.info.delete.mfa-phone'],
    ['DELETE', '/deleteTOTP', 'update.info.delete.mfa-totp'],
    ['POST', '/unlink_retired_email', 'update.info.unlink.retired-email'],
    ['POST', '/start_email_update', 'update.info.email'],
    ['GET', '/connected_apps', 'get.connected-apps'],
    ['POST', '/connected_apps/connected-app-test-x/revoke', 'revoke.connected-app'],
  ])('%s …%s needs stytch.self %s', async (method, path, action) => {
    const { call, allowSelf } = await start()
    allowSelf('delete')
    expectError(await call(method, path), 403, 'session_authorization_error')
    allowSelf(action)
    expect((await call(method, path)).status).not.toBe(403)
  })
})

describe('POST …/unlink_retired_email', () => {
  it.each([
    ['its id', { email_id: 'email-test-old' }],
    ['itself', { email_address: 'MIA@old.example' }],
    ['both', { email_id: 'email-test-old', email_address: 'mia@old.example' }],
  ])('frees a former address that is named by %s', async (_what, body) => {
    const { call, retire, api } = await start()
    retire()
    const answer = await call('POST', '/unlink_retired_email', body)
    expect(answer.at('data.member.retired_email_addresses')).toEqual([])
    const created = await api.call('POST', SELF, {
      session: await api.signIn('admin'),
      body: { email_address: 'mia@old.example' },
    })
    expect(created.status).toBe(200)
  })

  it.each([
    ['nothing', {}, 400, 'retired_email_missing_email_identifiers'],
    ['an unknown one', { email_address: 'other@old.example' }, 404, 'email_not_found'],
    [
      'two that differ',
      { email_id: 'email-test-old', email_address: 'x@y.example' },
      404,
      'email_not_found',
    ],
    [
      'the present one',
      { email_address: 'mia.svensson@northwind.example' },
      404,
      'email_not_found',
    ],
  ])('refuses %s', async (_what, body, status, errorType) => {
    const { call, retire, member } = await start()
    retire()
    expectError(await call('POST', '/unlink_retired_email', body), status, errorType)
    expect(member().retired_email_addresses).toHaveLength(1)
  })
})

async function start(name = 'Mia Svensson') {
  const api = createApi()
  const memberId = memberNamed(api.emulator, name)
  const session = await api.signIn(memberId)
  const member = () => {
    const found = api.emulator.data.members[memberId]
    if (!found) throw new Error('The member is gone.')
    return found
  }
  return {
    api,
    member,
    call: (method: string, path: string, body?: object) =>
      api.call(method, SELF + path, { session, ...(body && { body }) }),
    retire: () => {
      member().retired_email_addresses.push({
        email_id: 'email-test-old',
        email_address: 'mia@old.example',
      })
    },
    /** Leaves plain members with this one action on themselves. */
    allowSelf: (action: string) => {
      const role = api.emulator.data.project.rbac_policy.roles.find(
        ({ role_id }) => role_id === 'stytch_member',
      )
      if (role) role.permissions = [{ resource_id: 'stytch.self', actions: [action] }]
    },
  }
}

function expectError(answer: Answer, status: number, errorType: string): void {
  expect([answer.status, answer.at('error_type')]).toEqual([status, errorType])
}
