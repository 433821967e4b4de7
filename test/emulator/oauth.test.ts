import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Answer, Api } from './api.ts'

const PROVIDERS = ['google', 'microsoft', 'hubspot', 'slack', 'github']
const OAUTH = '/sdk/v1/b2b/oauth'
// The example of RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

describe('GET oauth/:provider/start', () => {
  it.each(PROVIDERS)('leads through a page of %s back to the app, which signs in', async (name) => {
    const api = createApi()
    const back = await walk(api, name, { organization_id: northwind(api) }, { person: 'admin' })
    expect(back.origin + back.pathname).toBe('http://localhost:3000/authenticate')
    expect(back.searchParams.get('stytch_token_type')).toBe('oauth')
    const answer = await authenticate(api, tokenOf(back))
    expect(answer.at('data')).toMatchObject({
      member_authenticated: true,
      member: { name: 'Ada Lovelace' },
      member_session: {
        authentication_factors: [
          { type: 'oauth', delivery_method: `oauth_${name}`, sequence_order: 'PRIMARY' },
        ],
      },
    })
    expect(answer.text('data.provider_values.access_token')).not.toBe('')
    expect(answer.at('data.member_session.authentication_factors.0')).toHaveProperty(
      `${name}_oauth_factor.provider_subject`,
      answer.at('data.member.oauth_registrations.0.provider_subject'),
    )
  })

  it('finds the organization by its slug, and leads members and others to their own addresses', async () => {
    const api = createApi()
    const query = {
      slug: 'northwind',
      login_redirect_url: 'https://app.example/in?from=1',
      signup_redirect_url: 'https://app.example/new',
    }
    const member = await walk(api, 'google', query, { person: 'admin' })
    expect(member.href).toMatch(
      /^https:\/\/app\.example\/in\?from=1&stytch_token_type=oauth&token=/,
    )
    const other = await walk(api, 'google', query, { email_address: 'noor.aziz@northwind.example' })
    expect(other.pathname).toBe('/new')
  })

  it('asks the provider for the scopes and parameters that were asked for', async () => {
    const api = createApi()
    const url = await start(api, 'google', {
      slug: 'northwind',
      custom_scopes: 'calendar.read drive',
      provider_prompt: 'consent',
      provider_state: 'mine',
    })
    expect(url.searchParams.get('scope')).toBe('openid email profile calendar.read drive')
    expect(url.searchParams.get('prompt')).toBe('consent')
    expect(url.searchParams.get('state')).not.toBe('mine')
  })

  it.each([
    [{}, 400, 'missing_oauth_organization_locator'],
    [{ organization_id: 'a', slug: 'b' }, 400, 'too_many_oauth_organization_locators'],
    [{ slug: 'nobody' }, 404, 'organization_not_found'],
    [{ slug: 'northwind', login_redirect_url: 'nowhere' }, 400, 'invalid_redirect_url'],
    [{ slug: 'northwind', login_redirect_url: 'javascript:alert(1)' }, 400, 'invalid_redirect_url'],
    [{ slug: 'northwind', public_token: 'another' }, 401, 'unauthorized_credentials'],
  ])('refuses %j', async (query, status, type) => {
    const api = createApi()
    const answer = await api.call('GET', startPath(api, 'google', query))
    expect([answer.status, answer.at('error_type')]).toEqual([status, type])
  })

  it('knows no other provider', async () => {
    const api = createApi()
    const answer = await api.call('GET', startPath(api, 'constructor', { slug: 'northwind' }))
    expect(answer.at('error_type')).toBe('oauth_config_not_found')
  })

  it('renews what a session holds when the same account is proved again', async () => {
    const api = createApi()
    const go = () => walk(api, 'google', { slug: 'northwind' }, { person: 'admin' })
    const first = await authenticate(api, tokenOf(await go()))
    const again = await api.call('POST', `${OAUTH}/authenticate`, {
      session: first.text('data.session_token'),
      body: { oauth_token: tokenOf(await go()), session_duration_minutes: 60 },
    })
    expect(again.at('data.member_session.authentication_factors')).toHaveLength(1)
  })

  it('needs a code challenge where the project requires PKCE', async () => {
    const api = createApi()
    const malformed = startPath(api, 'google', { slug: 'northwind', pkce_code_challenge: 'short' })
    expect((await api.call('GET', malformed)).at('error_type')).toBe('invalid_pkce_code_challenge')
    api.emulator.data.project.pkce_required.oauth = true
    const answer = await api.call('GET', startPath(api, 'google', { slug: 'northwind' }))
    expect(answer.at('error_type')).toBe('invalid_pkce_code_challenge')
  })
})

