import { describe, expect, it, vi } from 'vitest'
import { data, mfaResponse, setUpBrowser, signIn } from './wire.ts'
import type { B2BClient } from 'orgportal/client'

const browser = setUpBrowser()
const ORGANIZATIONS = '/b2b/discovery/organizations'

/** The first step of a sign-in, of whoever's token this is; empty where a cookie of the server has it. */
async function begin(client: B2BClient, token: string) {
  const request_id = `request-id-test-${String(browser.wire.sent.length)}`
  browser.wire.next('/b2b/magic_links/authenticate', () =>
    data({ ...mfaResponse(token), request_id }),
  )
  await signIn(client)
}
const markIn = (client: B2BClient) => client.getSnapshot().intermediateId

describe('getSnapshot().intermediateId', () => {
  it('is there from the first step of a sign-in to the second', async () => {
    const client = browser.open()
    expect(markIn(client)).toBeNull()
    await begin(client, 'ist-of-ines')
    expect(client.getSnapshot()).toMatchObject({ status: 'intermediate', identity: null })
    expect(markIn(client)).toMatch(/^[0-9a-z]{1,7}$/)
    await signIn(client)
    expect(client.getSnapshot()).toMatchObject({ status: 'authenticated', intermediateId: null })
  })

  it('is the same after a reload, and another for another sign-in', async () => {
    const client = browser.open()
    await begin(client, 'ist-of-ines')
    const first = markIn(client)
    expect(markIn(browser.reload())).toBe(first)
    await begin(client, 'ist-of-omar')
    expect(markIn(client)).not.toBe(first)
    await begin(client, 'ist-of-ines')
    expect(markIn(client)).toBe(first)
  })

  it('ends with signing out', async () => {
    const client = browser.open()
    await begin(client, 'ist-of-ines')
    await client.session.revoke()
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', intermediateId: null })
  })

  it('follows who begins to sign in in another tab', async () => {
    const [client, other] = [browser.open(), browser.open()]
    await begin(client, 'ist-of-ines')
    await vi.waitFor(() => expect(other.getSnapshot().status).toBe('intermediate'))
    expect(markIn(other)).toBe(markIn(client))
    await begin(other, 'ist-of-omar')
    const omars = markIn(other)
    await vi.waitFor(() => expect(markIn(client)).toBe(omars))
  })

  it('is right once the token is sent, though nobody has told of another', async () => {
    const client = browser.open()
    await begin(client, 'ist-of-ines')
    const before = markIn(client)
    // As the official client does, or one on a subdomain: it shares cookies, but no storage.
    browser.storage.cookies.cookie = 'stytch_intermediate_session_token=ist-of-omar'
    let during: string | null = null
    browser.wire.next(ORGANIZATIONS, ({ body }) => {
      expect(body).toMatchObject({ intermediate_session_token: 'ist-of-omar' })
      during = markIn(client)
      return data({ discovered_organizations: [] })
    })
    await client.discovery.organizations.list()
    expect(during).not.toBeNull()
    expect(during).not.toBe(before)
  })

  it('is there, and another for each, where only the server knows the token', async () => {
    const client = browser.open()
    await begin(client, '')
    // Storage tells all tabs of what has changed in it, this one too.
    await new Promise((resolve) => setTimeout(resolve))
    expect(client.getSnapshot().status).toBe('intermediate')
    const first = markIn(client)
    expect(first).not.toBeNull()
    await begin(client, '')
    expect(markIn(client)).not.toBe(first)
    await client.session.revoke()
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', intermediateId: null })
  })
})
