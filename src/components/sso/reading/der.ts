/** A value of DER: its tag, what is in it, and all of it with its head. */
export interface Der {
  tag: number
  content: Uint8Array<ArrayBuffer>
  whole: Uint8Array<ArrayBuffer>
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** The value that begins at `start`; null where there is none, or not all of it. */
export function readDer(bytes: Uint8Array<ArrayBuffer>, start = 0): Der | null {
  const tag = bytes[start]
  const first = bytes[start + 1]
  // Tags of several bytes stand nowhere in what is read here.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null
  let length = first
  let at = start + 2
  if (first >= 0x80) {
    const count = first & 0x7f
    // 0 is the open end of BER; more than four bytes is more than can be there.
    if (count === 0 || count > 4) return null
    length = 0
    for (const end = at + count; at < end; at += 1) length = length * 256 + (bytes[at] ?? 0)
  }
  const end = at + length
  if (end > bytes.length) return null
  return { tag, content: bytes.subarray(at, end), whole: bytes.subarray(start, end) }
}

/** What is in a value, one after the other; null where it does not come out even. */
export function partsOf(der: Der | null | undefined): Der[] | null {
  if (!der) return null
  const parts: Der[] = []
  for (let at = 0; at < der.content.length;) {
    const part = readDer(der.content, at)
    if (!part) return null
    parts.push(part)
    at += part.whole.length
  }
  return parts
}

/** `1.2.840.113549`; empty where it is no object identifier. */
export function oidOf(der: Der | null | undefined): string {
  if (der?.tag !== TAG.oid) return ''
  const numbers: number[] = []
  let value = 0
  for (const byte of der.content) {
    value = value * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    numbers.push(value)
    value = 0
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(Math.floor(first / 40), 2)
  return [root, first - root * 40, ...rest].join('.')
}

/** How many bits a number has. */
export function bitLengthOf({ content }: Der): number {
  const first = content.findIndex((byte) => byte !== 0)
  const top = content[first]
  return top === undefined ? 0 : (content.length - first) * 8 - Math.clz32(top) + 24
}

/** RFC 3339; null where it is no moment. */
export function timeOf(der: Der | undefined): string | null {
  if (der?.tag !== TAG.utcTime && der?.tag !== TAG.generalizedTime) return null
  const text = textOf(der)
  const [, year = '', rest = ''] =
    (der.tag === TAG.utcTime ? /^(\d\d)(\d{8,10})Z$/ : /^(\d{4})(\d{8,10})Z$/).exec(text) ?? []
  if (year === '') return null
  const century = year.length === 4 ? '' : Number(year) >= 50 ? '19' : '20'
  const [month, day, hour, minute, second = '00'] = rest.match(/\d\d/g) ?? []
  const time = Date.parse(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const ENCODINGS: Record<number, string> = { 0x0c: 'utf-8', 0x1e: 'utf-16be' }

/** A string of any of the kinds that names have. */
export function textOf({ tag, content }: Der): string {
  return new TextDecoder(ENCODINGS[tag] ?? 'windows-1252').decode(content)
}
