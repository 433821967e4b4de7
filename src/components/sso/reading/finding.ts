/**
 * Something that was noticed in what somebody pasted. The words are in `ssoFindings`, under the code: what it is, and what to do.
 * `error`: it cannot work so, and is not sent. `warning`: it may be meant so. `info`: good to know.
 */
export interface Finding {
  severity: 'error' | 'warning' | 'info'
  code: FindingCode
  /**
   * What the words name: an address, a name, a number. `at` is a moment (RFC 3339) and is shown as a date; `fix` is what the
   * value should be instead, which `Findings` offers.
   */
  data?: FindingData
}

export type FindingData = Readonly<Record<string, string | number>>

/** All that can be noticed. */
export type FindingCode = (typeof findingCodes)[number]

export const findingCodes = [
  'empty',
  'too-large',
  // SAML metadata
  'metadata-html',
  'metadata-json',
  'metadata-address',
  'metadata-certificate',
  'metadata-rendered',
  'metadata-not-xml',
  'metadata-broken',
  'metadata-doctype',
  'metadata-message',
  'metadata-other',
  'metadata-service-provider',
  'metadata-no-provider',
  'metadata-saml1',
  'metadata-several-providers',
  'metadata-no-entity-id',
  'metadata-no-sso-url',
  'metadata-post-only',
  'metadata-no-certificate',
  'metadata-expired',
  'metadata-wants-signed',
  'metadata-name-id',
  // Certificates
  'certificate-unreadable',
  'certificate-incomplete',
  'certificate-fingerprint',
  'certificate-metadata',
  'certificate-address',
  'certificate-private-key',
  'certificate-public-key',
  'certificate-request',
  'certificate-pkcs7',
  'certificate-pkcs12',
  'certificate-authority',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-expires-soon',
  'certificate-weak-key',
  'certificate-sha1',
  'certificate-known',
  'certificate-elsewhere',
  'certificate-own',
  'certificate-too-many',
  // Private keys
  'key-unreadable',
  'key-certificate',
  'key-public',
  'key-encrypted',
  'key-pkcs8',
  'key-not-rsa',
  'key-weak',
  // Addresses
  'url-invalid',
  'url-http',
  'url-user-info',
  'url-fragment',
  'url-whitespace',
  'url-trailing',
  'url-own-acs',
  'url-own-audience',
  'url-own-redirect',
  'url-is-metadata',
  'url-is-sso',
  'url-is-sso-and-entity-id',
  'url-console',
  'url-placeholder',
  // OIDC
  'issuer-well-known',
  'issuer-endpoint',
  'issuer-query',
  'issuer-trailing-slash',
  'issuer-every-tenant',
  'issuer-entra-v1',
  'tenant-not-guid',
  'discovery-other-issuer',
  'discovery-unreachable',
  'discovery-not-found',
  'discovery-not-json',
  'discovery-incomplete',
  'client-id-address',
  'client-id-secret',
  'secret-client-id',
  'secret-id',
] as const

/** Whether something is in the way of sending. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')
