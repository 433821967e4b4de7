import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import {
  alter,
  API,
  authenticateLink,
  CHALLENGE,
  lastMessage,
  organizationId,
  refusal,
  settle,
  VERIFIER,
} from './signInCalls.ts'

/** What everybody in the sample who has a password has. */
const SAMPLE = 'orbit-lantern-cobalt-42'
const OTHER = 'marmalade-tugboat-93-violin'
const FAMOUS = 'correct horse battery staple'
const HIROSHI = 'hiroshi.sato@northwind.example'
const GRACE = 'grace.kimani@northwind.example'

/** A call about a member of Northwind. */
function call(api: Api, path: string, body: object) {
  return api.call('POST', `${API}/passwords${path}`, {
    body: { organization_id: organizationId(api.emulator, 'northwind'), ...body },
  })
}

function authenticate(api: Api, password: string, email_address = HIROSHI) {
  return call(api, '/authenticate', { email_address, password, session_duration_minutes: 30 })
}

function startReset(api: Api, email_address: string, fields: object = {}) {
  return call(api, '/email/reset/start', { email_address, ...fields })
}

function reset(api: Api, password: string, fields: object = {}) {
  return api.call('POST', `${API}/passwords/email/reset`, {
    body: {
      password_reset_token: lastMessage(api.emulator).token,
      password,
      session_duration_minutes: 60,
      ...fields,
    },
  })
}

/** Whether a session token still works. */
async function isAlive(api: Api, session: string): Promise<boolean> {
  return (await api.call('POST', `${API}/sessions/authenticate`, { session })).status === 200
}

describe('passwords.authenticate', () => {
  it('signs a member in, by a factor of what they know', async () => {
    const answer = await authenticate(createApi(), SAMPLE)
    expect(answer.status).toBe(200)
    expect(answer.at('data.member.email_address')).toBe(HIROSHI)
    expect(answer.at('data.member_authenticated')).toBe(true)
    expect(answer.at('data.member_session.authentication_factors')).toEqual([
      expect.objectContaining({
        type: 'password',
        delivery_method: 'knowledge',
        sequence_order: 'PRIMARY',
      }),
    ])
  })

  it('takes the password twice at the same time, the first time that it is compared', async () => {
    const api = createApi()
    const answers = await Promise.all([authenticate(api, SAMPLE), authenticate(api, SAMPLE)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  it('refuses a wrong password, a member without one, and somebody unknown', async () => {
    const api = createApi()
    expect(refusal(await authenticate(api, OTHER))).toEqual([401, 'unauthorized_credentials'])
    expect(refusal(await authenticate(api, SAMPLE, GRACE))).toEqual([
      404,
      'member_password_not_found',
    ])
    expect(refusal(await authenticate(api, SAMPLE, 'nobody@northwind.example'))).toEqual([
      404,
      'email_not_found',
    ])
  })

  it('does not know in one organization a password of another', async () => {
    const api = createApi()
    const answer = await call(api, '/authenticate', {
      organization_id: organizationId(api.emulator, 'tern'),
      email_address: HIROSHI,
      password: SAMPLE,
    })
    expect(refusal(answer)).toEqual([404, 'email_not_found'])
  })

  it('locks the member after ten wrong ones in a row, for an hour', async () => {
    const api = createApi()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await authenticate(api, OTHER)).status).toBe(401)
    }
    expect(refusal(await authenticate(api, SAMPLE))).toEqual([429, 'user_lock_limit_reached'])
    api.emulator.clock.advance(61 * 60_000)
    expect((await authenticate(api, SAMPLE)).status).toBe(200)
  })

  it('goes on to a second factor where one is needed', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const answer = await authenticate(api, SAMPLE)
    expect(answer.at('data.member_session')).toBeNull()
    expect(answer.at('data.mfa_required')).toEqual({
      member_options: null,
      secondary_auth_initiated: null,
    })
    expect(answer.text('data.intermediate_session_token')).not.toBe('')
  })

  it('asks for another factor where the organization does not take passwords', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
    const answer = await authenticate(api, SAMPLE)
    expect(answer.at('data.primary_required')).toEqual({ allowed_auth_methods: ['sso'] })
    const breakglass = await authenticate(api, SAMPLE, 'olu.adeyemi@northwind.example')
    expect(breakglass.at('data.member_authenticated')).toBe(true)
  })

  it('demands a reset of a password that was found in a breach', async () => {
    const api = createApi()
    const { passwords } = api.emulator.data.project
    passwords.breach_detection_on_create = false
    await startReset(api, GRACE)
    expect((await reset(api, FAMOUS)).status).toBe(200)
    expect(refusal(await authenticate(api, FAMOUS, GRACE))).toEqual([400, 'member_reset_password'])
    expect(refusal(await authenticate(api, OTHER, GRACE))).toEqual([
      401,
      'unauthorized_credentials',
    ])
    passwords.breach_detection_on_authentication = false
    expect((await authenticate(api, FAMOUS, GRACE)).status).toBe(200)
  })
})

