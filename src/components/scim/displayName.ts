/** The longest display name that the API takes. */
export const DISPLAY_NAME_MAX = 128

export type DisplayNameProblem =
  { type: 'empty' } | { type: 'too-long'; length: number; max: number }

/** What a paste becomes in a single-line field: each run of line breaks and tabs is one space. */
export function toSingleLine(text: string): string {
  return text.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ')
}

/** The name as it is sent. */
export function cleanDisplayName(text: string): string {
  return toSingleLine(text).trim()
}

/** What is wrong with a display name as typed, or null. Nothing is cut off. */
export function displayNameProblem(text: string): DisplayNameProblem | null {
  const { length } = cleanDisplayName(text)
  if (length === 0) return { type: 'empty' }
  if (length > DISPLAY_NAME_MAX) return { type: 'too-long', length, max: DISPLAY_NAME_MAX }
  return null
}
