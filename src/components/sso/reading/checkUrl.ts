import type { SsoConnection } from '../connections.ts'
import type { Finding, FindingCode, FindingData } from './finding.ts'

/** Where an address was typed. An entity id may be any text. */
export type UrlPlace = 'sso-url' | 'entity-id' | 'metadata-url' | 'issuer' | 'endpoint'

export interface UrlContext {
  /** All connections, this one among them: for what is ours and was put where the identity provider's go. */
  connections?: readonly SsoConnection[] | undefined
  /** The entity id that was typed, where the SSO URL is looked at. */
  entityId?: string | undefined
}

/**
 * What is to be said of an address that was typed in this place. Nothing is fetched.
 *
 * @example checkUrl(source.ssoUrl, 'sso-url', { connections })
 */
export function checkUrl(
  typed: string,
  place: UrlPlace,
  { connections = [], entityId = '' }: UrlContext = {},
): Finding[] {
  const value = typed.trim()
  if (value === '') return [finding('error', 'empty')]
  if (value.length > MAX_LENGTH) return [finding('error', 'too-large')]
  const first =
    placeholderIn(value) ?? ownValue(value, connections) ?? garbageIn(value, place) ?? null
  if (first) return [first]
  const url = readUrl(value)
  if (!url) {
    const isPlainId = place === 'entity-id' && !/^https?:/i.test(value)
    return isPlainId ? [] : [finding('error', 'url-invalid')]
  }
  return [
    ...shapeOf(url, place),
    ...consoleOf(url, place),
    ...misplacedIn(url, place, { entityId, value }),
  ]
}

const MAX_LENGTH = 4000

const finding = (
  severity: Finding['severity'],
  code: FindingCode,
  data?: FindingData,
): Finding => ({ severity, code, ...(data && { data }) })

/** What no address is until somebody filled it in. */
function placeholderIn(value: string): Finding | null {
  const [named] = /[{<[][^\s{}<>[\]/:]{1,60}[}>\]]|%7B[^%]{1,60}%7D|\$\w{1,60}/i.exec(value) ?? []
  const host = readUrl(value)?.hostname ?? ''
  const [example] =
    /^(?:.*\.)?(?:example\.(?:com|org|net)|(?:your|my)-?(?:domain|company|tenant|org)\b.*)$/i.exec(
      host,
    ) ?? []
  const text = named ?? example
  if (text === undefined || readUrl(value)?.hostname.startsWith('[')) return null
  return finding(named ? 'error' : 'warning', 'url-placeholder', { text })
}

function ownValue(value: string, connections: readonly SsoConnection[]): Finding | null {
  for (const connection of connections) {
    const data = { connection: connection.display_name }
    if (connection.protocol === 'saml') {
      if (isSame(value, connection.acs_url)) return finding('error', 'url-own-acs', data)
      if (isSame(value, connection.audience_uri)) return finding('error', 'url-own-audience', data)
    }
    if (connection.protocol === 'oidc' && isSame(value, connection.redirect_url)) {
      return finding('error', 'url-own-redirect', data)
    }
  }
  return null
}

const isSame = (value: string, own: string) =>
  own !== '' && value.replace(/\/$/, '').toLowerCase() === own.replace(/\/$/, '').toLowerCase()

/** What came along when it was copied. */
function garbageIn(value: string, place: UrlPlace): Finding | null {
  if (place === 'entity-id' && !/^https?:/i.test(value)) return null
  const [, start = ''] = /^(["'<(]*)/.exec(value) ?? []
  const [end = ''] = /["'<>),;.\\]*$/.exec(value) ?? []
  const rest = start + end
  if (rest !== '') {
    return finding('error', 'url-trailing', {
      rest,
      fix: value.slice(start.length, value.length - end.length),
    })
  }
  return /\s/.test(value) ? finding('error', 'url-whitespace') : null
}

function readUrl(value: string): URL | null {
  try {
    const url = new URL(value)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
  } catch {
    return null
  }
}

const isLocal = ({ hostname }: URL) =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(hostname)

function shapeOf(url: URL, place: UrlPlace): Finding[] {
  const findings: Finding[] = []
  // As an id, it is only compared; old ones are written so.
  if (url.protocol === 'http:' && !isLocal(url) && place !== 'entity-id') {
    findings.push(finding('error', 'url-http', { fix: url.href.replace(/^http:/, 'https:') }))
  }
  if (url.username !== '' || url.password !== '') findings.push(finding('error', 'url-user-info'))
  if (url.hash !== '' && place !== 'entity-id') findings.push(finding('error', 'url-fragment'))
  return findings
}

/** Where admins work at their provider; nobody signs in there. */
const CONSOLES =
  /-admin\.okta(?:preview|-emea)?\.com$|^(?:admin|console\.cloud)\.google\.com$|^(?:portal\.azure|entra\.microsoft|aad\.portal\.azure)\.com$|^manage\.auth0\.com$|^console\.(?:pingone\.(?:com|eu|asia|ca)|jumpcloud\.com)$|^admin\.duosecurity\.com$/

function consoleOf(url: URL, place: UrlPlace): Finding[] {
  if (!CONSOLES.test(url.hostname)) return []
  const host = url.hostname.replace('-admin.', '.')
  const fix = host === url.hostname ? {} : { fix: url.href.replace(url.hostname, host) }
  return [
    finding(place === 'entity-id' ? 'warning' : 'error', 'url-console', {
      host: url.hostname,
      ...fix,
    }),
  ]
}

const METADATA_PATH = /metadata(?:\.xml)?\/?$|\/descriptor\/?$|[?&]metadata\b|\/saml2?\/metadata\b/i
const SSO_PATH =
  /\/(?:sso\/saml|saml2?\/sso|protocol\/saml|adfs\/ls|saml2|idp\/SSO\.saml2|idpSSO\?.*|http-redirect\/sso|http-post\/sso)\/?$/i

/** What belongs in another of the fields. */
function misplacedIn(
  { pathname, search }: URL,
  place: UrlPlace,
  { entityId, value }: { entityId: string; value: string },
): Finding[] {
  const path = pathname + search
  const isMetadata = METADATA_PATH.test(path)
  if (place === 'sso-url' && isMetadata) return [finding('error', 'url-is-metadata')]
  if (place === 'metadata-url' && !isMetadata && SSO_PATH.test(pathname)) {
    return [finding('warning', 'url-is-sso')]
  }
  const isEntityId = place === 'sso-url' && entityId !== '' && entityId.trim() === value
  // Some providers use one address for both, most do not.
  return isEntityId ? [finding('info', 'url-is-sso-and-entity-id')] : []
}
