import { describe, expect, it } from 'vitest'
import { data, errorOf, fieldsOf, having, TOKEN } from '../client/wire.ts'
import { setUpCalls } from './clientCalls.ts'
import { inputFor, leaving, oneTap } from './methods.ts'

const { browser, visited, openSignedIn, openDemanding } = setUpCalls()

describe('a call that leaves the page', () => {
  const RETURNS = {
    login_redirect_url: 'https://app.example/in',
    signup_redirect_url: 'https://app.example/up',
  }
  const PROVIDER = { custom_scopes: ['files', 'mail'], provider_params: { login_hint: 'Ines N' } }
  const SCOPES = 'custom_scopes=files+mail&provider_login_hint=Ines+N'
  const inputs: [kind: RegExp, input: object, query: string][] = [
    [
      /^sso\.start/,
      { connection_id: 'connection 1', ...RETURNS },
      'connection_id=connection+1&CHALLENGE&login_redirect_url=https%3A%2F%2Fapp.example%2Fin&signup_redirect_url=https%3A%2F%2Fapp.example%2Fup',
    ],
    [
      /discovery/,
      { discovery_redirect_url: 'https://app.example/d', ...PROVIDER },
      `${SCOPES}&CHALLENGE&discovery_redirect_url=https%3A%2F%2Fapp.example%2Fd`,
    ],
    [
      /^oauth/,
      { ...RETURNS, ...PROVIDER, organization_id: 'organization-1' },
      `organization_id=organization-1&${SCOPES}&CHALLENGE&login_redirect_url=https%3A%2F%2Fapp.example%2Fin&signup_redirect_url=https%3A%2F%2Fapp.example%2Fup`,
    ],
    [/^oauth/, { organization_slug: 'northwind' }, 'slug=northwind&CHALLENGE'],
  ]
  const rows = inputs.flatMap(([kind, input, query]) =>
    leaving
      .filter(
        (method) => inputs.find(([first]) => first.test(method.id))?.[0].source === kind.source,
      )
      .map((method) => ({ method, input, query })),
  )

  it.each(rows)('goes to $method.navigates for $input', async ({ method, input, query }) => {
    const { call } = await openSignedIn()
    await call(method, input)
    const host = `https://test.stytch.com${method.navigates}?public_token=${TOKEN}&`
    expect(visited).toEqual([host + query.replace('CHALLENGE&', '').replace('&CHALLENGE', '')])
    expect(browser.wire.sent).toHaveLength(0)
  })

  it.each(rows)('takes a new code challenge to $method.navigates', async (row) => {
    const { call } = await openDemanding()
    await call(row.method, row.input)
    const pair: unknown = JSON.parse(
      browser.item(`PKCE_VERIFIER:${row.method.id.startsWith('sso') ? 'sso' : 'oauth'}`) ?? '',
    )
    const { code_challenge } = fieldsOf(pair)
    expect(code_challenge).not.toMatch(/^challenge-/)
    const query = row.query.replace('CHALLENGE', `pkce_code_challenge=${String(code_challenge)}`)
    expect(visited[0]?.split('?')[1]).toBe(`public_token=${TOKEN}&${query}`)
  })

  it.each(leaving.filter(({ id }) => !id.includes('discovery')))(
    'is refused, for $id, without whom it is for',
    async (method) => {
      const { call } = await openSignedIn()
      const wrong = await Promise.all([call(method), call(method, RETURNS)].map(errorOf))
      expect(wrong).toEqual(
        [
          having(`${method.id}: `),
          having(
            `${method.id}: ${method.id.startsWith('sso') ? 'connection_id' : 'organization_id'} must be`,
          ),
        ].map((message): unknown => expect.objectContaining({ name: 'UsageError', message })),
      )
      expect(visited).toEqual([])
    },
  )
})

describe('Google One Tap', () => {
  it.each(oneTap)('sends $id as $method $path, and leaves for the answer', async (method) => {
    browser.wire.always('/b2b/oauth/google/onetap/start', () => data({ google_client_id: 'g1' }))
    browser.wire.always(String(method.path), () => data({ redirect_url: 'https://app.example/x' }))
    const { call } = await openDemanding()
    const input = { ...inputFor(method), cancel_on_tap_outside: false }
    expect(await call(method, input)).toEqual({ success: true })
    const sent = browser.wire.sent.at(-1)
    expect(sent).toMatchObject({ method: 'POST', path: `/sdk/v1${method.path}` })
    expect(Object.keys(fieldsOf(sent?.body)).sort()).toEqual(
      method.body.map(({ name }) => name).sort(),
    )
    expect(fieldsOf(sent?.body)['id_token']).toBe('credential')
    expect(visited).toEqual(['https://app.example/x'])
  })
})