describe('the page of a provider', () => {
  it('offers everybody who has an account there, escaped', async () => {
    const api = createApi()
    await walk(api, 'slack', { slug: 'northwind' }, { email_address: 'x@y.example', name: '<b>&"' })
    const page = await pageOf(api, await start(api, 'slack', { slug: 'northwind' }))
    expect(page).toContain('Ada Lovelace')
    expect(page).toContain('Northwind Robotics')
    expect(page).toContain('&lt;b&gt;&amp;&quot;')
  })

  it('says so when the person cancels, and signs nobody in', async () => {
    const api = createApi()
    const callback = await choose(api, await start(api, 'github', { slug: 'northwind' }), {
      cancel: '1',
    })
    const response = await api.emulator.fetch(callback)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('access_denied')
    expect(Object.keys(api.emulator.data.oauth_tokens)).toHaveLength(0)
  })

  it('lets nobody come back twice, without a state, by another provider, or too late', async () => {
    const api = createApi()
    const callback = await choose(api, await start(api, 'google', { slug: 'northwind' }), {
      person: 'admin',
    })
    const foreign = callback.href.replace('callback/google', 'callback/github')
    const stateless = new URL(callback)
    stateless.searchParams.delete('state')
    expect((await follow(api, stateless.href)).status).toBe(400)
    expect((await follow(api, callback.href)).status).toBe(302)
    expect((await follow(api, callback.href)).status).toBe(400)
    expect((await follow(api, foreign)).status).toBe(400)

    const late = await choose(api, await start(api, 'google', { slug: 'northwind' }), {
      person: 'admin',
    })
    api.emulator.clock.advance(11 * 60_000)
    expect((await follow(api, late.href)).status).toBe(400)
  })

  it.each([{ client_id: 'another' }, { redirect_uri: 'https://evil.example/' }])(
    'is not shown to a client with %j',
    async (change) => {
      const api = createApi()
      const url = await start(api, 'google', { slug: 'northwind' })
      for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value)
      expect((await follow(api, url.href)).status).toBe(400)
    },
  )

  it('gives tokens for a code once, and only to the client with the secret', async () => {
    const api = createApi()
    const callback = await choose(api, await start(api, 'google', { slug: 'northwind' }), {
      person: 'admin',
    })
    const form = {
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: callback.origin + callback.pathname,
      client_id: 'orgportal-emulator.apps.google.example',
    }
    const wrong = await post(api, '/idp/oauth/google/token', { ...form, client_secret: 'guessed' })
    expect(wrong.status).toBe(401)
    const right = { ...form, client_secret: 'client-secret-of-google' }
    expect((await post(api, '/idp/oauth/google/token', right)).status).toBe(200)
    expect((await post(api, '/idp/oauth/google/token', right)).status).toBe(400)
  })
})

