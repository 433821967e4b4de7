import type { CertificateFacts } from './selfSigned.ts'

/** The bytes of a PEM block with this label; null when the text is not one. */
export function fromPem(pem: string, label: string): Uint8Array<ArrayBuffer> | null {
  const block = new RegExp(
    `^\\s*-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----\\s*$`,
  )
  const [, base64] = block.exec(pem) ?? []
  return base64 === undefined ? null : fromBase64(base64)
}

export function toPem(bytes: Uint8Array, label: string): string {
  const lines = toBase64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** null when it is not base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (char) => char.charCodeAt(0))
  } catch {
    return null
  }
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** What a certificate says of itself; null when the bytes are no X.509 certificate. */
export async function readCertificate(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<CertificateFacts | null> {
  const { Certificate } = await import('pkijs')
  try {
    const { issuer, notBefore, notAfter } = Certificate.fromBER(bytes)
    return {
      certificate: toPem(bytes, 'CERTIFICATE'),
      issuer: issuer.typesAndValues
        .map(({ type, value }) => `${NAMES[type] ?? type}=${String(value.valueBlock.value)}`)
        .join(', '),
      created_at: notBefore.value.toISOString(),
      expires_at: notAfter.value.toISOString(),
    }
  } catch {
    return null
  }
}

/** Short names of the parts of a distinguished name. */
const NAMES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'E',
}
