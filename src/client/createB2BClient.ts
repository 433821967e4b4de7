import { createAdminPortalApi } from './adminPortal.ts'
import { createAuthenticateUrlApi } from './authenticateUrl.ts'
import type { B2BClient } from './B2BClient.ts'
import { createBootstrap, storedBootstrap } from './bootstrap.ts'
import { check } from './check.ts'
import { createCookies, type CookieOptions } from './cookies.ts'
import { UsageError } from './errors.ts'
import { createMagicLinksApi } from './magicLinks.ts'
import { createOrganizationApi } from './organization.ts'
import { createRbacApi } from './rbac.ts'
import { createRefresher, type Refresher } from './refresher.ts'
import { createSend, globalFetch, type RequestContext } from './request.ts'
import { createScimApi } from './scim.ts'
import { createSelfApi } from './self.ts'
import { createSessionApi } from './session.ts'
import { createSessionStore, DURATION } from './sessionStore.ts'
import { browserStorage, createItems, type ClientStorage } from './storage.ts'
import { describeClient } from './telemetry.ts'

export interface B2BClientOptions {
  /**
   * Where the API is: scheme, port and path as written, or a path on this page's host. When left
   * out, the public service: its test or its live environment, by the public token.
   */
  baseUrl?: string
  /** Sends the requests instead of the global `fetch`: for tests, proxies and the emulator. */
  fetch?: typeof fetch
  cookieOptions?: CookieOptions
  /** Whether the regular refresh extends the session by the duration last asked for. */
  keepSessionAlive?: boolean
  /** Whether to post usage events to the API. Nothing is posted when left out. */
  telemetry?: boolean
  /** Where the session is kept: the browser's cookies and localStorage when left out. */
  storage?: ClientStorage
}

/**
 * Makes the client of a project for the browser. It restores the session of the last visit and keeps
 * it fresh. On a server it does nothing by itself: no request, no timer.
 *
 * @throws UsageError when the public token is malformed, or an option is unknown or of a wrong type.
 * @example const client = createB2BClient('public-token-live-…')
 */
export function createB2BClient(publicToken: string, options: B2BClientOptions = {}): B2BClient {
  checkArguments(publicToken, options)
  // A server has neither; who hands in a storage wants what is in it kept up to date.
  const isLive = typeof document === 'object' || !!options.storage
  const baseUrl = (options.baseUrl ?? serviceOf(publicToken)).replace(/\/+$/, '')

  const storage = options.storage ?? browserStorage
  const items = createItems(storage, publicToken)
  const cookies = createCookies(storage, items, options.cookieOptions ?? {})
  const store = createSessionStore(items, cookies, storedBootstrap(items))
  let refresher: Refresher | undefined
  const context: RequestContext = {
    publicToken,
    baseUrl,
    fetch: options.fetch ?? globalFetch,
    store,
    cookies,
    items,
    onDoubt: () => refresher?.check(),
  }
  const send = createSend(context)
  const bootstrapped = createBootstrap(publicToken, send, items, store)
  const session = createSessionApi(send, store, cookies)
  const magicLinks = createMagicLinksApi(send, store)

  const refresh = (signal: AbortSignal) => {
    const minutes = options.keepSessionAlive ? Number(items.get(DURATION)) : 0
    void bootstrapped()
    return session.authenticate(minutes ? { session_duration_minutes: minutes } : {}, { signal })
  }

  if (isLive) {
    void bootstrapped()
    refresher = createRefresher(storage, items, store, refresh)
  }
  if (options.telemetry) {
    void import('./events.ts').then(({ createEvents }) => {
      createEvents(context, describeClient)('b2b_sdk_instance_instantiated')
    })
  }

  return {
    publicToken,
    organization: createOrganizationApi(send, store),
    self: createSelfApi(send, store),
    session,
    magicLinks,
    scim: createScimApi(send),
    rbac: createRbacApi(store, bootstrapped),
    adminPortal: createAdminPortalApi(send),
    ...createAuthenticateUrlApi(
      new Map([
        [
          'multi_tenant_magic_links',
          (magic_links_token, session_duration_minutes) =>
            magicLinks.authenticate({ magic_links_token, session_duration_minutes }),
        ],
      ]),
    ),
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    onStateChange: (callback) =>
      store.subscribe((now, before) => {
        const { session, member, organization } = now
        // Bootstrap changes by itself, and the rest is about the session.
        if (now.bootstrap !== before.bootstrap) return
        callback(session && member && organization ? { session, member, organization } : {})
      }),
    dispose: () => refresher?.stop(),
  }
}

const serviceOf = (publicToken: string) =>
  `https://${publicToken.includes('public-token-test') ? 'test' : 'api'}.stytch.com`

const METHOD = 'createB2BClient'
const OPTIONS = 'baseUrl fetch cookieOptions keepSessionAlive telemetry storage'
const COOKIE_OPTIONS =
  'opaqueTokenCookieName jwtCookieName istCookieName path availableToSubdomains domain'

function checkArguments(publicToken: string, options: B2BClientOptions) {
  const { baseUrl = '/', cookieOptions = {} } = options
  checkOptions(options, OPTIONS)
  checkOptions(cookieOptions, COOKIE_OPTIONS)
  checkText('publicToken', publicToken, /^public-token-[\w-]+$/, 'like public-token-live-1')
  checkText('baseUrl', baseUrl, /^(https?:\/\/|\/)/, 'a URL or a path')
}

function checkOptions(given: object, known: string) {
  for (const name in given) {
    if (!known.split(' ').includes(name)) {
      throw new UsageError(METHOD, `option ${name}`, `one of ${known}`)
    }
  }
  check(METHOD, given)
}

function checkText(name: string, value: string, pattern: RegExp, expected: string) {
  if (!pattern.test(value)) throw new UsageError(METHOD, name, expected)
}
