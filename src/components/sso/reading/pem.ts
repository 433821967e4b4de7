/** A PEM block with this label around base64 without blanks. */
export function toPem(base64: string, label = 'CERTIFICATE'): string {
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

export interface PemBlock {
  /** `CERTIFICATE`. */
  label: string
  /** Without blanks; null where the block has no end. */
  base64: string | null
}

/** All PEM blocks of a text, whatever stands around them; also those that came out of JSON, with \n spelled out. */
export function pemBlocks(text: string): PemBlock[] {
  const parts = text.replaceAll('\\r', '').replaceAll('\\n', '\n').split('-----BEGIN ').slice(1)
  return parts.map((part) => {
    const labelEnd = part.indexOf('-----')
    const label = labelEnd < 0 ? part.slice(0, 40) : part.slice(0, labelEnd)
    const bodyEnd = labelEnd < 0 ? -1 : part.indexOf('-----END ', labelEnd + 5)
    const body = bodyEnd < 0 ? null : part.slice(labelEnd + 5, bodyEnd)
    return { label: label.trim(), base64: body === null ? null : withoutHeaders(body) }
  })
}

/** The base64 of a PEM text, to tell whether two are the same. */
export function pemBody(pem: string): string {
  return pemBlocks(pem)[0]?.base64 ?? pem.replace(/\s/g, '')
}

/** null when it is not base64. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Old encrypted keys have lines such as `DEK-Info: …` before the base64. */
const withoutHeaders = (body: string) =>
  body
    .split(/\r\n|\r|\n/)
    .filter((line) => !line.includes(':'))
    .join('')
    .replace(/\s/g, '')
