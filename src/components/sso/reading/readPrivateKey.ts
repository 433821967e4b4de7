import { decodeText, MAX_SIZE } from './decodeText.ts'
import type { Finding, FindingCode } from './finding.ts'
import { fromBase64, pemBlocks, toPem } from './pem.ts'
import { derKind, rsaPrivateKeyBits } from './x509.ts'

export type PrivateKeyReading =
  { pem: string; bits: number; findings: Finding[] } | { pem: null; findings: Finding[] }

/**
 * Reads the private key of an RSA pair as the API takes it: PEM, PKCS #1. What else it is, is said by name. Nothing of the
 * key is in the findings.
 */
export function readPrivateKey(source: string | Uint8Array): PrivateKeyReading {
  if (source.length > MAX_SIZE) return refused('too-large')
  const text = decodeText(source).trim()
  if (text === '') return refused('empty')
  const blocks = pemBlocks(text)
  const block = blocks.find(({ label }) => label.includes('PRIVATE KEY')) ?? blocks[0]
  if (!block) return refused('key-unreadable')
  const { label, base64 } = block
  if (label === 'ENCRYPTED PRIVATE KEY' || /Proc-Type: 4,ENCRYPTED/.test(text)) {
    return refused('key-encrypted')
  }
  if (label === 'PRIVATE KEY') return refused('key-pkcs8')
  if (label.includes('PUBLIC KEY')) return refused('key-public')
  if (label.includes('CERTIFICATE')) return refused('key-certificate')
  if (label.includes('PRIVATE KEY') && label !== 'RSA PRIVATE KEY') return refused('key-not-rsa')
  const bytes = base64 === null ? null : fromBase64(base64)
  const bits = bytes && rsaPrivateKeyBits(bytes)
  if (base64 === null || !bytes || !bits) {
    return refused(bytes && derKind(bytes) === 'private-key' ? 'key-pkcs8' : 'key-unreadable')
  }
  const findings: Finding[] =
    bits < 2048 ? [{ severity: 'error', code: 'key-weak', data: { bits } }] : []
  return { pem: toPem(base64, label), bits, findings }
}

const refused = (code: FindingCode): PrivateKeyReading => ({
  pem: null,
  findings: [{ severity: 'error', code }],
})
