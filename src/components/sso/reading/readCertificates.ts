import { decodeText, MAX_SIZE } from './decodeText.ts'
import type { Finding, FindingCode } from './finding.ts'
import { fromBase64, pemBlocks, toBase64, toPem } from './pem.ts'
import { derKind, readX509, toHex, type DerKind, type X509Facts } from './x509.ts'

/** A certificate that was read. */
export interface ReadCertificate extends X509Facts {
  /** As the API takes it, whatever it was written as. */
  pem: string
  /** `AB:CD:…`; null where the browser does not tell, which it does on https only. */
  sha256: string | null
  sha1: string | null
}

export interface CertificatesReading {
  /** Each once, in the order of the text. */
  certificates: ReadCertificate[]
  /** What was there that is no certificate. That of the certificates themselves is told by `checkCertificates`. */
  findings: Finding[]
}

/**
 * Reads certificates: PEM (one or several, with text around, on one line), base64 without a header, or the bytes of a file
 * as PEM or DER. Nothing is fetched.
 *
 * @example const { certificates: [certificate], findings } = await readCertificates(pasted)
 */
export async function readCertificates(source: string | Uint8Array): Promise<CertificatesReading> {
  if (source.length > MAX_SIZE) return refused('too-large')
  const isBinary = typeof source !== 'string' && source[0] === 0x30 && source[1] !== 0
  const pieces = isBinary ? [asPiece(Uint8Array.from(source))] : piecesOf(decodeText(source))
  const read = new Map<string, ReadCertificate>()
  const codes = new Set<FindingCode>()
  for (const piece of pieces) {
    const certificate = typeof piece === 'string' ? null : await readOne(piece)
    if (certificate) read.set(certificate.pem, certificate)
    else codes.add(typeof piece === 'string' ? piece : CODES[derKind(piece)])
  }
  return {
    certificates: [...read.values()],
    findings: [...codes].map((code) => ({ severity: 'error', code })),
  }
}

const refused = (code: FindingCode): CertificatesReading => ({
  certificates: [],
  findings: [{ severity: 'error', code }],
})

type Piece = Uint8Array<ArrayBuffer> | FindingCode

const asPiece = (bytes: Uint8Array<ArrayBuffer>): Piece => bytes

/** What the bytes are instead of a certificate. */
const CODES: Record<DerKind, FindingCode> = {
  certificate: 'certificate-unreadable',
  unknown: 'certificate-unreadable',
  'private-key': 'certificate-private-key',
  'encrypted-private-key': 'certificate-private-key',
  'rsa-private-key': 'certificate-private-key',
  'public-key': 'certificate-public-key',
  request: 'certificate-request',
  pkcs7: 'certificate-pkcs7',
  pkcs12: 'certificate-pkcs12',
}

/** More are never there, and each costs its time. */
const MAX_PIECES = 50

function piecesOf(text: string): Piece[] {
  const trimmed = text.trim()
  if (trimmed === '') return ['empty']
  const blocks = pemBlocks(trimmed)
  if (blocks.length > MAX_PIECES) return ['too-large']
  if (blocks.length > 0) {
    return blocks.map(({ label, base64 }) => {
      const other = codeOfLabel(label)
      if (other) return other
      if (base64 === null) return 'certificate-incomplete'
      return fromBase64(base64) ?? 'certificate-unreadable'
    })
  }
  if (/^https?:\/\/\S+$/i.test(trimmed)) return ['certificate-address']
  if (trimmed.startsWith('<')) return ['certificate-metadata']
  const bare = trimmed.replace(/\s/g, '')
  // Twenty bytes of SHA-1, thirty-two of SHA-256.
  if (/^(?:[0-9a-f]{2}:?){20}$|^(?:[0-9a-f]{2}:?){32}$/i.test(bare))
    return ['certificate-fingerprint']
  if (/-----END/.test(trimmed)) return ['certificate-incomplete']
  return [fromBase64(bare.replace(/^["']|["',;]+$/g, '')) ?? 'certificate-unreadable']
}

function codeOfLabel(label: string): FindingCode | null {
  if (/^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label)) return null
  if (label.includes('PRIVATE KEY')) return 'certificate-private-key'
  if (label.includes('PUBLIC KEY')) return 'certificate-public-key'
  if (label.includes('REQUEST')) return 'certificate-request'
  return /PKCS ?#?7|CMS/.test(label) ? 'certificate-pkcs7' : 'certificate-unreadable'
}

async function readOne(bytes: Uint8Array<ArrayBuffer>): Promise<ReadCertificate | null> {
  const facts = readX509(bytes)
  if (!facts) return null
  const [sha256, sha1] = await Promise.all([digest('SHA-256', bytes), digest('SHA-1', bytes)])
  return { ...facts, pem: toPem(toBase64(bytes)), sha256, sha1 }
}

async function digest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  // Not there without https.
  const subtle = Reflect.get(crypto, 'subtle') as SubtleCrypto | undefined
  return subtle ? toHex(new Uint8Array(await subtle.digest(name, bytes)), ':') : null
}
