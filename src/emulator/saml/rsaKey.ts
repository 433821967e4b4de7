import type { JWK } from 'jose'
import { toPem, fromPem } from './pem.ts'
import { importRsaKey } from './signXml.ts'

const YEARS = 10

/** The private RSA key of a PEM (PKCS #1); null when it is not one. */
export async function readRsaKey(pem: string): Promise<JWK | null> {
  const bytes = fromPem(pem, 'RSA PRIVATE KEY')
  if (!bytes) return null
  const { RSAPrivateKey } = await import('pkijs')
  try {
    const { n, e, d, p, q, dp, dq, qi } = RSAPrivateKey.fromBER(bytes).toJSON()
    const key = { kty: 'RSA', n, e, d, p, q, dp, dq, qi }
    await importRsaKey(key)
    return key
  } catch {
    // ASN.1 of something else, or numbers that make no key.
    return null
  }
}

/** A certificate (PEM) by which others can check what is signed with the key. */
export async function certifyKey(key: JWK, { now }: { now: Date }): Promise<string> {
  const [{ AttributeTypeAndValue, Certificate, CryptoEngine }, { Integer, Utf8String }] =
    await Promise.all([import('pkijs'), import('asn1js')])
  const engine = new CryptoEngine({ name: 'WebCrypto', crypto })
  const { kty = 'RSA', n = '', e = '' } = key
  const publicKey = await importRsaKey({ kty, n, e })
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: Math.floor(now.getTime() / 1000) })
  const named = (type: string, value: string) =>
    new AttributeTypeAndValue({ type, value: new Utf8String({ value }) })
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues = [
      named('2.5.4.10', 'orgportal'),
      named('2.5.4.3', 'Emulated service provider'),
    ]
  }
  certificate.notBefore.value = now
  const end = new Date(now)
  end.setUTCFullYear(now.getUTCFullYear() + YEARS)
  certificate.notAfter.value = end
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine)
  await certificate.sign(await importRsaKey(key), 'SHA-256', engine)
  return toPem(new Uint8Array(certificate.toSchema(true).toBER(false)), 'CERTIFICATE')
}
