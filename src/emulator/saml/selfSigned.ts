import type { X509Certificate } from '../../client/ssoSaml.ts'
import { toPem } from './pem.ts'
import { sha256 } from './sha256.ts'
import type { RsaPrivateJwk } from './signXml.ts'

/** What a certificate says of itself, as the API tells of one. */
export type CertificateFacts = Pick<
  X509Certificate,
  'certificate' | 'issuer' | 'created_at' | 'expires_at'
>

/**
 * An X.509 certificate of an RSA key, signed with that key. Made at once and always the same, so that a seed can hold
 * certificates whose dates fit the emulator's clock.
 */
export function selfSigned(
  key: RsaPrivateJwk,
  { commonName, from, to }: { commonName: string; from: Date; to: Date },
): CertificateFacts {
  const names = { '2.5.4.10': ORGANIZATION, '2.5.4.3': commonName }
  const name = sequence(
    ...Object.entries(names).map(([type, value]) =>
      der(0x31, sequence(objectId(type), der(0x0c, [...new TextEncoder().encode(value)]))),
    ),
  )
  const about = sequence(
    der(0xa0, integer(2n)),
    integer(BigInt(Math.floor(from.getTime() / 1000))),
    SHA256_WITH_RSA,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey(key),
  )
  const certificate = sequence(about, SHA256_WITH_RSA, bits(sign(about, key)))
  return {
    certificate: toPem(Uint8Array.from(certificate), 'CERTIFICATE'),
    issuer: `O=${ORGANIZATION}, CN=${commonName}`,
    created_at: wholeSeconds(from),
    expires_at: wholeSeconds(to),
  }
}

const ORGANIZATION = 'orgportal'

type Bytes = readonly number[]

/** PKCS #1 v1.5: the digest behind padding, raised by way of the two primes, which is four times faster. */
function sign(message: Bytes, key: RsaPrivateJwk): Bytes {
  const digest = sequence(
    sequence(objectId('2.16.840.1.101.3.4.2.1'), NULL),
    der(0x04, [...sha256(Uint8Array.from(message))]),
  )
  const length = fromBase64Url(key.n).length
  const padding = Array.from({ length: length - digest.length - 3 }, () => 0xff)
  const padded = toNumber([0, 1, ...padding, 0, ...digest])
  const [p, q, dp, dq, qi] = [key.p, key.q, key.dp, key.dq, key.qi].map((part) =>
    toNumber(fromBase64Url(part)),
  )
  if (!p || !q || !dp || !dq || !qi) throw new TypeError('The key lacks a part.')
  const [one, two] = [power(padded, dp, p), power(padded, dq, q)]
  const difference = (((one - two) % p) + p) % p
  const signature = two + ((qi * difference) % p) * q
  const bytes = toBytes(signature)
  return [...Array.from({ length: length - bytes.length }, () => 0), ...bytes]
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

function publicKey({ n, e }: RsaPrivateJwk): Bytes {
  const numbers = [n, e].map((part) => integer(toNumber(fromBase64Url(part))))
  return sequence(sequence(objectId('1.2.840.113549.1.1.1'), NULL), bits(sequence(...numbers)))
}

/** One value of ASN.1 as DER: its tag, how long it is, and what is in it. */
function der(tag: number, content: Bytes): Bytes {
  const { length } = content
  if (length < 128) return [tag, length, ...content]
  const size = toBytes(BigInt(length))
  return [tag, 0x80 | size.length, ...size, ...content]
}

function sequence(...parts: readonly Bytes[]): Bytes {
  return der(0x30, parts.flat())
}

/** A byte of zeros goes before one that would make the number negative. */
function integer(value: bigint): Bytes {
  const bytes = toBytes(value)
  return der(0x02, (bytes[0] ?? 0) > 127 ? [0, ...bytes] : bytes)
}

function bits(content: Bytes): Bytes {
  return der(0x03, [0, ...content])
}

function objectId(dotted: string): Bytes {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number)
  return der(0x06, [first * 40 + second, ...others.flatMap(base128)])
}

/** Seven bits a byte; all but the last one have the eighth set. */
function base128(value: number): Bytes {
  const bytes = [value & 127]
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 127) | 128)
  return bytes
}

/** Two digits of the year until 2049, four from then on. */
function time(date: Date): Bytes {
  const digits = `${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  const isShort = date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050
  return isShort ? der(0x17, ascii(digits.slice(2))) : der(0x18, ascii(digits))
}

function ascii(text: string): Bytes {
  return Array.from(text, (char) => char.charCodeAt(0))
}

function wholeSeconds(date: Date): string {
  return new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString()
}

function toBytes(value: bigint): Bytes {
  const hex = value.toString(16)
  const pairs = (hex.length % 2 === 0 ? hex : `0${hex}`).match(/../g) ?? []
  return pairs.map((pair) => Number.parseInt(pair, 16))
}

function toNumber(bytes: Bytes): bigint {
  return BigInt(`0x${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

function fromBase64Url(text: string): Bytes {
  return ascii(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
}

const NULL: Bytes = [5, 0]
const SHA256_WITH_RSA = sequence(objectId('1.2.840.113549.1.1.11'), NULL)
