/** So much is read, in characters or bytes; metadata of one provider has some 10,000. */
export const MAX_SIZE = 1_000_000

/** The text of a file as its byte order mark says, UTF-8 without one; of a text, the text without the mark. */
export function decodeText(source: string | Uint8Array): string {
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '')
  return new TextDecoder(encodingOf(source)).decode(source)
}

/** UTF-16 is recognised by its mark, or by the zeros that Latin letters have in it. */
function encodingOf([first, second, third]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (second === 0 && first !== 0 && third !== 0) return 'utf-16le'
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8'
}
