import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  apiError,
  BOOTSTRAP,
  bootstrapAnswer,
  data,
  errorOf,
  fieldsOf,
  like,
  mfaResponse,
  setUpBrowser,
  signIn,
} from './wire.ts'
import type { B2BClient } from 'orgportal/client'

const MAGIC = '/b2b/magic_links/authenticate'
const browser = setUpBrowser()
let client: B2BClient

const demanding = (...flags: string[]) =>
  browser.wire.always(BOOTSTRAP, () =>
    bootstrapAnswer(Object.fromEntries(flags.map((flag) => [`pkce_required_for_${flag}`, true]))),
  )
const pairOf = (code_verifier: string) =>
  JSON.stringify({ code_challenge: `challenge-of-${code_verifier}`, code_verifier })
const store = (namespace: string, verifier: string) =>
  browser.setItem(pairOf(verifier), `PKCE_VERIFIER:${namespace}`)
const stored = (namespace: string) => {
  const item = browser.item(`PKCE_VERIFIER:${namespace}`)
  return item === null ? null : fieldsOf(JSON.parse(item))
}
const bodies = (path: string) => browser.wire.sentTo(path).map(({ body }) => fieldsOf(body))

beforeEach(() => {
  client = browser.open()
})

describe('a code challenge', () => {
  const SEND = '/b2b/magic_links/email/login_or_signup'
  const sendLink = () =>
    client.magicLinks.email.loginOrSignup({ email_address: 'a@b.example', organization_id: 'o' })

  it('is not sent when the project does not demand it', async () => {
    await sendLink()
    expect(bodies(SEND)[0]).not.toHaveProperty('pkce_code_challenge')
    expect(stored('magic_links')).toBeNull()
  })

  it('is the SHA-256 of a stored verifier of sixteen numbers in hex', async () => {
    demanding('email_magic_links')
    client = browser.reload()
    await sendLink()
    const pair = stored('magic_links')
    const verifier = String(pair?.['code_verifier'])
    expect(verifier).toMatch(/^[0-9a-f]{32,128}$/)
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    expect(pair).toEqual({ code_challenge: challenge, code_verifier: verifier })
    expect(bodies(SEND)[0]).toMatchObject({ pkce_code_challenge: challenge })
  })

  it('is of a verifier with at least two digits for each number, and no more than it needs', async () => {
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation((numbers) => {
      if (numbers instanceof Uint32Array) numbers.set([5, 0xab, 0xfedcba98])
      return numbers
    })
    demanding('email_magic_links')
    client = browser.reload()
    await sendLink()
    random.mockRestore()
    expect(stored('magic_links')).toMatchObject({
      code_verifier: `05abfedcba98${'00'.repeat(13)}`,
    })
  })

  it('is the same for each mail, until it is used up', async () => {
    demanding('email_magic_links')
    client = browser.reload()
    await sendLink()
    await sendLink()
    await client.magicLinks.email.discovery.send({ email_address: 'a@b.example' })
    const [first, second] = bodies(SEND).map((body) => body['pkce_code_challenge'])
    const [third] = bodies('/b2b/magic_links/email/discovery/send')
    expect([second, third?.['pkce_code_challenge']]).toEqual([first, first])
    await signIn(client)
    await sendLink()
    expect(bodies(SEND)[2]?.['pkce_code_challenge']).not.toBe(first)
  })

  it('takes the place of a stored pair that cannot be read', async () => {
    demanding('email_magic_links')
    browser.setItem('{', 'PKCE_VERIFIER:magic_links')
    client = browser.reload()
    await sendLink()
    expect(stored('magic_links')).toMatchObject({ code_verifier: like(/^[0-9a-f]{32,}$/) })
  })

  it('is called code_challenge for the passwords of an organization only', async () => {
    demanding('password_resets')
    client = browser.reload()
    await client.passwords.resetByEmailStart({ email_address: 'a@b.example', organization_id: 'o' })
    await client.passwords.discovery.resetByEmailStart({ email_address: 'a@b.example' })
    const challenge = stored('passwords')?.['code_challenge']
    const [reset] = bodies('/b2b/passwords/email/reset/start')
    expect(reset).toMatchObject({ code_challenge: challenge })
    expect(reset).not.toHaveProperty('pkce_code_challenge')
    expect(bodies('/b2b/passwords/discovery/reset/start')[0]).toMatchObject({
      pkce_code_challenge: challenge,
    })
  })

  it('is sent where the storage takes nothing, and ends the flow on the same page', async () => {
    demanding('email_magic_links')
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const { items, ...rest } = browser.storage
    client = browser.reload({ storage: { ...rest, items: { ...items, setItem: full } } })
    await sendLink()
    expect(bodies(SEND)[0]).toHaveProperty('pkce_code_challenge')
    await signIn(client)
    expect(bodies(MAGIC)[0]).toMatchObject({ pkce_code_verifier: like(/^[0-9a-f]{32,}$/) })
  })
})

