import { bitLengthOf, oidOf, partsOf, readDer, TAG, textOf, timeOf, type Der } from './der.ts'

/** What an X.509 certificate says of itself. */
export interface X509Facts {
  /** `CN=Okta, O=Example`: the most telling first. */
  subject: string
  issuer: string
  /** RFC 3339. */
  validFrom: string
  validUntil: string
  /** Hexadecimal. */
  serialNumber: string
  key: PublicKeyFacts
  /** `SHA-256`; empty where the algorithm has none or is not known. */
  hash: string
  /** Subject and issuer are the same. */
  isSelfSigned: boolean
  /** It may issue other certificates. */
  isAuthority: boolean
}

export interface PublicKeyFacts {
  type: 'rsa' | 'ec' | 'other'
  /** null where the kind of key is not known. */
  bits: number | null
}

/** What a piece of DER is. */
export type DerKind =
  | 'certificate'
  | 'private-key'
  | 'encrypted-private-key'
  | 'rsa-private-key'
  | 'public-key'
  | 'request'
  | 'pkcs7'
  | 'pkcs12'
  | 'unknown'

/** Reads a certificate; null when the bytes are none. */
export function readX509(bytes: Uint8Array<ArrayBuffer>): X509Facts | null {
  const [tbs, algorithm, signature] = partsOf(sequenceIn(bytes)) ?? []
  const fields = partsOf(tbs)
  if (!fields || signature?.tag !== TAG.bitString) return null
  const [serial, , issuer, validity, subject, publicKey, ...more] =
    fields[0]?.tag === VERSION ? fields.slice(1) : fields
  const [from, until] = partsOf(validity) ?? []
  const validFrom = timeOf(from)
  const validUntil = timeOf(until)
  const key = readPublicKey(publicKey)
  const issuerName = nameOf(issuer)
  const subjectName = nameOf(subject)
  if (serial?.tag !== TAG.integer || !validFrom || !validUntil || !key) return null
  if (issuerName === null || subjectName === null) return null
  return {
    subject: subjectName,
    issuer: issuerName,
    validFrom,
    validUntil,
    serialNumber: toHex(serial.content),
    key,
    hash: HASHES[oidOf(partsOf(algorithm)?.[0])] ?? '',
    isSelfSigned: subjectName === issuerName,
    isAuthority: isAuthority(more),
  }
}

/** What the bytes are, by their shape. */
export function derKind(bytes: Uint8Array<ArrayBuffer>): DerKind {
  if (readX509(bytes)) return 'certificate'
  const [first, second, third] = partsOf(sequenceIn(bytes)) ?? []
  if (oidOf(first).startsWith('1.2.840.113549.1.7.')) return 'pkcs7'
  if (first?.tag === TAG.integer) {
    if (oidOf(partsOf(second)?.[0]).startsWith('1.2.840.113549.1.7.')) return 'pkcs12'
    if (second?.tag === TAG.integer && third?.tag === TAG.integer) return 'rsa-private-key'
    const isKey = second?.tag === TAG.octetString || third?.tag === TAG.octetString
    return isKey ? 'private-key' : 'unknown'
  }
  if (first?.tag !== TAG.sequence) return 'unknown'
  if (second?.tag === TAG.octetString) return 'encrypted-private-key'
  if (second?.tag === TAG.bitString)
    return readPublicKey(sequenceIn(bytes)) ? 'public-key' : 'unknown'
  const isRequest = partsOf(first)?.[0]?.tag === TAG.integer && third?.tag === TAG.bitString
  return isRequest ? 'request' : 'unknown'
}

/** How many bits an RSA key as PKCS #1 has; null when the bytes are none. */
export function rsaPrivateKeyBits(bytes: Uint8Array<ArrayBuffer>): number | null {
  const numbers = partsOf(sequenceIn(bytes)) ?? []
  const [, modulus] = numbers
  // Version, modulus, exponents, primes and what follows from them.
  const isKey = numbers.length >= 9 && numbers.every(({ tag }) => tag === TAG.integer)
  return isKey && modulus ? bitLengthOf(modulus) : null
}

export const toHex = (bytes: Uint8Array, separator = ''): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(separator)

const VERSION = 0xa0
const EXTENSIONS = 0xa3
const RSA = '1.2.840.113549.1.1.'
const EC = '1.2.840.10045.2.1'
const BASIC_CONSTRAINTS = '2.5.29.19'

const CURVES: Record<string, number> = {
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
}

const HASHES: Record<string, string> = {
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
  '1.2.840.10045.4.1': 'SHA-1',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
}

/** Short names of the parts of a name, the most telling first. */
const NAMES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.11': 'OU',
  '2.5.4.10': 'O',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.6': 'C',
  '1.2.840.113549.1.9.1': 'E',
}
const ORDER = Object.values(NAMES)

function sequenceIn(bytes: Uint8Array<ArrayBuffer>): Der | null {
  const der = readDer(bytes)
  return der?.tag === TAG.sequence ? der : null
}

function nameOf(der: Der | undefined): string | null {
  const sets = partsOf(der)
  if (der?.tag !== TAG.sequence || !sets) return null
  const parts: { name: string; value: string }[] = []
  for (const set of sets) {
    for (const pair of partsOf(set) ?? []) {
      const [type, value] = partsOf(pair) ?? []
      const oid = oidOf(type)
      if (value && oid !== '') parts.push({ name: NAMES[oid] ?? oid, value: textOf(value) })
    }
  }
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return parts
    .sort((one, other) => place(one.name) - place(other.name))
    .map(({ name, value }) => `${name}=${value}`)
    .join(', ')
}

function readPublicKey(der: Der | null | undefined): PublicKeyFacts | null {
  const [algorithm, key] = partsOf(der) ?? []
  const [type, curve] = partsOf(algorithm) ?? []
  const oid = oidOf(type)
  if (oid === '' || key?.tag !== TAG.bitString) return null
  if (oid === EC) return { type: 'ec', bits: CURVES[oidOf(curve)] ?? null }
  if (!oid.startsWith(RSA)) return { type: 'other', bits: null }
  // The first byte of a bit string says how many bits of the last one do not count.
  const [modulus] = partsOf(sequenceIn(key.content.subarray(1))) ?? []
  return { type: 'rsa', bits: modulus?.tag === TAG.integer ? bitLengthOf(modulus) : null }
}

function isAuthority(fields: readonly Der[]): boolean {
  const [extensions] = partsOf(fields.find(({ tag }) => tag === EXTENSIONS)) ?? []
  return (partsOf(extensions) ?? []).some((extension) => {
    const [id, ...rest] = partsOf(extension) ?? []
    const value = rest.at(-1)
    if (oidOf(id) !== BASIC_CONSTRAINTS || !value) return false
    const [flag] = partsOf(sequenceIn(value.content)) ?? []
    return flag?.tag === 0x01 && flag.content[0] === 0xff
  })
}
