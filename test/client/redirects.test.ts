import { describe, expect, it, vi } from 'vitest'
import { BOOTSTRAP, bootstrapAnswer, deferred, fieldsOf, setUpBrowser, TOKEN } from './wire.ts'

const browser = setUpBrowser()
const PAIR = 'PKCE_VERIFIER:oauth'

/** A client, and where it has left the page for. */
function open(settings: object = {}, options: object = {}) {
  const navigate = vi.fn<(url: string) => void>()
  browser.wire.always(BOOTSTRAP, () => bootstrapAnswer(settings))
  const client = browser.open({ navigate, ...options })
  return { client, left: () => navigate.mock.calls.map(([url]) => url) }
}
const challengeOf = (namespace: string) =>
  String(fieldsOf(JSON.parse(browser.item(`PKCE_VERIFIER:${namespace}`) ?? '""'))['code_challenge'])

describe('oauth.google.start', () => {
  it('leaves for the API with all that it is given, in the order of the official client', async () => {
    const { client, left } = open({ pkce_required_for_oauth: true })
    await client.oauth.google.start({
      signup_redirect_url: 'https://app.example/up',
      login_redirect_url: 'https://app.example/in?a=1&b=2',
      provider_params: { prompt: 'consent', login_hint: 'a@b.example' },
      custom_scopes: ['email', 'https://scope.example/x'],
      organization_id: 'organization-1',
    })
    expect(left()).toEqual([
      `https://test.stytch.com/v1/b2b/public/oauth/google/start?public_token=${TOKEN}` +
        '&organization_id=organization-1&custom_scopes=email+https%3A%2F%2Fscope.example%2Fx' +
        '&provider_prompt=consent&provider_login_hint=a%40b.example' +
        `&pkce_code_challenge=${challengeOf('oauth')}` +
        '&login_redirect_url=https%3A%2F%2Fapp.example%2Fin%3Fa%3D1%26b%3D2' +
        '&signup_redirect_url=https%3A%2F%2Fapp.example%2Fup',
    ])
  })

  it('names an organization by its slug, and leaves out what is not given', async () => {
    const { client, left } = open()
    await client.oauth.google.start({ organization_slug: 'northwind' })
    expect(left()).toEqual([
      `https://test.stytch.com/v1/b2b/public/oauth/google/start?public_token=${TOKEN}&slug=northwind`,
    ])
  })

  it('begins with a new pair each time', async () => {
    const { client, left } = open({ pkce_required_for_oauth: true })
    await client.oauth.google.start({ organization_id: 'o' })
    await client.oauth.google.start({ organization_id: 'o' })
    const [first, second] = left()
    expect(first).not.toBe(second)
    expect(second).toContain(challengeOf('oauth'))
  })

  it('removes a pair of before where the project demands none any more', async () => {
    browser.setItem('{"code_challenge":"c","code_verifier":"v"}', PAIR)
    const { client, left } = open()
    await client.oauth.google.start({ organization_id: 'o' })
    expect(browser.item(PAIR)).toBeNull()
    expect(left()[0]).not.toContain('pkce')
  })

  it('goes to the domain of the project where there is one, and else to baseUrl as written', async () => {
    const own = open({ cname_domain: 'login.northwind.example' })
    await own.client.oauth.google.discovery.start()
    expect(own.left()).toEqual([
      `https://login.northwind.example/v1/b2b/public/oauth/google/discovery/start?public_token=${TOKEN}`,
    ])
    const local = open({}, { baseUrl: 'http://127.0.0.1:4000/api' })
    await local.client.oauth.google.discovery.start({
      discovery_redirect_url: 'https://app.example/',
    })
    expect(local.left()).toEqual([
      `http://127.0.0.1:4000/api/v1/b2b/public/oauth/google/discovery/start?public_token=${TOKEN}` +
        '&discovery_redirect_url=https%3A%2F%2Fapp.example%2F',
    ])
  })

  it('waits for the project’s settings', async () => {
    const { promise, resolve } = deferred()
    browser.wire.next(BOOTSTRAP, async () => {
      await promise
      return bootstrapAnswer({ pkce_required_for_oauth: true })
    })
    const { client, left } = open()
    const leaving = client.oauth.google.start({ organization_id: 'o' })
    await new Promise((done) => setTimeout(done, 20))
    expect(left()).toEqual([])
    resolve()
    await leaving
    expect(left()[0]).toContain('pkce_code_challenge=')
  })
})

describe('sso.start', () => {
  it('leaves for the API, not for the project’s own domain', async () => {
    const { client, left } = open({
      pkce_required_for_sso: true,
      cname_domain: 'login.northwind.example',
    })
    await client.sso.start({
      connection_id: 'saml-connection-1',
      signup_redirect_url: 'https://app.example/up',
      login_redirect_url: 'https://app.example/in',
    })
    expect(left()).toEqual([
      `https://test.stytch.com/v1/public/sso/start?public_token=${TOKEN}` +
        `&connection_id=saml-connection-1&pkce_code_challenge=${challengeOf('sso')}` +
        '&login_redirect_url=https%3A%2F%2Fapp.example%2Fin' +
        '&signup_redirect_url=https%3A%2F%2Fapp.example%2Fup',
    ])
  })
})

describe('option navigate', () => {
  it('decides until when a sign-in that leaves the page is pending', async () => {
    const { promise, resolve } = deferred()
    const { client } = open({}, { navigate: () => promise })
    const settled = vi.fn<() => void>()
    const leaving = Promise.all([
      client.sso.start({ connection_id: 'c' }).then(settled),
      client.oauth.github.start({ organization_id: 'o' }).then(settled),
    ])
    await new Promise((done) => setTimeout(done, 20))
    expect(settled).not.toHaveBeenCalled()
    resolve()
    await leaving
    expect(settled).toHaveBeenCalledTimes(2)
  })

  it('passes on why the page could not be left', async () => {
    const { client } = open({}, { navigate: () => Promise.reject(new Error('blocked')) })
    await expect(client.sso.start({ connection_id: 'c' })).rejects.toThrow('blocked')
  })
})
