import { checkUrl, type UrlContext } from './checkUrl.ts'
import type { Finding } from './finding.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const WELL_KNOWN = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server).*$/i
const ENTRA =
  /^https:\/\/(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn)\//i
const ENDPOINT =
  /\/(?:oauth2\/(?:v\d(?:\.\d)?\/)?|protocol\/openid-connect\/|as\/|oidc\/)?(?:authorize|authorization(?:\.oauth2)?|token|auth|userinfo|keys|jwks(?:\.json)?)$/i

/**
 * What is to be said of an OIDC issuer that was typed. Whether there is one at the address, `discoverIssuer` finds out.
 *
 * @example checkIssuer('https://example.okta.com/.well-known/openid-configuration')
 */
export function checkIssuer(typed: string, context: UrlContext = {}): Finding[] {
  const value = typed.trim()
  if (WELL_KNOWN.test(value)) {
    return [error('issuer-well-known', { fix: value.replace(WELL_KNOWN, '') })]
  }
  const findings = checkUrl(value, 'issuer', context)
  if (findings.some(({ severity }) => severity === 'error')) return findings
  const { search, pathname } = new URL(value)
  if (search !== '') findings.push(error('issuer-query', { fix: value.replace(/\?.*$/, '') }))
  else if (ENDPOINT.test(pathname)) {
    findings.push(error('issuer-endpoint', { fix: value.replace(ENDPOINT, '') }))
  } else findings.push(...entraOf(value))
  return findings
}

/** What is to be said of an Entra tenant id, from which the issuer is made. */
export function checkTenantId(typed: string): Finding[] {
  const value = typed.trim()
  if (value === '') return [error('empty')]
  if (EVERY_TENANT.test(value)) return [error('issuer-every-tenant', { tenant: value })]
  const [inUrl] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(value) ?? []
  if (GUID.test(value)) return []
  return [error('tenant-not-guid', inUrl === undefined ? undefined : { fix: inUrl })]
}

/** What is to be said of a client id, beside the secret that was typed. */
export function checkClientId(typed: string, secret = ''): Finding[] {
  const value = typed.trim()
  if (value === '') return [error('empty')]
  if (/^https?:/i.test(value)) return [error('client-id-address')]
  // A GUID is what Entra calls its clients by; with one as the secret the two are the wrong way round.
  const isSwapped = GUID.test(secret.trim()) && !GUID.test(value)
  return isSwapped || ENTRA_SECRET.test(value) ? [warning('client-id-secret')] : []
}

/** What is to be said of a client secret. Nothing of it is in the findings. An empty one leaves the stored one. */
export function checkClientSecret(typed: string, clientId = ''): Finding[] {
  const value = typed.trim()
  if (value === '') return []
  if (value === clientId.trim()) return [error('secret-client-id')]
  return GUID.test(value) ? [error('secret-id')] : []
}

const EVERY_TENANT = /^(?:common|organizations|consumers)$/i

/** As Entra makes secrets: 40 characters, the fourth to sixth of which are digit, Q, ~. */
const ENTRA_SECRET = /^[\w.~-]{3}\dQ~[\w.~-]{31,34}$/

function entraOf(value: string): Finding[] {
  if (/^https:\/\/sts\.windows\.net\//i.test(value)) {
    const tenant = value.split('/')[3] ?? ''
    return [
      warning('issuer-entra-v1', {
        fix: `https://login.microsoftonline.com/${tenant}/v2.0`,
      }),
    ]
  }
  if (!ENTRA.test(value)) return []
  const tenant = value.split('/')[3] ?? ''
  if (EVERY_TENANT.test(tenant)) return [error('issuer-every-tenant', { tenant })]
  return /\/v2\.0$/.test(value) || tenant === ''
    ? []
    : [warning('issuer-entra-v1', { fix: `${new URL(value).origin}/${tenant}/v2.0` })]
}

const error = (code: Finding['code'], data?: Finding['data']): Finding => ({
  severity: 'error',
  code,
  ...(data && { data }),
})

const warning = (code: Finding['code'], data?: Finding['data']): Finding => ({
  severity: 'warning',
  code,
  ...(data && { data }),
})
