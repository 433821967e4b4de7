import { createMemoryStorage, type B2BClient, type ClientStorage } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  apiError,
  createWire,
  errorOf,
  fieldsOf,
  openClient,
  signIn,
  TOKEN,
  type Wire,
} from './wire.ts'

const STATE = `stytch_sdk_state_${TOKEN}`
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

describe('magicLinks.authenticate', () => {
  const pairOf = (code_verifier: string) =>
    JSON.stringify({ code_challenge: 'challenge', code_verifier })
  const verifiers = () => wire.sentTo(MAGIC).map(({ body }) => fieldsOf(body)['pkce_code_verifier'])

  it('sends the verifier that is stored, and uses it up', async () => {
    storage.items.setItem(`${STATE}::PKCE_VERIFIER:magic_links`, pairOf('m'))
    await signIn(client)
    await signIn(client)
    expect(verifiers()).toEqual(['m', undefined])
  })

  it('tries the verifier of a password reset first', async () => {
    storage.items.setItem(`${STATE}::PKCE_VERIFIER:magic_links`, pairOf('m'))
    storage.items.setItem(`${STATE}::PKCE_VERIFIER:passwords`, pairOf('p'))
    wire.next(MAGIC, () => apiError(400, 'pkce_mismatch'))
    await signIn(client)
    expect(verifiers()).toEqual(['p', 'm'])
    expect(storage.items.getItem(`${STATE}::PKCE_VERIFIER:passwords`)).not.toBeNull()
    expect(storage.items.getItem(`${STATE}::PKCE_VERIFIER:magic_links`)).toBeNull()
  })

  it('does not try the other verifier when the link itself is refused', async () => {
    storage.items.setItem(`${STATE}::PKCE_VERIFIER:passwords`, pairOf('p'))
    wire.next(MAGIC, () => apiError(401, 'unable_to_auth_magic_link'))
    expect(await errorOf(signIn(client))).toMatchObject({ error_type: 'unable_to_auth_magic_link' })
    expect(verifiers()).toEqual(['p'])
    expect(storage.items.getItem(`${STATE}::PKCE_VERIFIER:passwords`)).not.toBeNull()
  })
})

describe('authenticateByUrl', () => {
  const link = (type: string) => `https://app.example/?stytch_token_type=${type}&token=t1&x=1`

  it('signs in with the token of a magic link', async () => {
    const result = await client.authenticateByUrl(
      { session_duration_minutes: 30 },
      link('multi_tenant_magic_links'),
    )
    expect(result).toMatchObject({
      handled: true,
      tokenType: 'multi_tenant_magic_links',
      data: { member_authenticated: true },
    })
    expect(wire.sentTo(MAGIC).at(-1)?.body).toEqual({
      magic_links_token: 't1',
      session_duration_minutes: 30,
    })
  })

  it('gives a token back that it does not handle', async () => {
    const expected = { handled: false, tokenType: 'multi_tenant_passwords', token: 't1' }
    const href = link('multi_tenant_passwords')
    expect(client.parseAuthenticateUrl(href)).toEqual(expected)
    expect(await client.authenticateByUrl({ session_duration_minutes: 30 }, href)).toEqual(expected)
    expect(client.parseAuthenticateUrl(link('constructor'))).toMatchObject({ handled: false })
  })

  it('finds nothing in an address without a token', async () => {
    const href = 'https://app.example/?token=&stytch_token_type=sso'
    expect(client.parseAuthenticateUrl(href)).toBeNull()
    expect(await client.authenticateByUrl({ session_duration_minutes: 30 }, href)).toBeNull()
    expect(client.parseAuthenticateUrl()).toBeNull()
  })

  it('refuses what is no address', () => {
    expect(() => client.parseAuthenticateUrl('not a url')).toThrow(
      'parseAuthenticateUrl: href must be a URL.',
    )
  })
})
