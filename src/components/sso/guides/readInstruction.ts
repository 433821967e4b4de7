/** A piece of an instruction. `path`: labels of the console to click, one after the other. */
export type InstructionPiece =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'path'; labels: readonly string[] }

/**
 * Takes an instruction apart: `*label*` is a label of the console, `*A > B*` a way through its menus, and what
 * stands in backticks is typed as it is. A mark without its fellow is text like any other.
 *
 * @example readInstruction('Open *Apps > Apps*.')
 */
export function readInstruction(instruction: string): InstructionPiece[] {
  const pieces: InstructionPiece[] = []
  let read = 0
  for (const match of instruction.matchAll(/`([^`]+)`|\*([^*`]+)\*/g)) {
    const [marked, code, label = ''] = match
    if (match.index > read) {
      pieces.push({ type: 'text', text: instruction.slice(read, match.index) })
    }
    pieces.push(
      code === undefined
        ? { type: 'path', labels: label.split(' > ') }
        : { type: 'code', text: code },
    )
    read = match.index + marked.length
  }
  if (read < instruction.length) pieces.push({ type: 'text', text: instruction.slice(read) })
  return pieces
}
