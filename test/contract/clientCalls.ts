import type { B2BClientOptions, GoogleOneTapPrompt } from 'orgportal/client'
import { BOOTSTRAP, data, fieldsOf, setUpBrowser, signIn } from '../client/wire.ts'
import { nameOf, type Method } from './methods.ts'

export const NAMESPACES = ['oauth', 'magic_links', 'sso', 'passwords']

/** A prompt in which somebody chooses an account at once. */
export const tap: GoogleOneTapPrompt = async ({ callback }) => {
  await callback({ credential: 'credential' })
  return { success: true }
}

/** For each test of a file: a browser in which somebody has signed in, and calls by a method's name. */
export function setUpCalls() {
  const browser = setUpBrowser()
  /** Where the page has gone to. */
  const visited: string[] = []

  async function openSignedIn(options: B2BClientOptions = {}) {
    visited.length = 0
    const navigate = (url: string) => {
      visited.push(url)
    }
    const client = browser.open({ navigate, ...options })
    await signIn(client)
    browser.wire.sent.length = 0
    const call = (method: Method, ...given: unknown[]) =>
      Promise.resolve(functionAt(client, nameOf(method))?.(...given))
    return { client, call }
  }

  /** A project that demands everything, and a browser that has everything. */
  async function openDemanding() {
    browser.wire.always(BOOTSTRAP, () =>
      data({
        pkce_required_for_email_magic_links: true,
        pkce_required_for_password_resets: true,
        pkce_required_for_oauth: true,
        pkce_required_for_sso: true,
        captcha_settings: { enabled: true, siteKey: 'site' },
        password_config: null,
        dfp_protected_auth_enabled: true,
      }),
    )
    const opened = await openSignedIn({
      captcha: async () => Promise.resolve('captcha'),
      deviceFingerprint: async () => Promise.resolve('fingerprint'),
      googleOneTap: tap,
    })
    browser.storage.cookies.cookie = 'stytch_intermediate_session_token=begun'
    for (const namespace of NAMESPACES) {
      const pair = {
        code_challenge: `challenge-${namespace}`,
        code_verifier: `verifier-${namespace}`,
      }
      browser.setItem(JSON.stringify(pair), `PKCE_VERIFIER:${namespace}`)
    }
    return opened
  }

  return { browser, visited, openSignedIn, openDemanding }
}

export function functionAt(
  client: object,
  name: string,
): ((...args: unknown[]) => unknown) | undefined {
  let found: unknown = client
  for (const key of name.split('.')) found = fieldsOf(found)[key]
  return isFunction(found) ? found : undefined
}

const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function'
