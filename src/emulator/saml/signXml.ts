import { importJWK } from 'jose'
import type { JWK } from 'jose'
import { fromPem, toBase64 } from './pem.ts'
import { loadDsig } from './xml.ts'
import type { XmlText } from './xml.ts'

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** A private RSA key as a JWK. */
export type RsaPrivateJwk = Readonly<
  Record<'kty' | 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi', string>
>

/** A private key, with the certificate (PEM) of its public half. */
export interface XmlSigner {
  key: CryptoKey
  certificate: string
}

export async function importRsaKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256', { extractable: true })
  if (key instanceof CryptoKey) return key
  throw new TypeError('The key is not of RSA.')
}

/** Signs the root element, which has an `ID`, and puts the signature where SAML wants it: behind its issuer. */
export async function signXml({ xml }: XmlText, { key, certificate }: XmlSigner): Promise<XmlText> {
  const dsig = await loadDsig()
  const document = dsig.Parse(xml)
  const signed = new dsig.SignedXml()
  // Exclusive, so that the signature does not depend on what the element is put into later.
  signed.XmlSignature.SignedInfo.CanonicalizationMethod.Algorithm = EXCLUSIVE
  await signed.Sign(RSA, key, document, {
    references: [
      {
        uri: `#${document.documentElement.getAttribute('ID') ?? ''}`,
        hash: RSA.hash,
        transforms: ['enveloped', 'exc-c14n'],
      },
    ],
    x509: [toBase64(fromPem(certificate, 'CERTIFICATE') ?? new Uint8Array())],
  })
  const end = xml.indexOf('Issuer>', xml.indexOf('</')) + 'Issuer>'.length
  const signature = signed.XmlSignature.toString()
  return { xml: xml.slice(0, end) + signature + xml.slice(end) }
}
