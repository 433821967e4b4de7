import { createAdminPortalApi } from './adminPortal.ts'
import { createAuthenticateUrlApi } from './authenticateUrl.ts'
import type { B2BClient } from './B2BClient.ts'
import { createBootstrap, storedBootstrap } from './bootstrap.ts'
import { check } from './check.ts'
import { createCookies, type CookieOptions } from './cookies.ts'
import { createDiscoveryApi } from './discovery.ts'
import { ApiError, isApiError, loaded, UsageError } from './errors.ts'
import { createGoogleOneTapApi, type GoogleOneTapPrompt } from './googleOneTap.ts'
import { createIdpApi } from './idp.ts'
import { createImpersonationApi } from './impersonation.ts'
import { createMagicLinksApi } from './magicLinks.ts'
import { ADOPTS, createMethods, nameMethods } from './method.ts'
import { createOAuthApi } from './oauth.ts'
import { createOrganizationApi } from './organization.ts'
import { createOtpsApi } from './otps.ts'
import { createPasswordsApi } from './passwords.ts'
import type { ProtectionOptions } from './protection.ts'
import type { Project, RegisteredProject } from './project.ts'
import { createRbacApi } from './rbac.ts'
import { createRecoveryCodesApi } from './recoveryCodes.ts'
import { createRefresher, type Refresher } from './refresher.ts'
import { asksCaptcha, createSend, globalFetch, type RequestContext } from './request.ts'
import { createRequestEvents } from './requestEvents.ts'
import { createScimApi } from './scim.ts'
import { createSelfApi } from './self.ts'
import { createSessionApi } from './session.ts'
import { firstSnapshot, type ServerState } from './serverState.ts'
import { createSessionStore, DURATION, type SignInAnswer } from './sessionStore.ts'
import { createSsoApi } from './sso.ts'
import { createStarts } from './start.ts'
import { attempt, browserStorage, createItems, type ClientStorage } from './storage.ts'
import { describeClient } from './telemetry.ts'
import { createTotpApi } from './totp.ts'

export interface B2BClientOptions extends ProtectionOptions {
  /**
   * Where the API is: scheme, port and path as written, or a path on this page's host. When left
   * out, the public service: its test or its live environment, by the public token.
   */
  baseUrl?: string
  /**
   * The project's own domain at the service, as the official client takes it: only the host name
   * counts, and it is reached by https. It says besides that the session may be in HttpOnly cookies,
   * so the client asks the server at each start, and shows meanwhile what it remembers. With `baseUrl`
   * only the latter counts.
   */
  customBaseUrl?: string
  /** Sends the requests instead of the global `fetch`: for tests, proxies and the emulator. */
  fetch?: typeof fetch
  cookieOptions?: CookieOptions
  /** Whether the regular refresh extends the session by the duration last asked for. */
  keepSessionAlive?: boolean
  /** Whether to post usage events to the API. Nothing is posted when left out. */
  telemetry?: boolean
  /** Where the session is kept: the browser's cookies and localStorage when left out. */
  storage?: ClientStorage
  /**
   * What the server that rendered this page knew of the session: see `getServerState`. It is shown from
   * the first render on, until the client knows better by itself; where the cookies are of somebody else
   * or are gone, it counts while hydrating only.
   */
  serverState?: ServerState | undefined
  /**
   * Leaves the page for an address, where a sign-in does so. By `location` when left out; then the
   * sign-in's promise is pending until the page is gone, and resolves if the browser brings it back.
   */
  navigate?: (url: string) => void | Promise<void>
  /** Shows Google's One Tap prompt; needed for `oauth.googleOneTap` only. */
  googleOneTap?: GoogleOneTapPrompt
}

/**
 * Makes the client of a project for the browser. It restores the session of the last visit and keeps
 * it fresh. On a server it does nothing by itself: no request, no timer.
 *
 * @throws UsageError when the public token is malformed, or an option is of a wrong type.
 * @example
 * const client = createB2BClient('public-token-live-…')
 * // With types for the project's own metadata, claims, roles and resources: see `Project`.
 * const typed = createB2BClient<Starships>('public-token-live-…')
 */
