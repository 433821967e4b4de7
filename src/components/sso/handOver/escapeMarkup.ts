/**
 * A text for the inside of an element or a quoted attribute, of XML as of HTML. What XML cannot hold at all (most control
 * characters, halves of characters) is left out.
 */
export function escapeMarkup(text: string): string {
  return [...text]
    .filter((character) => !NOT_IN_XML.test(character))
    .map((character) => ENTITIES[character] ?? character)
    .join('')
}

const NOT_IN_XML = /^[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
