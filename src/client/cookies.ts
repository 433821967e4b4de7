import { attempt, type ClientStorage, type Items } from './storage.ts'

/** Names and reach of the session's cookies. */
export interface CookieOptions {
  /** Name of the session token's cookie; `stytch_session` when left out. */
  opaqueTokenCookieName?: string
  /** Name of the session JWT's cookie; `stytch_session_jwt` when left out. */
  jwtCookieName?: string
  /** Name of the intermediate session token's cookie; `stytch_intermediate_session_token` when left out. */
  istCookieName?: string
  /** Path of the cookies; `/` when left out. */
  path?: string
  /** Whether subdomains see the cookies too. Has no effect on localhost. */
  availableToSubdomains?: boolean
  /** Domain of the cookies; this host when left out. Only used with `availableToSubdomains`. */
  domain?: string
}

export type CookieName = 'session' | 'jwt' | 'ist'

export interface Cookies {
  /** The value; empty when there is no such cookie. */
  read: (name: CookieName) => string
  /** Without `expires` the cookie lives as long as the browser does. */
  write: (name: CookieName, value: string, expires?: Date) => void
  /** Removes every variant that this client may ever have written. */
  remove: (...names: CookieName[]) => void
  /** They are those of a request, among which are the ones that no script in a browser can read. */
  includeHidden: boolean
}

const SEEN_DOMAINS = 'seen_domains'
/** A cookie is removed by letting it end. */
const LONG_AGO = new Date(0)

export function createCookies(
  storage: ClientStorage,
  items: Items,
  options: CookieOptions,
): Cookies {
  const { availableToSubdomains, domain } = options
  const path = options.path || '/'
  const names: Record<CookieName, string> = {
    session: options.opaqueTokenCookieName || 'stytch_session',
    jwt: options.jwtCookieName || 'stytch_session_jwt',
    ist: options.istCookieName || 'stytch_intermediate_session_token',
  }
  const host = typeof location === 'object' ? location.hostname : 'localhost'
  const isLocal = /^(localhost|\[::1\]|127\.[\d.]+)$/.test(host)
  const sharedDomain = isLocal ? undefined : domain || host
  const ownDomain = availableToSubdomains ? sharedDomain : undefined

  /** What the browser did not take (cookies are blocked, or this is a server) lasts as long as the page. */
  const remembered: { [name in CookieName]?: string | undefined } = {}

  const valuesOf = (name: CookieName) => {
    const cookies = attempt(() => storage.cookies.cookie) ?? ''
    return cookies.split('; ').flatMap((cookie) => {
      const [key, value = ''] = cookie.split(/=(.*)/)
      return key === names[name] ? decode(value) : []
    })
  }

  const put = (
    name: CookieName,
    value: string,
    expires?: Date,
    cookieDomain?: string,
    on = path,
  ) => {
    attempt(() => {
      storage.cookies.cookie =
        `${names[name]}=${encode(value)}; path=${on}; samesite=lax` +
        (expires ? `; expires=${expires.toUTCString()}` : '') +
        (isLocal ? '' : '; secure') +
        (cookieDomain ? `; domain=${cookieDomain}` : '')
    })
  }

  const seenDomains = (): string[] => {
    const seen = items.getJson(SEEN_DOMAINS)
    return Array.isArray(seen) ? seen.map(String) : []
  }

  return {
    includeHidden: !!storage.isOfOneRequest,

    read: (name) => valuesOf(name)[0] ?? remembered[name] ?? '',

    write(name, value, expires) {
      const domains = seenDomains()
      if (name !== 'ist' && sharedDomain && !domains.includes(sharedDomain)) {
        items.set(JSON.stringify([...domains, sharedDomain]), SEEN_DOMAINS)
      }
      put(name, value, expires, ownDomain)
      // A variant from before `availableToSubdomains` was changed would be read instead of ours.
      if (valuesOf(name)[1]) put(name, '', LONG_AGO, ownDomain ? undefined : sharedDomain)
      remembered[name] = valuesOf(name).includes(value) ? undefined : value
    },

    remove(...removed) {
      const domains = isLocal ? [undefined] : [undefined, host, domain, ...seenDomains()]
      for (const name of removed) {
        remembered[name] = undefined
        for (const cookieDomain of domains) {
          for (const on of [path, '/']) put(name, '', LONG_AGO, cookieDomain, on)
        }
      }
    },
  }
}

// js-cookie's rules, so that both clients read each other's cookies: all that RFC 6265 does not allow
// in a value is percent-encoded, and the percent sign itself.
const encode = (value: string) => value.replace(/[^!#$&-+\--:<-[\]-~]/gu, encodeURIComponent)

const decode = (value: string) => attempt(() => decodeURIComponent(value)) ?? value
