/** The longest display name that the API takes. */
export const DISPLAY_NAME_MAX = 128

export type DisplayNameProblem =
  { type: 'empty' } | { type: 'too-long'; length: number; max: number }

/** The name as it is sent: in one line, without spaces around it. */
export const cleanDisplayName = (text: string): string =>
  text.replace(/\s*[\r\n\t\u2028\u2029]+\s*/g, ' ').trim()

/** What is wrong with a display name as typed, or null. Nothing is cut off. */
export function displayNameProblem(text: string): DisplayNameProblem | null {
  const { length } = cleanDisplayName(text)
  if (length === 0) return { type: 'empty' }
  return length > DISPLAY_NAME_MAX ? { type: 'too-long', length, max: DISPLAY_NAME_MAX } : null
}

/** `name`, or with the first number behind it that no other connection has. Case does not tell two names apart. */
export function uniqueName(
  name: string,
  taken: readonly string[],
  numbered: (name: string, number: number) => string,
): string {
  const before = new Set(taken.map(foldName))
  let candidate = name
  for (let number = 2; before.has(foldName(candidate)); number += 1) {
    candidate = numbered(name, number)
  }
  return candidate
}

/** Whether another connection is called so. */
export const isNameTaken = (name: string, taken: readonly string[]): boolean =>
  taken.some((other) => foldName(other) === foldName(name))

const foldName = (name: string) => cleanDisplayName(name).toLowerCase()
