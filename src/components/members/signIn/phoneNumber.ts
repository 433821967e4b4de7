import { callingCodesOf, phoneCountries, trunkPrefixOf } from './callingCodes.ts'

/** A number as it is being entered. */
export interface PhoneEntry {
  /** ISO 3166, two letters; empty while none is known. */
  country: string
  /** What stands in the field: the number as it is dialled within the country, or one with a plus that is not complete. */
  national: string
}

export type PhoneProblem = 'empty' | 'country' | 'characters' | 'tooShort' | 'tooLong'

const LEAST_DIGITS = 7
const MOST_DIGITS = 15

/**
 * What an entry becomes when `text` is typed or pasted: one that begins with + or 00 sets the country, and only the
 * rest of it stays in the field.
 */
export function enterPhone(entry: PhoneEntry, text: string): PhoneEntry {
  const digits = internationalDigits(text)
  if (digits === null) return { ...entry, national: text }
  const country = countryOf(digits, entry.country)
  if (country === null) return { ...entry, national: text }
  return { country, national: digits.slice(codeLength(country, digits)) }
}

/** The number as the API takes it, such as `+46701740605`; null while something is wrong with it. */
export function toE164(entry: PhoneEntry): string | null {
  return phoneProblem(entry) === null ? `+${allDigits(entry)}` : null
}

/** What is wrong with an entry. E.164 is a plus and 7 to 15 digits; whether there is such a number is not known here. */
export function phoneProblem(entry: PhoneEntry): PhoneProblem | null {
  const { country, national } = entry
  if (national.trim() === '') return 'empty'
  if (/[^\d\s().\-/\u2010-\u2015]/.test(national.trim().replace(/^\+/, ''))) return 'characters'
  if (callingCodesOf(country).length === 0 || internationalDigits(national) !== null) {
    return 'country'
  }
  const { length } = allDigits(entry)
  if (length < LEAST_DIGITS) return 'tooShort'
  return length > MOST_DIGITS ? 'tooLong' : null
}

/** A stored number for reading: the calling code apart, the rest in groups of three. */
export function formatPhone(number: string): string {
  const digits = internationalDigits(number)
  const country = digits === null ? null : countryOf(digits, '')
  if (digits === null || country === null) return number
  const length = codeLength(country, digits)
  const groups = digits.slice(length).replace(/(\d{3})(?=\d{2})/g, '$1 ')
  return `+${digits.slice(0, length)} ${groups}`.trim()
}

/** The digits after + or 00; null where the text has neither. */
function internationalDigits(text: string): string | null {
  const match = /^\s*(?:\+|00)/.exec(text)
  return match && text.slice(match[0].length).replaceAll(/\D/g, '')
}

/** Calling code and national number, without what is only dialled within the country. */
function allDigits({ country, national }: PhoneEntry): string {
  const digits = national.replaceAll(/\D/g, '')
  const [code = ''] = callingCodesOf(country)
  if (code.startsWith('1')) return northAmerican(code, digits)
  return code + digits.replace(trunkPrefixOf(country) ?? '', '')
}

/** There a whole number has ten digits, its area among them; the 1 before it is that of the calling code. */
function northAmerican(code: string, digits: string): string {
  const number = digits.replace(/^1(?=\d{10}$)/, '')
  return number.length < 10 ? code + number : `1${number}`
}

/** By the longest calling code that fits; `preferred`, if it has that code too. */
function countryOf(digits: string, preferred: string): string | null {
  const matched = (country: string) => dialled(country, digits).length
  const longest = Math.max(...phoneCountries.map(matched))
  if (longest === 0) return null
  if (matched(preferred) === longest) return preferred
  return phoneCountries.find((country) => matched(country) === longest) ?? null
}

/** How much of the digits is not part of the national number. In North America the area is. */
function codeLength(country: string, digits: string): number {
  const code = dialled(country, digits)
  return code.startsWith('1') ? 1 : code.length
}

/** The calling code of the country that the digits begin with; empty when they do not. */
function dialled(country: string, digits: string): string {
  return callingCodesOf(country).find((code) => digits.startsWith(code)) ?? ''
}
