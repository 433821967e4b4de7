import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

const MEMBERS = '/sdk/v1/b2b/organizations/members'
const OLD = 'mia.svensson@northwind.example'
const NEW = 'mia@northwind.example'

describe('an email update', () => {
  it('by link makes the new address the primary one, and retires the old', async () => {
    const { begin, lastMail, authenticateLink, me } = await start()
    const begun = await begin({ email_address: NEW, login_redirect_url: 'https://app.example/in' })
    expect(begun.at('data.member.email_address')).toBe(OLD)
    expect(lastMail()).toMatchObject({ template: 'email_update', to: NEW })
    expect(lastMail().url).toMatch(/^https:\/\/app\.example\/in\?.*multi_tenant_magic_links/)

    expect((await authenticateLink()).status).toBe(200)
    expect(await me()).toMatchObject({
      email_address: NEW,
      email_address_verified: true,
      retired_email_addresses: [{ email_address: OLD, email_id: expect.any(String) as string }],
    })
  })

  it('by code does the same', async () => {
    const { api, begin, lastMail, me } = await start()
    await begin({ email_address: NEW, delivery_method: 'EMAIL_OTP' })
    expect(lastMail()).toMatchObject({ to: NEW, code: expect.stringMatching(/^\d{6}$/) as string })
    const answer = await api.call('POST', '/sdk/v1/b2b/otps/email/authenticate', {
      body: {
        organization_id: api.emulator.personas[0]?.organization_id,
        email_address: NEW,
        code: lastMail().code,
        session_duration_minutes: 60,
      },
    })
    expect(answer.status).toBe(200)
    expect((await me())['email_address']).toBe(NEW)
  })

  it('may be begun for another member by who has stytch.member update.info.email', async () => {
    const { api, lastMail, authenticateLink } = await start()
    const grace = memberNamed(api.emulator, 'Grace Kimani')
    const path = `${MEMBERS}/${grace}/start_email_update`
    const body = { email_address: 'grace@northwind.example' }
    const denied = await api.call('POST', path, { session: await api.signIn('auditor'), body })
    expect(denied.status).toBe(403)
    const begun = await api.call('POST', path, { session: await api.signIn('admin'), body })
    expect(begun.at('data.member_id')).toBe(grace)
    expect(lastMail().to).toBe('grace@northwind.example')
    await authenticateLink()
    expect(api.emulator.data.members[grace]?.email_address).toBe('grace@northwind.example')
  })

  it('lasts five minutes, and then leaves the address to others', async () => {
    const { api, begin, authenticateLink, beginAs } = await start()
    await begin({ email_address: NEW })
    api.emulator.clock.advance(4 * 60_000)
    expectError(
      await beginAs('Grace Kimani', { email_address: NEW }),
      400,
      'desired_email_updating_for_different_member',
    )
    api.emulator.clock.advance(60_000)
    expect((await authenticateLink()).status).toBe(401)
    expect((await beginAs('Grace Kimani', { email_address: NEW })).status).toBe(200)
  })

  it('takes the place of an earlier one', async () => {
    const { api, begin, lastMail, authenticateLink } = await start()
    await begin({ email_address: 'first@northwind.example' })
    const { token } = lastMail()
    await begin({ email_address: NEW })
    expect((await authenticateLink(token)).status).toBe(401)
    expect((await authenticateLink()).status).toBe(200)
    expect(
      api.emulator.data.members[memberNamed(api.emulator, 'Mia Svensson')]?.email_address,
    ).toBe(NEW)
  })

  it('is refused when the address has become that of another member meanwhile', async () => {
    const { api, begin, authenticateLink, me } = await start()
    await begin({ email_address: NEW })
    const session = await api.signIn('admin')
    await api.call('POST', MEMBERS, { session, body: { email_address: NEW } })
    expectError(await authenticateLink(), 400, 'unable_to_verify_member_email_update')
    expect((await me())['email_address']).toBe(OLD)
  })

  it.each([
    ['nothing that is an address', { email_address: 'mia' }, 'invalid_email'],
    ['the present address', { email_address: OLD }, 'duplicate_member_email'],
    [
      'the address of another',
      { email_address: 'ada.lovelace@northwind.example' },
      'duplicate_member_email',
    ],
    ['another way of delivery', { email_address: NEW, delivery_method: 'PIGEON' }, 'bad_request'],
    [
      'an address that leads nowhere',
      { email_address: NEW, login_redirect_url: 'javascript:alert(1)' },
      'invalid_login_redirect_url',
    ],
  ])('is refused for %s', async (_what, body, errorType) => {
    const { api, begin } = await start()
    const mails = api.emulator.inbox.length
    expectError(await begin(body), 400, errorType)
    expect(api.emulator.inbox).toHaveLength(mails)
  })

  it('is refused for an address that another member gave up without unlinking it', async () => {
    const { api, begin } = await start()
    api.emulator.data.members[
      memberNamed(api.emulator, 'Grace Kimani')
    ]?.retired_email_addresses.push({
      email_id: 'email-test-1',
      email_address: NEW,
    })
    expectError(
      await begin({ email_address: NEW }),
      400,
      'desired_email_deactivated_by_different_member',
    )
  })

  it('is for active members with a verified address', async () => {
    const { api, beginAs } = await start()
    const grace = api.emulator.data.members[memberNamed(api.emulator, 'Grace Kimani')]
    if (grace) grace.email_address_verified = false
    expectError(
      await beginAs('Grace Kimani', { email_address: NEW }),
      400,
      'member_has_no_active_verified_email',
    )
    expectError(
      await beginAs('Priya Nair', { email_address: NEW }),
      400,
      'email_updates_available_only_for_active_members',
    )
  })
})

async function start() {
  const api = createApi()
  const session = await api.signIn('member')
  const lastMail = () => {
    const mail = api.emulator.inbox.at(-1)
    if (!mail) throw new Error('There is no mail.')
    return mail
  }
  return {
    api,
    lastMail,
    begin: (body: object) => api.call('POST', `${MEMBERS}/start_email_update`, { session, body }),
    beginAs: async (name: string, body: object) =>
      api.call('POST', `${MEMBERS}/${memberNamed(api.emulator, name)}/start_email_update`, {
        session: await api.signIn('admin'),
        body,
      }),
    authenticateLink: (token = lastUpdateToken()) =>
      api.call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
        body: { magic_links_token: token, session_duration_minutes: 60 },
      }),
    me: async () => {
      const answer = await api.call('GET', `${MEMBERS}/me`, { session })
      return answer.at('data.member') as Record<string, unknown>
    },
  }

  function lastUpdateToken(): string | undefined {
    return api.emulator.inbox.findLast(({ template }) => template === 'email_update')?.token
  }
}

function expectError(answer: Answer, status: number, errorType: string): void {
  expect([answer.status, answer.at('error_type')]).toEqual([status, errorType])
}
