import type { EncryptionPrivateKey, X509Certificate } from '../../client/ssoSaml.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { fromPem, readCertificate } from '../saml/pem.ts'
import { readRsaKey } from '../saml/rsaKey.ts'
import { selfSigned } from '../saml/selfSigned.ts'
import type { CertificateFacts } from '../saml/selfSigned.ts'

const MAX_CERTIFICATES = 5
const MAX_ENCRYPTION_KEYS = 5
/** How long the certificate of a new signing key holds. */
const SIGNING_YEARS = 10

/** The certificates of the identity provider with more (PEM) added to them; those that are there already are not doubled. */
export async function addCertificates(
  context: EmulatorContext,
  { verification_certificates }: StoredSamlConnection,
  added: readonly string[],
): Promise<X509Certificate[]> {
  const certificates = [...verification_certificates]
  for (const pem of added) {
    const certificate = await requireCertificate(context, 'saml-verification-key', pem)
    if (certificates.some((known) => isSame(known, certificate))) continue
    if (certificates.length >= MAX_CERTIFICATES) {
      throw badRequest(
        `A connection has at most ${String(MAX_CERTIFICATES)} verification certificates. Delete one first.`,
        'too_many_sso_verification_certificates',
      )
    }
    certificates.push(certificate)
  }
  return certificates
}

/** The key of the body that requests are signed with from now on, with its certificate; nothing when it is left out. */
export async function readSigningKey(
  context: EmulatorContext,
  { signing_certificates }: StoredSamlConnection,
  body: Body,
): Promise<Partial<Pick<StoredSamlConnection, 'signing_private_key' | 'signing_certificates'>>> {
  const signing_private_key = body.optionalString('signing_private_key')
  if (signing_private_key === undefined) return {}
  const key = await requireRsaKey('signing_private_key', signing_private_key)
  const from = new Date(context.clock.now())
  const to = new Date(from)
  to.setUTCFullYear(from.getUTCFullYear() + SIGNING_YEARS)
  const made = selfSigned(key, { commonName: 'Emulated service provider', from, to })
  const certificate = withId(context, 'saml-signing-key', made)
  return {
    signing_private_key,
    // The former ones stay, until the identity provider has got the new one.
    signing_certificates: [certificate, ...signing_certificates].slice(0, MAX_CERTIFICATES),
  }
}

/** The keys that open encrypted assertions, with that of the body. */
export async function readEncryptionKeys(
  context: EmulatorContext,
  { encryption_private_keys }: StoredSamlConnection,
  body: Body,
): Promise<EncryptionPrivateKey[]> {
  const private_key = body.optionalString('saml_encryption_private_key')
  if (private_key === undefined) return encryption_private_keys
  await requireRsaKey('saml_encryption_private_key', private_key)
  if (encryption_private_keys.some((known) => known.private_key.trim() === private_key.trim())) {
    return encryption_private_keys
  }
  if (encryption_private_keys.length >= MAX_ENCRYPTION_KEYS) {
    throw badRequest(
      `A connection has at most ${String(MAX_ENCRYPTION_KEYS)} encryption keys. Delete one first.`,
      'too_many_encryption_certificates',
    )
  }
  return [
    ...encryption_private_keys,
    {
      private_key_id: context.newId('saml-encryption-key'),
      private_key,
      created_at: context.timestamp(),
    },
  ]
}

async function requireCertificate(
  context: EmulatorContext,
  kind: string,
  pem: string,
): Promise<X509Certificate> {
  const bytes = fromPem(pem, 'CERTIFICATE')
  const read = bytes && (await readCertificate(bytes))
  if (!read) {
    throw badRequest(
      'x509_certificate must be one X.509 certificate as PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.',
      'invalid_x509_certificate',
    )
  }
  return withId(context, kind, read)
}

function withId(context: EmulatorContext, kind: string, facts: CertificateFacts): X509Certificate {
  const now = context.timestamp()
  return { certificate_id: context.newId(kind), ...facts, created_at: now, updated_at: now }
}

async function requireRsaKey(field: string, pem: string) {
  const key = await readRsaKey(pem)
  if (key) return key
  throw badRequest(
    `${field} must be an RSA key as PEM (PKCS #1), from -----BEGIN RSA PRIVATE KEY----- on.`,
    /-----BEGIN (?!RSA PRIVATE)/.test(pem)
      ? 'saml_signing_private_key_format_not_supported'
      : 'saml_signing_private_key_invalid',
  )
}

function isSame(one: X509Certificate, other: X509Certificate): boolean {
  return one.certificate.replace(/\s/g, '') === other.certificate.replace(/\s/g, '')
}
