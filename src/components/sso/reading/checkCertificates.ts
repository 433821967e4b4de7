import { credentialExpiry } from '../../../hooks/credentialExpiry.ts'
import type { SsoConnection } from '../connections.ts'
import type { Finding, FindingCode, FindingData } from './finding.ts'
import { pemBody } from './pem.ts'
import type { ReadCertificate } from './readCertificates.ts'

export interface CertificateContext {
  /** The present in milliseconds. */
  now: number
  /** The connection that they are for; left out where there is none yet. */
  connection?: SsoConnection | undefined
  /** All connections; this one may be among them. */
  siblings?: readonly SsoConnection[] | undefined
}

/** So many verification certificates a connection has at most. */
export const MAX_CERTIFICATES = 5

/** What is to be said of certificates that were read, each and all together. */
export function checkCertificates(
  certificates: readonly ReadCertificate[],
  context: CertificateContext,
): Finding[] {
  const isOver = ({ validUntil }: ReadCertificate) => Date.parse(validUntil) <= context.now
  // Providers list old ones beside the one that they sign with.
  const severity = certificates.every(isOver) ? 'error' : 'warning'
  const findings = certificates.flatMap((one) => checkCertificate(one, context, severity))
  const held = verificationOf(context.connection).length
  const added = certificates.filter((one) => !isOf(verificationOf(context.connection), one)).length
  if (held + added > MAX_CERTIFICATES) {
    findings.push({
      severity: 'error',
      code: 'certificate-too-many',
      data: { count: held + added, max: MAX_CERTIFICATES, over: held + added - MAX_CERTIFICATES },
    })
  }
  return findings
}

/** What is to be said of one certificate. Each finding names it by its subject. */
function checkCertificate(
  certificate: ReadCertificate,
  { now, connection, siblings = [] }: CertificateContext,
  ifExpired: Finding['severity'],
): Finding[] {
  const { subject, validFrom, validUntil, key, hash, isAuthority, isSelfSigned } = certificate
  const findings: Finding[] = []
  const add = (severity: Finding['severity'], code: FindingCode, data: FindingData = {}) =>
    findings.push({ severity, code, data: { subject, ...data } })

  if (signingOf([...siblings, ...(connection ? [connection] : [])], certificate)) {
    add('error', 'certificate-own')
  }
  if (isOf(verificationOf(connection), certificate)) add('info', 'certificate-known')
  const other = siblings.find(
    (one) =>
      one.connection_id !== connection?.connection_id && isOf(verificationOf(one), certificate),
  )
  if (other) add('warning', 'certificate-elsewhere', { connection: other.display_name })

  const { level, days } = credentialExpiry(validUntil, now)
  if (level === 'expired') add(ifExpired, 'certificate-expired', { at: validUntil })
  else if (Date.parse(validFrom) > now)
    add('warning', 'certificate-not-yet-valid', { at: validFrom })
  else if (level !== 'fine') add('warning', 'certificate-expires-soon', { at: validUntil, days })
  if (key.type === 'rsa' && key.bits !== null && key.bits < 2048) {
    add('warning', 'certificate-weak-key', { bits: key.bits })
  }
  if (hash === 'SHA-1' || hash === 'MD5') add('warning', 'certificate-sha1', { hash })
  // A self-signed one is often marked so, and is what the provider signs with.
  if (isAuthority && !isSelfSigned) add('warning', 'certificate-authority')
  return findings
}

/** Whether two PEM texts are one certificate, however they are broken into lines. */
export const isSameCertificate = (one: string, other: string): boolean =>
  pemBody(one) === pemBody(other)

const isOf = (pems: readonly string[], { pem }: ReadCertificate) =>
  pems.some((one) => isSameCertificate(one, pem))

const verificationOf = (connection: SsoConnection | undefined) =>
  connection?.protocol === 'saml'
    ? connection.verification_certificates.map(({ certificate }) => certificate)
    : []

const signingOf = (connections: readonly SsoConnection[], certificate: ReadCertificate) =>
  connections.some(
    (one) =>
      one.protocol === 'saml' &&
      isOf(
        one.signing_certificates.map((own) => own.certificate),
        certificate,
      ),
  )
