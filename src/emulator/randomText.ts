import type { EmulatorContext } from './context.ts'

/** A secret text of so many characters out of an alphabet (of at most 256), for people to read or type. */
export function randomText(context: EmulatorContext, length: number, alphabet: string): string {
  const encoded = context.newSecret(length).replaceAll('-', '+').replaceAll('_', '/')
  return [...atob(encoded)]
    .map((byte) => alphabet.charAt(byte.charCodeAt(0) % alphabet.length))
    .join('')
}