describe('passwords.resetByEmailStart', () => {
  it('mails a link to set a password and one that signs in without', async () => {
    const api = createApi()
    const answer = await startReset(api, GRACE, {
      reset_password_redirect_url: 'https://app.example/set?next=1',
      login_redirect_url: 'https://app.example/in',
    })
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.at('data') as object).sort()).toEqual(['request_id', 'status_code'])
    const mail = lastMessage(api.emulator)
    expect(mail).toMatchObject({ template: 'password_reset', to: GRACE })
    const url = new URL(mail.url)
    expect(url.origin + url.pathname).toBe('https://app.example/set')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      next: '1',
      stytch_token_type: 'multi_tenant_passwords',
      stytch_redirect_type: 'reset_password',
      token: mail.token,
    })
    const skip = new URL(/https:\/\/app\.example\/in\S+/.exec(mail.text)?.[0] ?? '')
    expect(skip.searchParams.get('stytch_token_type')).toBe('multi_tenant_magic_links')
    const signedIn = await authenticateLink(api, skip.searchParams.get('token') ?? '')
    expect(signedIn.at('data.member.email_address')).toBe(GRACE)
    expect(signedIn.at('data.member.member_password_id')).toBe('')
  })

  it('binds both links to the browser that asked', async () => {
    const api = createApi()
    await startReset(api, GRACE, { code_challenge: CHALLENGE })
    const { text, token: resetToken } = lastMessage(api.emulator)
    expect(refusal(await reset(api, OTHER))).toEqual([400, 'pkce_expected_code_verifier'])
    expect(refusal(await reset(api, OTHER, { code_verifier: 'x'.repeat(43) }))).toEqual([
      400,
      'pkce_mismatch',
    ])
    const [, token = ''] = /without one: \S+[?&]token=(\S+)$/.exec(text) ?? []
    expect(token).not.toBe(resetToken)
    expect(refusal(await authenticateLink(api, token))).toEqual([
      400,
      'pkce_expected_code_verifier',
    ])
    expect((await reset(api, OTHER, { code_verifier: VERIFIER })).status).toBe(200)
  })

  it('wants a code challenge where the project does', async () => {
    const api = createApi()
    api.emulator.data.project.pkce_required.password_resets = true
    expect(refusal(await startReset(api, GRACE))).toEqual([400, 'invalid_pkce_code_challenge'])
  })

  it('refuses strangers, wrong addresses and lifetimes, and where passwords are not allowed', async () => {
    const api = createApi()
    expect(refusal(await startReset(api, 'nobody@northwind.example'))).toEqual([
      404,
      'email_not_found',
    ])
    expect(refusal(await startReset(api, 'nobody'))).toEqual([400, 'invalid_email'])
    expect(
      refusal(await startReset(api, GRACE, { reset_password_redirect_url: 'javascript:1' })),
    ).toEqual([400, 'invalid_password_reset_redirect_url'])
    for (const reset_password_expiration_minutes of [4, 10_081, '30']) {
      const answer = await startReset(api, GRACE, { reset_password_expiration_minutes })
      expect(refusal(answer)).toEqual([400, 'invalid_expiration'])
    }
    settle(api.emulator, 'northwind', { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
    expect(refusal(await startReset(api, GRACE))).toEqual([
      403,
      'operation_restricted_by_organization_auth_methods',
    ])
    expect(api.emulator.inbox).toEqual([])
  })
})

