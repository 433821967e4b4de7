/** The text of a file, or why there is none to be had. */
export type TextFile =
  { type: 'text'; text: string } | { type: 'workbook' } | { type: 'unreadable' }

/**
 * Reads a file as spreadsheets write it: UTF-8 or UTF-16 by its mark, else UTF-8, else the Western European letters of
 * Windows, which Excel takes for "CSV". A workbook (`.xlsx`, `.xls`) is not a text.
 */
export async function readTextFile(file: Blob): Promise<TextFile> {
  try {
    return decode(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return { type: 'unreadable' }
  }
}

function decode(bytes: Uint8Array): TextFile {
  const [first, second] = bytes
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf))
    return { type: 'workbook' }
  if (first === 0xff && second === 0xfe) return text(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return text(bytes, 'utf-16be')
  try {
    return { type: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return text(bytes, 'windows-1252')
  }
}

const text = (bytes: Uint8Array, encoding: string): TextFile => ({
  type: 'text',
  text: new TextDecoder(encoding).decode(bytes),
})
