const HEAD = 12
const TAIL = 5

/** An id with its middle left out; one that is short enough stays as it is. */
export function shortenId(id: string): string {
  return id.length > HEAD + TAIL + 1 ? `${id.slice(0, HEAD)}…${id.slice(-TAIL)}` : id
}
