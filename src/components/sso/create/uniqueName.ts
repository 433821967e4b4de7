import { cleanDisplayName } from '../../portal/displayName.ts'

/** `name`, or with the first number behind it that no other connection has. Case does not tell two names apart. */
export function uniqueName(
  name: string,
  taken: readonly string[],
  numbered: (name: string, number: number) => string,
): string {
  let candidate = name
  for (let number = 2; isNameTaken(candidate, taken); number += 1) {
    candidate = numbered(name, number)
  }
  return candidate
}

/** Whether another connection is called so. */
export const isNameTaken = (name: string, taken: readonly string[]): boolean =>
  taken.some((other) => foldName(other) === foldName(name))

const foldName = (name: string) => cleanDisplayName(name).toLowerCase()
