import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Answer, Api } from './api.ts'
import { alter, API, discover, lastMessage, organizationId } from './signInCalls.ts'

const SESSION = 'stytch_session'
const JWT = 'stytch_session_jwt'
const INTERMEDIATE = 'stytch_intermediate_session_token'

describe('a project that keeps tokens from scripts', () => {
  it('signs in with cookies and empty tokens', async () => {
    const api = opaqueApi()
    const answer = await signIn(api, 'member')
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      session_token: '',
      session_jwt: '',
      intermediate_session_token: '',
    })
    const [session, jwt, intermediate] = cookiesOf(answer)
    expect(session).toMatch(
      /^stytch_session=[\w-]{43}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(jwt).toMatch(/^stytch_session_jwt=[\w-]+\.[\w-]+\.[\w-]+; Max-Age=3600; /)
    expect(intermediate).toMatch(/^stytch_intermediate_session_token=; Max-Age=0; /)
  })

  it('knows the caller by the cookie, and drops it when the session is revoked', async () => {
    const api = opaqueApi()
    const cookie = jar(await signIn(api, 'member'))
    const me = await api.call('GET', `${API}/organizations/members/me`, { headers: { cookie } })
    expect(me.at('data.member.name')).toBe('Mia Svensson')
    expect(cookiesOf(me)).toEqual([])
    const revoked = await api.call('POST', `${API}/sessions/revoke`, { headers: { cookie } })
    expect(cookiesOf(revoked).map((line) => line.split(';').slice(0, 2).join())).toEqual([
      `${SESSION}=, Max-Age=0`,
      `${JWT}=, Max-Age=0`,
    ])
    const over = await api.call('POST', `${API}/sessions/authenticate`, { headers: { cookie } })
    expect(over.at('error_type')).toBe('session_not_found')
  })

  it('goes on with a begun sign-in by its cookie, which takes the place of the session', async () => {
    const api = opaqueApi()
    alter(api.emulator, 'Mia Svensson', {
      mfa_enrolled: true,
      mfa_phone_number: '+46701740606',
      mfa_phone_number_verified: true,
    })
    const begun = await signIn(api, 'member')
    expect(begun.at('data')).toMatchObject({
      member_authenticated: false,
      intermediate_session_token: '',
    })
    expect(cookiesOf(begun).map((line) => line.split(/[=;]/)[0])).toEqual([
      INTERMEDIATE,
      SESSION,
      JWT,
    ])
    const done = await api.call('POST', `${API}/otps/sms/authenticate`, {
      headers: { cookie: jar(begun) },
      body: {
        code: lastMessage(api.emulator).code,
        member_id: begun.text('data.member_id'),
        organization_id: organizationId(api.emulator, 'northwind'),
        session_duration_minutes: 60,
      },
    })
    expect(done.at('data.member_session.authentication_factors')).toHaveLength(2)
    expect(done.at('data.session_token')).toBe('')
  })

  it('discovers with the cookie', async () => {
    const api = opaqueApi()
    const found = await discover(api, 'ada.lovelace@northwind.example')
    expect(found.at('data.intermediate_session_token')).toBe('')
    const cookie = jar(found)
    const list = await api.call('POST', `${API}/discovery/organizations`, { headers: { cookie } })
    expect(list.at('data.discovered_organizations')).toHaveLength(2)
    const joined = await api.call('POST', `${API}/discovery/intermediate_sessions/exchange`, {
      headers: { cookie },
      body: { organization_id: organizationId(api.emulator, 'tern') },
    })
    expect(joined.at('data.organization.organization_slug')).toBe('tern')
  })

  it('sends its cookies over TLS only where the emulator is reached by it', async () => {
    const api = createApi({ baseUrl: 'https://auth.example' })
    api.emulator.data.project.opaque_tokens = true
    for (const line of cookiesOf(await signIn(api, 'member'))) expect(line).toMatch(/; Secure$/)
  })
})

describe('any other project', () => {
  it('sets no cookie, and does not look at one', async () => {
    const api = createApi()
    const answer = await signIn(api, 'member')
    expect(cookiesOf(answer)).toEqual([])
    const cookie = `${SESSION}=${answer.text('data.session_token')}`
    const me = await api.call('GET', `${API}/organizations/members/me`, { headers: { cookie } })
    expect(me.at('error_type')).toBe('user_unauthenticated')
  })
})

function opaqueApi(): Api {
  const api = createApi({ clock: { now: () => Date.parse('2030-01-01T00:00:00Z') } })
  api.emulator.data.project.opaque_tokens = true
  return api
}

function signIn(api: Api, persona: string): Promise<Answer> {
  return api.call('POST', `${API}/magic_links/authenticate`, {
    body: {
      magic_links_token: api.emulator.createMagicLink(persona).token,
      session_duration_minutes: 60,
    },
  })
}

function cookiesOf({ headers }: Answer): string[] {
  return headers.getSetCookie()
}

/** What a browser would send back. */
function jar(answer: Answer): string {
  return cookiesOf(answer)
    .filter((line) => !line.includes('Max-Age=0'))
    .map((line) => line.split(';')[0])
    .join('; ')
}
