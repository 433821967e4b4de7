/** What keeps a text from being an address that a mail can go to. */
export type EmailProblem =
  | 'empty'
  | 'spaces'
  | 'no-at'
  | 'many-ats'
  | 'local-part'
  | 'local-part-too-long'
  | 'domain'
  | 'too-long'

/**
 * The practical part of RFC 5321: something before one `@` (up to 64 octets: letters, digits and the marks of an atom,
 * with dots between them), and a domain of two labels or more (each up to 63 octets), in all up to 254 octets. Letters
 * of any script are allowed on both sides; quoted names and addresses of machines by number are not.
 *
 * @example emailProblem('ada@acme.example') // null
 */
export function emailProblem(text: string): EmailProblem | null {
  const address = text.trim()
  if (address === '') return 'empty'
  if (/\s/.test(address)) return 'spaces'
  const [local = '', domain, ...more] = address.split('@')
  if (domain === undefined) return 'no-at'
  if (more.length > 0) return 'many-ats'
  if (octets(local) > 64) return 'local-part-too-long'
  if (!LOCAL_PART.test(local)) return 'local-part'
  const host = asciiDomain(domain)
  if (host === null) return 'domain'
  return octets(local) + 1 + host.length > 254 ? 'too-long' : null
}

/** By which addresses are compared: neither letter case nor how accents are written tells anybody apart. */
export const emailKey = (text: string): string => text.trim().normalize('NFC').toLowerCase()

/** An address as it was pasted or read, without what nobody sees: marks of direction and of where lines may break. */
export const cleanAddress = (text: string): string =>
  text
    .replaceAll(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .trim()
    .replace(/^mailto:/i, '')

/** The domain of an address, in small letters; empty where there is none. */
export function emailDomain(text: string): string {
  const key = emailKey(text)
  return key.slice(key.lastIndexOf('@') + 1 || key.length)
}

/** Whether both are the same domain, however its letters are written. */
export function isSameDomain(one: string, other: string): boolean {
  const host = asciiDomain(one)
  return host !== null && host === asciiDomain(other)
}

const LOCAL_PART =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u

/** As mail servers ask for it (`müller.example` is `xn--mller-kva.example`); null where it is no domain. */
function asciiDomain(domain: string): string | null {
  const labels = domain.toLowerCase().split('.')
  const last = labels[labels.length - 1] ?? ''
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null
  if (!/\p{L}/u.test(last)) return null
  const host = /^[\x21-\x7e]+$/.test(domain) ? labels.join('.') : hostOf(domain)
  if (host === null || host.length > 253) return null
  return host.split('.').every((label) => label.length <= 63) ? host : null
}

function hostOf(domain: string): string | null {
  try {
    return new URL(`https://${domain}`).hostname
  } catch {
    return null
  }
}

const octets = (text: string) => new TextEncoder().encode(text).length
