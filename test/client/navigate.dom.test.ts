import { afterEach, describe, expect, it, vi } from 'vitest'
import { BOOTSTRAP, bootstrapAnswer, setUpBrowser } from './wire.ts'

const browser = setUpBrowser()

/** A client whose API is behind this page's `#`: to leave for it changes the address, and the page stays. */
function open() {
  browser.wire.always(BOOTSTRAP, () => bootstrapAnswer())
  return browser.open({ baseUrl: `${location.origin}/#` })
}
const show = (persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))

/** What becomes of a promise within a moment. */
const stateOf = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(() => 'resolved'),
    new Promise((resolve) => setTimeout(resolve, 20, 'pending')),
  ])

afterEach(() => {
  location.hash = ''
})

describe('sso.start', () => {
  it('is pending while the page is being left, and resolves if the browser brings it back', async () => {
    const client = open()
    const leaving = client.sso.start({ connection_id: 'saml-connection-1' })
    await vi.waitFor(() => expect(location.hash).toContain('/v1/public/sso/start?public_token='))
    expect(await stateOf(leaving)).toBe('pending')
    // As at its first load, which may end after somebody has left for another one.
    show(false)
    expect(await stateOf(leaving)).toBe('pending')
    show(true)
    expect(await stateOf(leaving)).toBe('resolved')
  })
})

describe('oauth.google.discovery.start', () => {
  it('is pending in the same way', async () => {
    const leaving = open().oauth.google.discovery.start()
    await vi.waitFor(() => expect(location.hash).toContain('/oauth/google/discovery/start?'))
    expect(await stateOf(leaving)).toBe('pending')
    show(true)
    expect(await stateOf(leaving)).toBe('resolved')
  })
})
