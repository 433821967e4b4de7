import { createMemoryStorage, returnFromSsoTest, type B2BClient } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { authResponse, data, setUpBrowser } from './wire.ts'

const browser = setUpBrowser()
const MARK = 'orgportal:sso-test'
const SSO = '/b2b/sso/authenticate'
const minutes = { session_duration_minutes: 30 }

/** What the portal hears that waits for the window. */
const heard: unknown[] = []
let channel: BroadcastChannel
let client: B2BClient
let close: MockInstance<() => void>

/** The window as the portal marked it; `left` in milliseconds. */
const mark = (left = 60_000) => sessionStorage.setItem(MARK, `${Date.now() + left} nonce-1`)

beforeEach(() => {
  heard.length = 0
  sessionStorage.clear()
  channel = new BroadcastChannel(MARK)
  channel.onmessage = ({ data: message }: MessageEvent<unknown>) => heard.push(message)
  close = vi.spyOn(window, 'close').mockImplementation(() => {})
  history.replaceState(null, '', '/return?stytch_token_type=sso&token=t1&x=1')
  browser.wire.always(SSO, () => data(authResponse()))
  client = browser.open()
})
afterEach(() => {
  channel.close()
  vi.restoreAllMocks()
})

describe('authenticateByUrl in the window of a test sign-in', () => {
  it('hands the token over unspent, closes the window and stays pending', async () => {
    mark()
    const settled = vi.fn()
    void client.authenticateByUrl(minutes).then(settled, settled)
    await vi.waitFor(() => expect(heard).toEqual([{ nonce: 'nonce-1', token: 't1' }]))
    await vi.waitFor(() => expect(close).toHaveBeenCalled())
    expect(browser.wire.sentTo(SSO)).toEqual([])
    expect(settled).not.toHaveBeenCalled()
    expect(location.search).toBe('?x=1')
    expect(client.getSnapshot().status).not.toBe('authenticated')
  })

  it('takes one sign-in for a test only: the next in the same window is a real one', async () => {
    mark()
    void client.authenticateByUrl(minutes)
    await vi.waitFor(() => expect(close).toHaveBeenCalled())
    history.replaceState(null, '', '/return?stytch_token_type=sso&token=t2')
    await client.authenticateByUrl(minutes)
    expect(browser.wire.sentTo(SSO).map(({ body }) => body)).toEqual([
      { sso_token: 't2', ...minutes },
    ])
    expect(heard).toHaveLength(1)
  })

  it.each([
    ['has no mark', () => {}],
    ['was marked too long ago', () => mark(-1)],
    ['has a mark of something else', () => sessionStorage.setItem(MARK, 'yes')],
  ])('signs in where the window %s', async (_name, prepare) => {
    prepare()
    expect(await client.authenticateByUrl(minutes)).toMatchObject({ tokenType: 'sso' })
    expect(heard).toEqual([])
    expect(sessionStorage.getItem(MARK)).toBeNull()
  })

  it('signs in with tokens of other types', async () => {
    mark()
    browser.wire.always('/b2b/oauth/authenticate', () => data(authResponse()))
    const href = 'https://app.example/?stytch_token_type=oauth&token=t1'
    expect(await client.authenticateByUrl(minutes, href)).toMatchObject({ tokenType: 'oauth' })
    expect(heard).toEqual([])
  })
})

describe('returnFromSsoTest', () => {
  it('does the same for hosts with another client', async () => {
    mark()
    expect(await returnFromSsoTest()).toBe(true)
    expect(location.search).toBe('?x=1')
    await vi.waitFor(() => expect(heard).toEqual([{ nonce: 'nonce-1', token: 't1' }]))
    await vi.waitFor(() => expect(close).toHaveBeenCalled())
  })

  it('leaves every other window and address alone', async () => {
    expect(await returnFromSsoTest()).toBe(false)
    mark()
    history.replaceState(null, '', '/return?stytch_token_type=oauth&token=t1')
    expect(await returnFromSsoTest()).toBe(false)
    expect(location.search).toBe('?stytch_token_type=oauth&token=t1')
    expect(sessionStorage.getItem(MARK)).not.toBeNull()
  })
})

describe('fork', () => {
  it('makes a client of the same project with a session of its own', async () => {
    const left: string[] = []
    await client.authenticateByUrl(minutes)
    const before = client.getSnapshot()
    const apart = client.fork((options) => ({
      ...options,
      storage: createMemoryStorage(),
      navigate: (url) => void left.push(url),
    }))
    expect(apart.publicToken).toBe(client.publicToken)
    expect(apart.getSnapshot().session).toBeNull()
    await apart.sso.start({ connection_id: 'saml-connection-1' })
    expect(left.join()).toContain('connection_id=saml-connection-1')
    await apart.sso.authenticate({ sso_token: 't3', ...minutes })
    apart.session.updateSession({ session_token: 'other' })
    expect(client.getSnapshot()).toBe(before)
    expect(client.session.getTokens()?.session_token).not.toBe('other')
    apart.dispose()
  })
})
