import type { B2BClient } from 'orgportal/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { authResponse, data, errorOf, setUpBrowser } from './wire.ts'

const browser = setUpBrowser()
let client: B2BClient

const link = (type: string) => `https://app.example/?stytch_token_type=${type}&token=t1&x=1`
const minutes = { session_duration_minutes: 30 }

const discovered = {
  intermediate_session_token: 'begun',
  email_address: 'ines@northwind.example',
  discovered_organizations: [],
}

beforeEach(() => {
  history.replaceState(null, '', '/')
  client = browser.open()
})

describe('authenticateByUrl', () => {
  it.each([
    ['discovery', '/b2b/magic_links/discovery/authenticate', 'discovery_magic_links_token'],
    ['discovery_oauth', '/b2b/oauth/discovery/authenticate', 'discovery_oauth_token'],
  ])('finds organizations with a token of type %s', async (tokenType, path, field) => {
    browser.wire.always(path, () => data(discovered))
    expect(await client.authenticateByUrl(minutes, link(tokenType))).toMatchObject({
      handled: true,
      tokenType,
      data: discovered,
    })
    expect(browser.wire.sentTo(path).map(({ body }) => body)).toEqual([{ [field]: 't1' }])
    expect(client.getSnapshot().status).toBe('intermediate')
  })

  it.each([
    ['oauth', '/b2b/oauth/authenticate', 'oauth_token', minutes],
    ['sso', '/b2b/sso/authenticate', 'sso_token', minutes],
    ['multi_tenant_magic_links', '/b2b/magic_links/authenticate', 'magic_links_token', minutes],
    // Such a session lasts as long as the service says.
    ['multi_tenant_impersonation', '/b2b/impersonation/authenticate', 'impersonation_token', {}],
  ])('signs in with a token of type %s', async (tokenType, path, field, duration) => {
    browser.wire.always(path, () => data(authResponse()))
    expect(await client.authenticateByUrl(minutes, link(tokenType))).toMatchObject({
      handled: true,
      tokenType,
      data: { member_authenticated: true },
    })
    expect(browser.wire.sentTo(path).map(({ body }) => body)).toEqual([
      { [field]: 't1', ...duration },
    ])
    expect(client.getSnapshot().status).toBe('authenticated')
  })

  it('gives a token back that it does not handle', async () => {
    const expected = { handled: false, tokenType: 'multi_tenant_passwords', token: 't1' }
    const href = link('multi_tenant_passwords')
    expect(client.parseAuthenticateUrl(href)).toEqual(expected)
    expect(await client.authenticateByUrl(minutes, href)).toEqual(expected)
    expect(client.parseAuthenticateUrl(link('constructor'))).toMatchObject({ handled: false })
  })

  it('finds nothing in an address without a token', async () => {
    const href = 'https://app.example/?token=&stytch_token_type=sso'
    expect(client.parseAuthenticateUrl(href)).toBeNull()
    expect(await client.authenticateByUrl(minutes, href)).toBeNull()
    expect(client.parseAuthenticateUrl()).toBeNull()
  })

  it('refuses what is no address', async () => {
    const message = 'parseAuthenticateUrl: href must be a URL.'
    expect(() => client.parseAuthenticateUrl('not a url')).toThrow(message)
    expect(await errorOf(client.authenticateByUrl(minutes, 'not a url'))).toMatchObject({ message })
  })

  it("takes the token of this page's address, and out of it before it is sent", async () => {
    history.replaceState({ kept: 1 }, '', '/return?stytch_token_type=sso&token=t1&x=1#part')
    let shown = ''
    browser.wire.always('/b2b/sso/authenticate', () => {
      shown = location.pathname + location.search + location.hash
      return data(authResponse())
    })
    expect(client.parseAuthenticateUrl()).toEqual({ handled: true, tokenType: 'sso', token: 't1' })
    await client.authenticateByUrl(minutes)
    expect(shown).toBe('/return?x=1#part')
    expect(history.state).toEqual({ kept: 1 })
  })

  it("leaves this page's address alone when asked to, or when another one is given", async () => {
    const here = '/return?stytch_token_type=sso&token=t1'
    history.replaceState(null, '', here)
    await client.authenticateByUrl({ ...minutes, clearParams: false })
    await client.authenticateByUrl(minutes, link('sso'))
    expect(location.pathname + location.search).toBe(here)
    await client.authenticateByUrl({ ...minutes, clearParams: true }, link('sso'))
    expect(location.pathname + location.search).toBe('/return')
  })
})
