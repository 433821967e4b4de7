/** The longest display name of a connection that the API takes. */
export const DISPLAY_NAME_MAX = 128

export type DisplayNameProblem =
  { type: 'empty' } | { type: 'too-long'; length: number; max: number }

/** The name as it is sent: in one line, each run of line breaks and tabs one space, and without spaces around it. */
export const cleanDisplayName = (text: string): string =>
  text.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ').trim()

/** What is wrong with a display name as typed, or null. Nothing is cut off. */
export function displayNameProblem(text: string): DisplayNameProblem | null {
  const { length } = cleanDisplayName(text)
  if (length === 0) return { type: 'empty' }
  return length > DISPLAY_NAME_MAX ? { type: 'too-long', length, max: DISPLAY_NAME_MAX } : null
}
