import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer, Api } from './api.ts'
import { API, authenticateLink, discover, lastMessage, organizationId } from './signInCalls.ts'
import { authenticate, locationOf, sampleConnection, walkSaml } from './ssoWalk.ts'

const PASSWORD = 'orbit-lantern-cobalt-42'

interface Person {
  name: string
  email_address: string
}

/** With a password both; the second may break the glass. */
const HIROSHI: Person = { name: 'Hiroshi Sato', email_address: 'hiroshi.sato@northwind.example' }
const OLU: Person = { name: 'Olu Adeyemi', email_address: 'olu.adeyemi@northwind.example' }

type SignIn = (api: Api, person: Person) => Promise<Answer>

const body = (api: Api, fields: object) => ({
  body: {
    organization_id: organizationId(api.emulator, 'northwind'),
    session_duration_minutes: 60,
    ...fields,
  },
})

const WAYS: Readonly<Record<string, SignIn>> = {
  'a link in a mail': (api, { name }) =>
    authenticateLink(api, api.emulator.createMagicLink(memberNamed(api.emulator, name)).token),
  'a code in a mail': async (api, { email_address }) => {
    const sent = await api.call('POST', `${API}/otps/email/login_or_signup`, {
      body: { organization_id: organizationId(api.emulator, 'northwind'), email_address },
    })
    if (sent.status !== 200) return sent
    const { code } = lastMessage(api.emulator)
    return api.call('POST', `${API}/otps/email/authenticate`, body(api, { email_address, code }))
  },
  'a password': (api, { email_address }) =>
    api.call(
      'POST',
      `${API}/passwords/authenticate`,
      body(api, { email_address, password: PASSWORD }),
    ),
  'an account at Google': async (api, { email_address }) => {
    const { baseUrl, publicToken } = api.emulator
    const search = new URLSearchParams({ public_token: publicToken, slug: 'northwind' })
    const url = `${baseUrl}/v1/b2b/public/oauth/google/start?${search.toString()}`
    const at = locationOf(await api.emulator.fetch(url, { redirect: 'manual' }))
    const form = new URLSearchParams({ ...Object.fromEntries(at.searchParams), email_address })
    const chosen = { method: 'POST', body: form, redirect: 'manual' } as const
    const back = locationOf(await api.emulator.fetch(baseUrl + at.pathname, chosen))
    const app = locationOf(await api.emulator.fetch(back.href, { redirect: 'manual' }))
    return api.call('POST', `${API}/oauth/authenticate`, {
      body: { oauth_token: app.searchParams.get('token'), session_duration_minutes: 60 },
    })
  },
  'discovery by a link': async (api, { email_address }) => {
    const found = await discover(api, email_address)
    const intermediate_session_token = found.text('data.intermediate_session_token')
    return api.call(
      'POST',
      `${API}/discovery/intermediate_sessions/exchange`,
      body(api, { intermediate_session_token }),
    )
  },
}

describe('an organization with SSO as the only way in', () => {
  it.each(Object.keys(WAYS))('does not let its members in by %s', async (way) => {
    const api = createApi({ seed: 'sso-only' })
    const answer = await WAYS[way]?.(api, HIROSHI)
    if (answer?.status === 200) {
      expect(answer.at('data')).toMatchObject({
        member_authenticated: false,
        primary_required: { allowed_auth_methods: ['sso'] },
        session_token: '',
      })
    } else {
      expect([answer?.status, answer?.at('error_type')]).toEqual([
        403,
        'operation_restricted_by_organization_auth_methods',
      ])
    }
  })

  it.each(Object.keys(WAYS))('lets those in who may break the glass, by %s', async (way) => {
    const answer = await WAYS[way]?.(createApi({ seed: 'sso-only' }), OLU)
    expect(answer?.at('data')).toMatchObject({
      member_authenticated: true,
      member: { is_breakglass: true },
    })
  })

  it('lets members in through the connection, and lets nobody in from a session elsewhere', async () => {
    const api = createApi({ seed: 'sso-only' })
    const person = memberNamed(api.emulator, HIROSHI.name)
    const back = await walkSaml(api, sampleConnection(api), { person })
    expect((await authenticate(api, back)).at('data.member_authenticated')).toBe(true)

    const tern = organizationId(api.emulator, 'tern')
    const ada = Object.values(api.emulator.data.members).find(
      ({ name, organization_id }) => name === 'Ada Lovelace' && organization_id === tern,
    )
    const session = await api.signIn(ada?.member_id ?? '')
    const exchanged = await api.call('POST', `${API}/sessions/exchange`, {
      session,
      ...body(api, {}),
    })
    expect(exchanged.at('data')).toMatchObject({
      member_authenticated: false,
      primary_required: { allowed_auth_methods: ['sso'] },
    })
  })
})