describe('a code verifier', () => {
  const minutes = { session_duration_minutes: 60 }

  it.each([
    ['magic_links', MAGIC, 'pkce_code_verifier', () => signIn(client)],
    [
      'magic_links',
      '/b2b/magic_links/discovery/authenticate',
      'pkce_code_verifier',
      () => client.magicLinks.discovery.authenticate({ discovery_magic_links_token: 't' }),
    ],
    [
      'oauth',
      '/b2b/oauth/authenticate',
      'pkce_code_verifier',
      () => client.oauth.authenticate({ oauth_token: 't', ...minutes }),
    ],
    [
      'oauth',
      '/b2b/oauth/discovery/authenticate',
      'pkce_code_verifier',
      () => client.oauth.discovery.authenticate({ discovery_oauth_token: 't' }),
    ],
    [
      'sso',
      '/b2b/sso/authenticate',
      'pkce_code_verifier',
      () => client.sso.authenticate({ sso_token: 't', ...minutes }),
    ],
    [
      'passwords',
      '/b2b/passwords/email/reset',
      'code_verifier',
      () => client.passwords.resetByEmail({ password_reset_token: 't', password: 'p', ...minutes }),
    ],
    [
      'passwords',
      '/b2b/passwords/discovery/reset',
      'pkce_code_verifier',
      () => client.passwords.discovery.resetByEmail({ password_reset_token: 't', password: 'p' }),
    ],
  ])('of %s goes to %s as %s, and is used up', async (namespace, path, name, authenticate) => {
    store(namespace, 'v1')
    browser.wire.always(path, () => data(mfaResponse('ist')))
    await authenticate()
    await authenticate()
    expect(bodies(path)[0]).toMatchObject({ [name]: 'v1' })
    expect(bodies(path)[1]).not.toHaveProperty(name)
    expect(stored(namespace)).toBeNull()
  })

  it.each([
    [
      '/b2b/passwords/authenticate',
      () =>
        client.passwords.authenticate({
          organization_id: 'o',
          email_address: 'a@b.example',
          password: 'p',
          ...minutes,
        }),
    ],
    [
      '/b2b/passwords/discovery/authenticate',
      () =>
        client.passwords.discovery.authenticate({ email_address: 'a@b.example', password: 'p' }),
    ],
  ])('goes to %s as code_verifier, and is kept', async (path, authenticate) => {
    store('passwords', 'v1')
    browser.wire.always(path, () => data(mfaResponse('ist')))
    await authenticate()
    expect(bodies(path)[0]).toMatchObject({ code_verifier: 'v1' })
    expect(stored('passwords')).not.toBeNull()
  })

  it('stays when the server fails, or refuses something else', async () => {
    store('magic_links', 'v1')
    browser.wire.next(
      MAGIC,
      () => apiError(500, 'internal_server_error'),
      () => apiError(401, 'unable_to_auth_magic_link'),
    )
    await errorOf(signIn(client))
    await errorOf(signIn(client))
    expect(stored('magic_links')).not.toBeNull()
  })

  it('is removed when it is refused, so that the next link can work', async () => {
    store('sso', 'v1')
    const path = '/b2b/sso/authenticate'
    browser.wire.next(path, () => apiError(400, 'pkce_did_not_expect_code_verifier'))
    browser.wire.always(path, () => data(mfaResponse('ist')))
    const authenticate = () => client.sso.authenticate({ sso_token: 't', ...minutes })
    expect(await errorOf(authenticate())).toMatchObject({ status_code: 400 })
    expect(stored('sso')).toBeNull()
    await authenticate()
    expect(bodies(path)[1]).not.toHaveProperty('pkce_code_verifier')
  })
})