describe('passwords.resetByEmail', () => {
  it('sets the password, signs in and ends every other session', async () => {
    const api = createApi()
    alter(api.emulator, 'Grace Kimani', { email_address_verified: false, status: 'pending' })
    const old = await api.signIn(memberId(api, GRACE))
    alter(api.emulator, 'Grace Kimani', { email_address_verified: false })
    await startReset(api, GRACE)
    const answer = await reset(api, OTHER)
    expect(answer.at('data.member.email_address_verified')).toBe(true)
    expect(answer.text('data.member.member_password_id')).not.toBe('')
    expect(await isAlive(api, answer.text('data.session_token'))).toBe(true)
    expect(await isAlive(api, old)).toBe(false)
    expect((await authenticate(api, OTHER, GRACE)).status).toBe(200)
  })

  it('makes a session of its own, even with that of the member in hand', async () => {
    const api = createApi()
    const session = await api.signIn(memberId(api, GRACE))
    await startReset(api, GRACE)
    const answer = await api.call('POST', `${API}/passwords/email/reset`, {
      session,
      body: { password_reset_token: lastMessage(api.emulator).token, password: OTHER },
    })
    expect(answer.text('data.session_token')).not.toBe(session)
    expect(await isAlive(api, session)).toBe(false)
  })

  it('ends a sign-in that was begun before and lacks its second factor', async () => {
    const api = createApi()
    settle(api.emulator, 'northwind', { mfa_policy: 'REQUIRED_FOR_ALL' })
    const begun = await authenticateLink(
      api,
      api.emulator.createMagicLink(memberId(api, GRACE)).token,
    )
    const token = begun.text('data.intermediate_session_token')
    await startReset(api, GRACE)
    expect((await reset(api, OTHER)).status).toBe(200)
    const listed = await api.call('POST', `${API}/discovery/organizations`, {
      body: { intermediate_session_token: token },
    })
    expect(refusal(listed)).toEqual([404, 'intermediate_session_not_found'])
  })

  it('works once, for half an hour or as long as was asked for', async () => {
    const api = createApi()
    await startReset(api, GRACE)
    api.emulator.clock.advance(29 * 60_000)
    expect((await reset(api, OTHER)).status).toBe(200)
    expect(refusal(await reset(api, OTHER))).toEqual([401, 'unable_to_auth_password_reset_token'])
    await startReset(api, GRACE)
    api.emulator.clock.advance(30 * 60_000)
    expect(refusal(await reset(api, OTHER))).toEqual([401, 'unable_to_auth_password_reset_token'])
    await startReset(api, GRACE, { reset_password_expiration_minutes: 60 })
    api.emulator.clock.advance(59 * 60_000)
    expect((await reset(api, OTHER)).status).toBe(200)
  })

  it('lets one of two at the same time win', async () => {
    const api = createApi()
    await startReset(api, GRACE)
    const answers = await Promise.all([reset(api, OTHER), reset(api, SAMPLE)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('refuses weak and breached passwords, and the link is still good after', async () => {
    const api = createApi()
    await startReset(api, GRACE)
    expect(refusal(await reset(api, 'northwind'))).toEqual([400, 'weak_password'])
    expect(refusal(await reset(api, FAMOUS))).toEqual([400, 'breached_password'])
    expect((await reset(api, OTHER)).status).toBe(200)
  })

  it('does not take the tokens of other mails', async () => {
    const api = createApi()
    const { token } = api.emulator.createMagicLink('admin')
    expect(refusal(await reset(api, OTHER, { password_reset_token: token }))).toEqual([
      401,
      'unable_to_auth_password_reset_token',
    ])
    await startReset(api, GRACE)
    const inDiscovery = await api.call('POST', `${API}/passwords/discovery/reset`, {
      body: { password_reset_token: lastMessage(api.emulator).token, password: OTHER },
    })
    expect(refusal(inDiscovery)).toEqual([401, 'unable_to_auth_password_reset_token'])
  })
})

describe('passwords.resetByExistingPassword', () => {
  const change = (api: Api, existing_password: string, new_password: string) =>
    call(api, '/existing_password/reset', {
      email_address: HIROSHI,
      existing_password,
      new_password,
      session_duration_minutes: 60,
    })

  it('changes the password, signs in and ends every other session', async () => {
    const api = createApi()
    const old = (await authenticate(api, SAMPLE)).text('data.session_token')
    const answer = await change(api, SAMPLE, OTHER)
    expect(await isAlive(api, answer.text('data.session_token'))).toBe(true)
    expect(await isAlive(api, old)).toBe(false)
    expect((await authenticate(api, SAMPLE)).status).toBe(401)
    expect((await authenticate(api, OTHER)).status).toBe(200)
  })

  it('refuses a wrong, a weak, a breached and the same password', async () => {
    const api = createApi()
    expect(refusal(await change(api, OTHER, SAMPLE))).toEqual([401, 'password_does_not_match'])
    expect(refusal(await change(api, SAMPLE, 'hiroshi.sato'))).toEqual([400, 'weak_password'])
    expect(refusal(await change(api, SAMPLE, FAMOUS))).toEqual([400, 'breached_password'])
    expect(refusal(await change(api, SAMPLE, SAMPLE))).toEqual([
      400,
      'cannot_reset_password_with_existing_password',
    ])
    expect((await authenticate(api, SAMPLE)).status).toBe(200)
  })
})

describe('passwords.resetBySession', () => {
  const set = (api: Api, session: string, password: string) =>
    api.call('POST', `${API}/passwords/session/reset`, { session, body: { password } })

  it('sets the password and ends all sessions but this one', async () => {
    const api = createApi()
    const other = await api.signIn('admin')
    const session = await api.signIn('admin')
    const answer = await set(api, session, OTHER)
    expect(answer.at('data.session_token')).toBe(session)
    expect(answer.text('data.member.member_password_id')).not.toBe('')
    expect(await isAlive(api, session)).toBe(true)
    expect(await isAlive(api, other)).toBe(false)
  })

  it('wants a session that was proved in the last five minutes', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    api.emulator.clock.advance(5 * 60_000 + 1)
    expect(refusal(await set(api, session, OTHER))).toEqual([
      401,
      'session_too_old_to_reset_password',
    ])
    expect(refusal(await set(api, api.emulator.publicToken, OTHER))).toEqual([
      401,
      'user_unauthenticated',
    ])
  })

  it('leaves the password of the address alone', async () => {
    const api = createApi()
    const email_address = 'olu.adeyemi@northwind.example'
    await set(api, await api.signIn(memberId(api, email_address)), OTHER)
    expect((await authenticate(api, OTHER, email_address)).status).toBe(200)
    const inDiscovery = await api.call('POST', `${API}/passwords/discovery/authenticate`, {
      body: { email_address, password: OTHER },
    })
    expect(inDiscovery.status).toBe(401)
  })
})

function memberId({ emulator }: Api, emailAddress: string): string {
  const member = Object.values(emulator.data.members).find(
    ({ email_address }) => email_address === emailAddress,
  )
  return member?.member_id ?? ''
}
