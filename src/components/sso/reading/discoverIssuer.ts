import type { Finding } from './finding.ts'

/** What an OIDC identity provider publishes of itself. */
export interface OidcDiscovery {
  issuer: string
  authorizationUrl: string
  tokenUrl: string
  userinfoUrl: string
  jwksUrl: string
  scopes: string[]
  claims: string[]
}

/** `unknown`: the browser could not read it, which says nothing; the service looks itself. */
export type DiscoveryReading =
  | { state: 'found'; discovery: OidcDiscovery; findings: Finding[] }
  | { state: 'wrong' | 'unknown'; findings: Finding[] }

export interface DiscoverIssuerOptions {
  /** The browser's, or that of the client. */
  fetch: (url: string, init: { signal?: AbortSignal; credentials: 'omit' }) => Promise<Response>
  signal?: AbortSignal
}

/**
 * Looks for what the issuer publishes, as far as the browser may. An issuer that `checkIssuer` found an error in is not to be
 * looked for. Rejects only when `signal` is aborted.
 *
 * @example const reading = await discoverIssuer('https://example.okta.com', { fetch, signal })
 */
export async function discoverIssuer(
  typed: string,
  { fetch, signal }: DiscoverIssuerOptions,
): Promise<DiscoveryReading> {
  const issuer = typed.trim()
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  let response: Response
  let text: string
  try {
    response = await fetch(url, { ...(signal && { signal }), credentials: 'omit' })
    text = await response.text()
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    return {
      state: 'unknown',
      findings: [{ severity: 'info', code: 'discovery-unreachable', data: { url } }],
    }
  }
  if (!response.ok) {
    return wrong({ code: 'discovery-not-found', data: { url, status: response.status } })
  }
  const document = readObject(text)
  if (!document) return wrong({ code: 'discovery-not-json', data: { url } })
  return readDiscovery(document, issuer)
}

function wrong(finding: Omit<Finding, 'severity'>): DiscoveryReading {
  return { state: 'wrong', findings: [{ severity: 'error', ...finding }] }
}

const MAX_DOCUMENT = 500_000

function readObject(text: string): Record<string, unknown> | null {
  if (text.length > MAX_DOCUMENT) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readDiscovery(document: Record<string, unknown>, issuer: string): DiscoveryReading {
  const text = (name: string) => {
    const value = document[name]
    return typeof value === 'string' ? value : ''
  }
  const list = (name: string) => {
    const value = document[name]
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  }
  const found = text('issuer')
  if (found !== issuer && found.replace(/\/$/, '') === issuer.replace(/\/$/, '')) {
    return wrong({ code: 'issuer-trailing-slash', data: { found, fix: found } })
  }
  if (found !== '' && found !== issuer) {
    return wrong({ code: 'discovery-other-issuer', data: { found, fix: found } })
  }
  const missing = ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'].filter(
    (name) => text(name) === '',
  )
  if (missing.length > 0) {
    return wrong({ code: 'discovery-incomplete', data: { missing: missing.join(', ') } })
  }
  return {
    state: 'found',
    findings: [],
    discovery: {
      issuer: found,
      authorizationUrl: text('authorization_endpoint'),
      tokenUrl: text('token_endpoint'),
      userinfoUrl: text('userinfo_endpoint'),
      jwksUrl: text('jwks_uri'),
      scopes: list('scopes_supported'),
      claims: list('claims_supported'),
    },
  }
}
