import { createMemoryStorage, type B2BClient, type ClientStorage } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createWire,
  data,
  jwtOf,
  memberSession,
  mfaResponse,
  openClient,
  signIn,
  TOKEN,
  type Wire,
} from './wire.ts'

const STATE = `stytch_sdk_state_${TOKEN}`
const AUTHENTICATE = '/b2b/sessions/authenticate'
const MAGIC = '/b2b/magic_links/authenticate'

let wire: Wire
let storage: ClientStorage
let client: B2BClient

beforeEach(() => {
  wire = createWire()
  storage = createMemoryStorage()
  client = openClient(wire, { storage }).client
})
afterEach(() => client.dispose())

const stored = () => JSON.parse(storage.items.getItem(STATE) ?? '""') as unknown

describe('the next load', () => {
  const reload = () => {
    client.dispose()
    wire.sent.length = 0
    client = openClient(wire, { storage }).client
  }

  it('shows what was stored at once, and lets the server confirm it', async () => {
    await signIn(client)
    reload()
    expect(client.getSnapshot()).toMatchObject({ status: 'authenticated', fromCache: true })
    expect(client.session.getInfo()).toMatchObject({ fromCache: true })
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    expect(wire.sentTo(AUTHENTICATE)).toMatchObject([{ body: {} }])
  })

  it('with a cookie only knows whose session it is before the server has answered', async () => {
    await signIn(client)
    storage.items.removeItem(STATE)
    reload()
    expect(client.getSnapshot()).toMatchObject({
      status: 'loading',
      identity: { memberId: 'member-1', organizationId: 'organization-1' },
      session: null,
    })
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('authenticated'))
  })

  it('without a cookie forgets what was stored', async () => {
    await signIn(client)
    storage.cookies.cookie = 'stytch_session=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
    reload()
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
    expect(stored()).toBeNull()
    expect(wire.sentTo(AUTHENTICATE)).toHaveLength(0)
  })

  it.each(['{', '5', '"text"', '{"session":5}', '{"member":{}}'])(
    'overwrites %s, which is no state',
    async (text) => {
      await signIn(client)
      storage.items.setItem(STATE, text)
      reload()
      expect(client.getSnapshot().status).toBe('loading')
      expect(stored()).toBeNull()
    },
  )

  it('does not show one organization under the cookies of another', async () => {
    await signIn(client)
    const elsewhere = memberSession({ organization_id: 'organization-2', member_id: 'member-2' })
    storage.cookies.cookie = 'stytch_session=token-2'
    storage.cookies.cookie = `stytch_session_jwt=${jwtOf(elsewhere)}`
    reload()
    expect(client.getSnapshot()).toMatchObject({
      status: 'loading',
      organization: null,
      identity: { organizationId: 'organization-2', memberId: 'member-2' },
    })
  })

  it('remembers that a sign-in has begun', async () => {
    wire.next(MAGIC, () => data(mfaResponse('ist-1')))
    await signIn(client)
    reload()
    expect(client.getSnapshot().status).toBe('intermediate')
  })
})