describe('POST oauth/authenticate', () => {
  it('takes a token once, within five minutes', async () => {
    const api = createApi()
    const token = tokenOf(await walk(api, 'google', { slug: 'northwind' }, { person: 'admin' }))
    const [one, two] = await Promise.all([authenticate(api, token), authenticate(api, token)])
    expect([one.status, two.status].sort()).toEqual([200, 401])
    const late = tokenOf(await walk(api, 'google', { slug: 'northwind' }, { person: 'admin' }))
    api.emulator.clock.advance(6 * 60_000)
    expect((await authenticate(api, late)).at('error_type')).toBe('oauth_token_not_found')
    expect((await authenticate(api, 'made-up')).status).toBe(404)
  })

  it('holds the token against the PKCE verifier of the browser that began', async () => {
    const api = createApi()
    const query = { slug: 'northwind', pkce_code_challenge: CHALLENGE }
    const token = tokenOf(await walk(api, 'google', query, { person: 'admin' }))
    const types = [
      await authenticate(api, token),
      await authenticate(api, token, { pkce_code_verifier: 'another' }),
    ].map((answer) => answer.at('error_type'))
    expect(types).toEqual(['pkce_expected_code_verifier', 'pkce_mismatch'])
    expect((await authenticate(api, token, { pkce_code_verifier: VERIFIER })).status).toBe(200)
  })

  it('knows the account again when the address has changed', async () => {
    const api = createApi()
    const token = tokenOf(await walk(api, 'google', { slug: 'northwind' }, { person: 'admin' }))
    const first = await authenticate(api, token)
    const memberId = first.text('data.member_id')
    const account = Object.values(api.emulator.data.oauth_accounts).find(
      ({ provider, name }) => provider === 'google' && name === 'Ada Lovelace',
    )
    if (!account) throw new Error('Ada has no account at Google.')
    account.email_address = 'ada@elsewhere.example'
    const again = await authenticate(
      api,
      tokenOf(await walk(api, 'google', { slug: 'northwind' }, { person: account.account_id })),
    )
    expect(again.at('data.member_id')).toBe(memberId)
    expect(again.at('data.member.oauth_registrations')).toHaveLength(1)
  })

  it('makes a member of whoever may join by the domain of the address', async () => {
    const api = createApi()
    const person = { email_address: 'noor.aziz@northwind.example' }
    const back = await walk(api, 'google', { slug: 'northwind' }, person)
    expect((await authenticate(api, tokenOf(back))).at('data.member')).toMatchObject({
      status: 'active',
      name: 'Noor Aziz',
      email_address_verified: true,
    })
  })

  it('makes a member of whoever is in a workspace that is let in, and of nobody else', async () => {
    const api = createApi()
    const organization = api.emulator.data.organizations[northwind(api)]
    const person = { email_address: 'teo@partner.example' }
    const refused = await authenticate(
      api,
      tokenOf(await walk(api, 'slack', { slug: 'northwind' }, person)),
    )
    expect(refused.status).toBeGreaterThanOrEqual(400)
    if (organization) {
      organization.oauth_tenant_jit_provisioning = 'RESTRICTED'
      organization.allowed_oauth_tenants = { slack: ['T-NORTHWIND'] }
    }
    const joined = await authenticate(
      api,
      tokenOf(await walk(api, 'slack', { slug: 'northwind' }, person)),
    )
    expect(joined.at('data.member')).toMatchObject({ status: 'active', name: 'Teo Marin' })
    const stranger = { email_address: 'sam@elsewhere.example' }
    const outside = await walk(api, 'slack', { slug: 'northwind' }, stranger)
    expect((await authenticate(api, tokenOf(outside))).status).toBeGreaterThanOrEqual(400)
  })

  it('is not enough where the organization allows other methods only', async () => {
    const api = createApi()
    const organization = api.emulator.data.organizations[northwind(api)]
    if (organization) {
      organization.auth_methods = 'RESTRICTED'
      organization.allowed_auth_methods = ['microsoft_oauth']
    }
    const byGoogle = await walk(api, 'google', { slug: 'northwind' }, { person: 'admin' })
    expect((await authenticate(api, tokenOf(byGoogle))).at('data')).toMatchObject({
      member_authenticated: false,
      primary_required: { allowed_auth_methods: ['microsoft_oauth'] },
    })
    const byMicrosoft = await walk(api, 'microsoft', { slug: 'northwind' }, { person: 'admin' })
    expect((await authenticate(api, tokenOf(byMicrosoft))).at('data.member_authenticated')).toBe(
      true,
    )
  })
})

describe('GET oauth/:provider/discovery/start', () => {
  it('finds the organizations of the person', async () => {
    const api = createApi()
    const query = { discovery_redirect_url: 'https://app.example/find' }
    const back = await walk(api, 'hubspot', query, { person: 'admin' }, '/discovery')
    expect(back.pathname).toBe('/find')
    expect(back.searchParams.get('stytch_token_type')).toBe('discovery_oauth')
    const answer = await api.call('POST', `${OAUTH}/discovery/authenticate`, {
      body: { discovery_oauth_token: tokenOf(back) },
    })
    expect(answer.at('data')).toMatchObject({
      email_address: 'ada.lovelace@northwind.example',
      full_name: 'Ada Lovelace',
      provider_tenant_ids: ['T-NORTHWIND'],
      discovered_organizations: [
        { organization: { organization_slug: 'northwind' } },
        { organization: { organization_slug: 'tern' } },
      ],
    })
    expect(answer.text('data.intermediate_session_token')).not.toBe('')
    // A token of discovery does not sign in to an organization.
    expect((await authenticate(api, tokenOf(back))).at('error_type')).toBe('oauth_token_not_found')
  })
})

