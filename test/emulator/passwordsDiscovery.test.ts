import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import {
  alter,
  API,
  CHALLENGE,
  lastMessage,
  organizationId,
  refusal,
  settle,
  VERIFIER,
} from './signInCalls.ts'

const SAMPLE = 'orbit-lantern-cobalt-42'
const OTHER = 'marmalade-tugboat-93-violin'
const ADA = 'ada.lovelace@northwind.example'
const OLU = 'olu.adeyemi@northwind.example'

function call(api: Api, path: string, body: object) {
  return api.call('POST', `${API}/passwords${path}`, { body })
}

function startReset(api: Api, email_address: string, fields: object = {}) {
  return call(api, '/discovery/reset/start', { email_address, ...fields })
}

function reset(api: Api, password: string, fields: object = {}) {
  const password_reset_token = lastMessage(api.emulator).token
  return call(api, '/discovery/reset', { password_reset_token, password, ...fields })
}

function slugs(found: unknown): unknown[] {
  return Array.isArray(found)
    ? found.map((one: { organization: { organization_slug: string } }) => {
        return one.organization.organization_slug
      })
    : []
}

describe('passwords.discovery.authenticate', () => {
  it('proves an address and lists its organizations', async () => {
    const answer = await call(createApi(), '/discovery/authenticate', {
      email_address: OLU,
      password: SAMPLE,
    })
    expect(answer.status).toBe(200)
    expect(answer.at('data.email_address')).toBe(OLU)
    expect(slugs(answer.at('data.discovered_organizations'))).toEqual(['northwind'])
    expect(answer.text('data.intermediate_session_token')).not.toBe('')
  })

  it('lists organizations that let the person join by the address, which was proved before', async () => {
    const api = createApi()
    settle(api.emulator, 'tern', {
      email_jit_provisioning: 'RESTRICTED',
      email_allowed_domains: ['northwind.example'],
    })
    const sign = () =>
      call(api, '/discovery/authenticate', { email_address: OLU, password: SAMPLE })
    const begun = await sign()
    expect(slugs(begun.at('data.discovered_organizations'))).toEqual(['northwind', 'tern'])
    expect(begun.at('data.discovered_organizations.1.membership.type')).toBe(
      'eligible_to_join_by_email_domain',
    )
    const joined = await api.call('POST', `${API}/discovery/intermediate_sessions/exchange`, {
      body: {
        intermediate_session_token: begun.text('data.intermediate_session_token'),
        organization_id: organizationId(api.emulator, 'tern'),
        session_duration_minutes: 60,
      },
    })
    expect(joined.at('data.member.status')).toBe('active')
    alter(api.emulator, 'Olu Adeyemi', { email_address_verified: false })
    for (const member of Object.values(api.emulator.data.members)) {
      if (member.member_id === joined.at('data.member_id')) member.status = 'deleted'
    }
    expect(slugs((await sign()).at('data.discovered_organizations'))).toEqual(['northwind'])
  })

  it('leads to a session in the organization that is chosen', async () => {
    const api = createApi()
    const begun = await call(api, '/discovery/authenticate', {
      email_address: OLU,
      password: SAMPLE,
    })
    const answer = await api.call('POST', `${API}/discovery/intermediate_sessions/exchange`, {
      body: {
        intermediate_session_token: begun.text('data.intermediate_session_token'),
        organization_id: organizationId(api.emulator, 'northwind'),
        session_duration_minutes: 60,
      },
    })
    expect(answer.at('data.member_authenticated')).toBe(true)
  })

  it('refuses a wrong password, and one that is good in one organization only', async () => {
    const api = createApi()
    const sign = (email_address: string, password: string) =>
      call(api, '/discovery/authenticate', { email_address, password })
    expect(refusal(await sign(OLU, OTHER))).toEqual([401, 'unauthorized_credentials'])
    expect(refusal(await sign('hiroshi.sato@northwind.example', SAMPLE))).toEqual([
      404,
      'member_password_not_found',
    ])
  })

  it('locks the members behind the address after ten wrong ones', async () => {
    const api = createApi()
    const sign = (password: string) =>
      call(api, '/discovery/authenticate', { email_address: OLU, password })
    for (let attempt = 0; attempt < 10; attempt += 1) await sign(OTHER)
    expect(refusal(await sign(SAMPLE))).toEqual([429, 'user_lock_limit_reached'])
  })
})

describe('passwords.discovery.resetByEmail', () => {
  it('sets one password for all organizations of the address, and ends its sessions there', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    await startReset(api, ADA)
    const answer = await reset(api, OTHER)
    expect(slugs(answer.at('data.discovered_organizations'))).toEqual(['northwind', 'tern'])
    const checked = await api.call('POST', `${API}/sessions/authenticate`, { session })
    expect(checked.status).toBe(404)
    for (const slug of ['northwind', 'tern']) {
      const signedIn = await call(api, '/authenticate', {
        organization_id: organizationId(api.emulator, slug),
        email_address: ADA,
        password: OTHER,
      })
      expect(signedIn.at('data.member_authenticated')).toBe(true)
    }
  })

  it('ends sign-ins that were begun with the former password', async () => {
    const api = createApi()
    const begun = await call(api, '/discovery/authenticate', {
      email_address: OLU,
      password: SAMPLE,
    })
    await startReset(api, OLU)
    await reset(api, OTHER)
    const listed = await api.call('POST', `${API}/discovery/organizations`, {
      body: { intermediate_session_token: begun.text('data.intermediate_session_token') },
    })
    expect(refusal(listed)).toEqual([404, 'intermediate_session_not_found'])
  })

  it('lets somebody who is nowhere yet begin', async () => {
    const api = createApi()
    const email_address = 'new@startup.example'
    await startReset(api, email_address)
    const answer = await reset(api, OTHER)
    expect(answer.at('data.email_address')).toBe(email_address)
    expect(answer.at('data.discovered_organizations')).toEqual([])
    const again = await call(api, '/discovery/authenticate', { email_address, password: OTHER })
    expect(again.status).toBe(200)
  })

  it('mails a link to set the password and one that goes on without', async () => {
    const api = createApi()
    await startReset(api, ADA, {
      reset_password_redirect_url: 'https://app.example/set',
      discovery_redirect_url: 'https://app.example/find',
    })
    const mail = lastMessage(api.emulator)
    expect(Object.fromEntries(new URL(mail.url).searchParams)).toEqual({
      stytch_token_type: 'discovery',
      stytch_redirect_type: 'reset_password',
      token: mail.token,
    })
    const skip = new URL(/https:\/\/app\.example\/find\S+/.exec(mail.text)?.[0] ?? '')
    const answer = await api.call('POST', `${API}/magic_links/discovery/authenticate`, {
      body: { discovery_magic_links_token: skip.searchParams.get('token') },
    })
    expect(answer.at('data.email_address')).toBe(ADA)
  })

  it('checks the code verifier, the strength, and that it is the first time', async () => {
    const api = createApi()
    await startReset(api, ADA, { pkce_code_challenge: CHALLENGE })
    const pkce = { pkce_code_verifier: VERIFIER }
    expect(refusal(await reset(api, OTHER))).toEqual([400, 'pkce_expected_code_verifier'])
    expect(refusal(await reset(api, 'ada.lovelace', pkce))).toEqual([400, 'weak_password'])
    expect((await reset(api, OTHER, pkce)).status).toBe(200)
    expect(refusal(await reset(api, OTHER, pkce))).toEqual([
      401,
      'unable_to_auth_password_reset_token',
    ])
  })
})