export function createB2BClient<P extends Project = RegisteredProject>(
  publicToken: string,
  options?: B2BClientOptions,
): B2BClient<P>
export function createB2BClient(publicToken: string, options: B2BClientOptions = {}): B2BClient {
  checkArguments(publicToken, options)
  const { storage = browserStorage, navigate = leaveFor, serverState } = options
  // Who hands in a storage wants what is in it kept up to date, but for that of a request.
  const isLive = options.storage ? !storage.isOfOneRequest : typeof document === 'object'

  const items = createItems(storage, `stytch_sdk_state_${publicToken}`)
  const own = createItems(storage, `orgportal_${publicToken}`)
  const { report, onRequest } = createRequestEvents()
  const cookies = createCookies(storage, items, options.cookieOptions ?? {})
  const store = createSessionStore(
    items,
    own,
    cookies,
    firstSnapshot(serverState),
    serverState?.bootstrap ?? storedBootstrap(items),
    // While rendering on a server there are no cookies, but there is its word.
    isLive ? !!options.customBaseUrl : !!serverState?.session,
  )
  let refresher: Refresher | undefined
  const bootstrapped = () => loadBootstrap()
  const context: RequestContext = {
    publicToken,
    baseUrl: baseUrlOf(publicToken, options),
    fetch: options.fetch ?? globalFetch,
    store,
    cookies,
    own,
    loadSignIn: async () => {
      const { createSignIn } = await loaded(import('./signIn.ts'))
      const known = { ApiError, isApiError, asksCaptcha, UsageError }
      return createSignIn({ ...context, items, options, bootstrapped, loaded: known })
    },
    navigate,
    report,
    onDoubt: () => refresher?.check(),
  }
  const methods = createMethods(createSend(context))
  const loadBootstrap = createBootstrap(publicToken, methods, items, store)
  const starts = createStarts(context)
  const googleOneTap = createGoogleOneTapApi(methods, context)
  const self = createSelfApi(methods, store)
  const olderNames = { member: self }
  const magicLinks = createMagicLinksApi(methods)
  const oauth = createOAuthApi(methods, starts, googleOneTap)
  const sso = createSsoApi(methods, starts)
  const impersonation = createImpersonationApi(methods)

  const confirm = methods.method<SignInAnswer>(
    'POST /b2b/sessions/authenticate',
    { confirmsSession: true },
    ADOPTS,
  )
  const refresh = (signal: AbortSignal) => {
    const minutes = options.keepSessionAlive && Number(own.get(DURATION))
    void bootstrapped()
    return confirm(minutes ? { session_duration_minutes: minutes } : {}, { signal })
  }

  if (isLive) {
    void bootstrapped()
    refresher = createRefresher(storage, items, own, store, refresh)
  }
  if (options.telemetry) {
    void import('./events.ts').then(({ createEvents }) => createEvents(context, describeClient))
  }

  const client: B2BClient = {
    publicToken,
    organization: createOrganizationApi(methods, store),
    // Before `self`, after which the methods are named.
    ...olderNames,
    self,
    session: createSessionApi(methods, store, cookies),
    magicLinks,
    otps: createOtpsApi(methods),
    oauth,
    sso,
    passwords: createPasswordsApi(methods),
    totp: createTotpApi(methods),
    recoveryCodes: createRecoveryCodesApi(methods),
    discovery: createDiscoveryApi(methods),
    impersonation,
    idp: createIdpApi(methods),
    scim: createScimApi(methods),
    rbac: createRbacApi(store, bootstrapped),
    adminPortal: createAdminPortalApi(methods),
    ...createAuthenticateUrlApi(context.loadSignIn, { magicLinks, oauth, sso, impersonation }),
    getSnapshot: store.getSnapshot,
    getServerSnapshot: store.getFirstSnapshot,
    subscribe: store.subscribe,
    onStateChange: (callback) =>
      store.subscribe((now, before) => {
        const { session, member, organization } = now
        // These change by themselves, and the rest is about the session.
        if (now.bootstrap !== before.bootstrap || now.viewedRoles !== before.viewedRoles) return
        callback(session && member && organization ? { session, member, organization } : {})
      }),
    updateRecords: store.update,
    onRequest,
    fork: (change) => createB2BClient(publicToken, change(options)),
    dispose: () => refresher?.stop(),
  }
  nameMethods(client)
  return client
}

function baseUrlOf(publicToken: string, { baseUrl, customBaseUrl = '' }: B2BClientOptions): string {
  if (baseUrl) return baseUrl.replace(/\/+$/, '')
  const url = /:\/\//.test(customBaseUrl) ? customBaseUrl : `https://${customBaseUrl}`
  const host = attempt(() => new URL(url).hostname)
  if (customBaseUrl && !host) console.warn(`createB2BClient: ${customBaseUrl} is no domain.`)
  return `https://${host || `${publicToken.includes('public-token-test') ? 'test' : 'api'}.stytch.com`}`
}

function leaveFor(url: string): Promise<void> {
  location.href = url
  return new Promise((resolve) => {
    // Persisted: the browser has kept the page and shows it again. At its first load it is shown too.
    addEventListener('pageshow', ({ persisted }) => persisted && resolve())
  })
}

const METHOD = 'createB2BClient'

function checkArguments(publicToken: string, options: B2BClientOptions) {
  const { baseUrl = '/', cookieOptions = {} } = options
  check(METHOD, options)
  check(METHOD, cookieOptions)
  checkText('publicToken', publicToken, /^public-token-[\w-]+$/, 'like public-token-live-1')
  checkText('baseUrl', baseUrl, /^(https?:\/\/|\/)/, 'a URL or a path')
}

function checkText(name: string, value: string, pattern: RegExp, expected: string) {
  if (!pattern.test(value)) throw new UsageError(METHOD, name, expected)
}
