import { cleanAddress } from './emailAddress.ts'
import type { InviteeInput } from './invitee.ts'

/**
 * Reads addresses as people paste them: one a line, or with commas or semicolons between them, bare, as
 * `Ada Lovelace <ada@acme.example>` or `"Lovelace, Ada" <ada@acme.example>`. What is no address is kept as it is, so that
 * it can be mended.
 *
 * @example readAddresses('ada@acme.example, Grace Hopper <grace@acme.example>')
 */
export function readAddresses(text: string): InviteeInput[] {
  return joinNames(split(text)).flatMap(({ text: entry }) => {
    const named = NAMED.exec(entry)
    if (named) return [invitee(named[2] ?? '', unquoted(named[1] ?? ''))]
    return bareAddresses(entry).map((address) => invitee(address, ''))
  })
}

const NAMED = /^(.*?)<([^<>]*)>$/s

interface Piece {
  text: string
  /** What ended the piece before it. */
  after: string
}

/** Splits at line ends, semicolons and commas that stand neither in quotation marks nor in angle brackets. */
function split(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let after = '\n'
  let quoted = false
  let bracketed = false
  const end = (at: number, separator: string) => {
    const piece = text.slice(start, at).trim()
    if (piece !== '') pieces.push({ text: piece, after })
    start = at + 1
    after = separator
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\n' || character === '\r') {
      quoted = false
      bracketed = false
      end(at, '\n')
    } else if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '<') bracketed = true
    else if (character === '>') bracketed = false
    else if (!bracketed && /[,;\t]/.test(character)) end(at, character)
  }
  end(text.length, '\n')
  return pieces
}

/** `Lovelace, Ada <ada@acme.example>` is one person, though a comma stands in the name. */
function joinNames(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined[joined.length - 1]
    const isRest = piece.after === ',' && /^[^@]*<.*@.*>$/s.test(piece.text)
    if (before && isRest && !/[@<>]/.test(before.text)) {
      before.text = `${before.text}, ${piece.text}`
    } else joined.push({ ...piece })
  }
  return joined
}

/** Several addresses with nothing but blanks between them; anything else is one entry. */
function bareAddresses(entry: string): string[] {
  const words = entry.split(/\s+/)
  return words.length > 1 && words.every((word) => word.includes('@')) ? words : [entry]
}

const invitee = (address: string, name: string): InviteeInput => ({
  email: cleanAddress(address),
  name,
  roles: null,
})

function unquoted(text: string): string {
  const name = text.trim()
  const quoted = /^"(.*)"$/s.exec(name)
  return (quoted?.[1] ?? name).replaceAll('\\"', '"').trim()
}
