import type { JWK } from 'jose'
import { fromBase64, toBase64 } from './pem.ts'
import { attributeOf, childOf, textOf, xml, XMLDSIG, XMLENC } from './xml.ts'
import type { XmlText } from './xml.ts'

const XMLENC11 = 'http://www.w3.org/2009/xmlenc11#'
const OAEP_SHA1 = `${XMLENC}rsa-oaep-mgf1p`
const OAEP = `${XMLENC11}rsa-oaep`
const SHA256 = `${XMLENC}sha256`

/** How the text itself may be encrypted: what the API's customers' providers use, with its block mode. */
const CIPHERS = new Map([
  [`${XMLENC}aes128-cbc`, 'AES-CBC'],
  [`${XMLENC}aes256-cbc`, 'AES-CBC'],
  [`${XMLENC11}aes128-gcm`, 'AES-GCM'],
  [`${XMLENC11}aes256-gcm`, 'AES-GCM'],
])

/** An `EncryptedAssertion` that only the owner of the key reads. */
export async function encryptAssertion({ xml: text }: XmlText, owner: JWK): Promise<XmlText> {
  const { kty = 'RSA', n = '', e = '' } = owner
  const publicKey = await importOaep({ kty, n, e }, 'SHA-1', 'encrypt')
  const aes = crypto.getRandomValues(new Uint8Array(32))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const content = await crypto.subtle.importKey('raw', aes, 'AES-GCM', false, ['encrypt'])
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    content,
    new TextEncoder().encode(text),
  )
  const key = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, publicKey, aes)
  const value = toBase64(new Uint8Array([...iv, ...new Uint8Array(data)]))
  return xml`<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="${XMLENC}" Type="${XMLENC}Element"><xenc:EncryptionMethod Algorithm="${XMLENC11}aes256-gcm"/><ds:KeyInfo xmlns:ds="${XMLDSIG}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${OAEP_SHA1}"><ds:DigestMethod Algorithm="${XMLDSIG}sha1"/></xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>${toBase64(new Uint8Array(key))}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>${value}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>`
}

/** The XML inside of an `EncryptedAssertion`; null when none of the keys opens it. */
export async function decryptAssertion(
  encrypted: Element,
  keys: readonly JWK[],
): Promise<string | null> {
  const data = childOf(encrypted, XMLENC, 'EncryptedData')
  const info = childOf(data, XMLDSIG, 'KeyInfo')
  // The key stands inside of the data, or beside it.
  const key = childOf(info, XMLENC, 'EncryptedKey') ?? childOf(encrypted, XMLENC, 'EncryptedKey')
  const cipher = CIPHERS.get(methodOf(data))
  const [wrapped, value] = [cipherValueOf(key), cipherValueOf(data)]
  if (cipher === undefined || !wrapped || !value) return null
  for (const candidate of keys) {
    try {
      const aes = await unwrapKey(key, wrapped, candidate)
      return new TextDecoder().decode(await decrypt(cipher, aes, value))
    } catch {
      // Encrypted for another key; the next may open it.
    }
  }
  return null
}

async function unwrapKey(key: Element | undefined, wrapped: BufferSource, owner: JWK) {
  const method = childOf(key, XMLENC, 'EncryptionMethod')
  const digest = attributeOf(childOf(method, XMLDSIG, 'DigestMethod'), 'Algorithm')
  if (![OAEP_SHA1, OAEP].includes(methodOf(key))) throw new TypeError('Not encrypted by RSA-OAEP.')
  const privateKey = await importOaep(owner, digest === SHA256 ? 'SHA-256' : 'SHA-1', 'decrypt')
  return crypto.subtle.decrypt({ name: 'RSA-OAEP' }, privateKey, wrapped)
}

async function decrypt(cipher: string, raw: BufferSource, value: Uint8Array<ArrayBuffer>) {
  if (cipher === 'AES-GCM') {
    const key = await crypto.subtle.importKey('raw', raw, cipher, false, ['decrypt'])
    const iv = value.slice(0, 12)
    return new Uint8Array(await crypto.subtle.decrypt({ name: cipher, iv }, key, value.slice(12)))
  }
  const key = await crypto.subtle.importKey('raw', raw, cipher, false, ['decrypt', 'encrypt'])
  // XML pads with anything, which WebCrypto refuses: one more block, padded its way, is put at the end for it to take.
  const last = value.slice(-16)
  const padding = await crypto.subtle.encrypt({ name: cipher, iv: last }, key, new Uint8Array())
  const padded = new Uint8Array([...value.slice(16), ...new Uint8Array(padding)])
  const iv = value.slice(0, 16)
  const text = new Uint8Array(await crypto.subtle.decrypt({ name: cipher, iv }, key, padded))
  return text.slice(0, text.length - (text.at(-1) ?? 0))
}

function importOaep(key: JWK, hash: string, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', key, { name: 'RSA-OAEP', hash }, false, [usage])
}

function cipherValueOf(element: Element | undefined): Uint8Array<ArrayBuffer> | null {
  const value = textOf(childOf(childOf(element, XMLENC, 'CipherData'), XMLENC, 'CipherValue'))
  return value === '' ? null : fromBase64(value)
}

function methodOf(element: Element | undefined): string {
  return attributeOf(childOf(element, XMLENC, 'EncryptionMethod'), 'Algorithm') ?? ''
}
