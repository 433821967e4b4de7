import { beforeEach, describe, expect, it } from 'vitest'
import { apiError, errorOf, fieldsOf, setUpBrowser, signIn, STATE, type Wire } from './wire.ts'
import type { B2BClient, ClientStorage } from 'orgportal/client'

const MAGIC = '/b2b/magic_links/authenticate'

const browser = setUpBrowser()
let wire: Wire
let storage: ClientStorage
let client: B2BClient

beforeEach(() => {
  ;({ wire, storage } = browser)
  client = browser.open()
})

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
    // Refused once, it would be refused with every link to come.
    expect(storage.items.getItem(`${STATE}::PKCE_VERIFIER:passwords`)).toBeNull()
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
