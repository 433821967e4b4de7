import { fromPem } from './pem.ts'
import { importRsaKey } from './signXml.ts'
import type { RsaPrivateJwk } from './signXml.ts'

/** The private RSA key of a PEM (PKCS #1); null when it is not one. */
export async function readRsaKey(pem: string): Promise<RsaPrivateJwk | null> {
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