describe('Google One Tap', () => {
  it('turns a credential into an address that signs in', async () => {
    const api = createApi()
    const begun = await api.call('GET', `${OAUTH}/google/onetap/start`)
    expect(begun.text('data.google_client_id')).not.toBe('')
    const answer = await api.call('POST', `${OAUTH}/google/onetap/submit`, {
      body: { id_token: await credential(api), organization_id: northwind(api) },
    })
    const back = new URL(answer.text('data.redirect_url'))
    expect((await authenticate(api, tokenOf(back))).at('data')).toMatchObject({
      member: { name: 'Ada Lovelace' },
      provider_values: { access_token: '', refresh_token: '' },
    })
  })

  it('needs a registration of the project itself, and a code challenge where PKCE is required', async () => {
    const api = createApi()
    const { project } = api.emulator.data
    project.pkce_required.oauth = true
    const id_token = await credential(api)
    expect((await submit(api, id_token)).at('error_type')).toBe('invalid_pkce_code_challenge')
    for (const [google, type] of [
      ['default', 'default_provider_not_allowed'],
      ['none', 'oauth_config_not_found'],
    ] as const) {
      project.oauth_providers.google = google
      const begun = await api.call('GET', `${OAUTH}/google/onetap/start`)
      expect([begun.status, begun.at('error_type')]).toEqual([400, type])
      expect((await submit(api, id_token)).at('error_type')).toBe(type)
    }
    const path = startPath(api, 'google', { slug: 'northwind', pkce_code_challenge: CHALLENGE })
    expect((await api.call('GET', path)).at('error_type')).toBe('oauth_config_not_found')
  })

  it('finds organizations too', async () => {
    const api = createApi()
    const answer = await api.call('POST', `${OAUTH}/google/onetap/discovery/submit`, {
      body: { id_token: await credential(api), discovery_redirect_url: 'https://app.example/find' },
    })
    const back = new URL(answer.text('data.redirect_url'))
    expect(back.searchParams.get('stytch_token_type')).toBe('discovery_oauth')
  })

  it('refuses a credential that was altered, or is too old', async () => {
    const api = createApi()
    const good = await credential(api)
    const [header, , signature] = good.split('.')
    const claims = btoa(JSON.stringify({ sub: 'anybody' })).replaceAll('=', '')
    for (const id_token of ['not-a-token', `${String(header)}.${claims}.${String(signature)}`]) {
      expect((await submit(api, id_token)).at('error_type')).toBe('oauth_flow_callback_error')
    }
    api.emulator.clock.advance(2 * 60 * 60_000)
    expect((await submit(api, good)).status).toBe(400)
  })

  const submit = (api: Api, id_token: string) =>
    api.call('POST', `${OAUTH}/google/onetap/submit`, {
      body: { id_token, organization_id: northwind(api) },
    })

  const credential = async (api: Api) => {
    const body = new URLSearchParams({ email_address: 'ada.lovelace@northwind.example' })
    const response = await api.emulator.fetch(`${api.emulator.baseUrl}/idp/oauth/google/id-token`, {
      method: 'POST',
      body,
    })
    const json = (await response.json()) as { credential: string }
    return json.credential
  }
})

function northwind({ emulator }: Api): string {
  return emulator.personas[0]?.organization_id ?? ''
}

function startPath({ emulator }: Api, provider: string, query: Record<string, string>, kind = '') {
  const search = new URLSearchParams({ public_token: emulator.publicToken, ...query })
  return `/v1/b2b/public/oauth/${provider}${kind}/start?${search.toString()}`
}

/** The address at the provider that the start leads to. */
async function start(api: Api, provider: string, query: Record<string, string>, kind = '') {
  return locationOf(await follow(api, api.emulator.baseUrl + startPath(api, provider, query, kind)))
}

/** Picks somebody on the provider's page: a persona, or an address. Gives the way back. */
async function choose(api: Api, at: URL, choice: Record<string, string>): Promise<URL> {
  const form = { ...Object.fromEntries(at.searchParams), ...choice }
  const person = api.emulator.personas.find(({ id }) => id === choice['person'])
  if (person) Object.assign(form, { person: '', email_address: person.email_address })
  return locationOf(await post(api, at.pathname, form))
}

/** From the app to a provider and back. */
async function walk(
  api: Api,
  provider: string,
  query: Record<string, string>,
  choice: Record<string, string>,
  kind = '',
): Promise<URL> {
  const callback = await choose(api, await start(api, provider, query, kind), choice)
  return locationOf(await follow(api, callback.href))
}

const follow = ({ emulator }: Api, url: string) => emulator.fetch(url, { redirect: 'manual' })

const post = ({ emulator }: Api, path: string, form: Record<string, string>) =>
  emulator.fetch(emulator.baseUrl + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })

const pageOf = async (api: Api, url: URL) => (await follow(api, url.href)).text()

function locationOf(response: Response): URL {
  return new URL(response.headers.get('location') ?? '')
}

const tokenOf = (url: URL) => url.searchParams.get('token') ?? ''

const authenticate = (api: Api, oauth_token: string, more: object = {}): Promise<Answer> =>
  api.call('POST', `${OAUTH}/authenticate`, {
    body: { oauth_token, session_duration_minutes: 60, ...more },
  })
