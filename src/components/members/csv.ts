/** A row as it stood in the file. */
export interface CsvRow {
  /** The line that it begins on, counted from 1. */
  line: number
  cells: string[]
}

/** What could not be read as it stands. The row is there all the same, as well as it could be read. */
export interface CsvProblem {
  /**
   * `unclosed-quote`: everything from here to the end stands in one cell; `text-after-quote`: something follows a closed
   * quotation within its cell; `encoding`: the file was not written as UTF-8, letters are lost.
   */
  type: 'unclosed-quote' | 'text-after-quote' | 'encoding'
  line: number
  /** Which cell of the row, counted from 1. */
  column: number
}

export interface CsvTable {
  /** Rows with something in them; empty lines are passed over. */
  rows: CsvRow[]
  problems: CsvProblem[]
}

/**
 * A CSV text after RFC 4180: commas, quotes where needed, CRLF, and a byte order mark, by which Excel knows UTF-8. Cells
 * that a spreadsheet would take for a formula get an apostrophe in front; `parseCsv` takes it away again.
 *
 * @example formatCsv([['email', 'name'], ['ada@acme.example', 'Ada']])
 */
export function formatCsv(rows: Iterable<readonly string[]>): string {
  let text = BYTE_ORDER_MARK
  for (const cells of rows) text += formatCsvRow(cells)
  return text
}

/** One line of it, with its CRLF: for files that are written piece by piece. The first piece begins with `formatCsv([])`. */
export function formatCsvRow(cells: readonly string[]): string {
  const written = cells.map((cell) => quoted(harmless(cell)))
  // A lone empty cell would be an empty line, which is no row.
  return `${written.length === 1 && written[0] === '' ? '""' : written.join(',')}\r\n`
}

/**
 * Reads a CSV text as spreadsheets write it: comma, semicolon or tab, whichever the rows have most of (or the line
 * `sep=;` says); CRLF, LF or CR; with or without a byte order mark.
 *
 * @example const { rows, problems } = parseCsv(await file.text())
 */
export function parseCsv(text: string): CsvTable {
  const { body, separator, line } = readHead(text)
  const rows: CsvRow[] = []
  const problems: CsvProblem[] = []
  let at = 0
  let now = line
  while (at < body.length) {
    const row: CsvRow = { line: now, cells: [] }
    let isEmpty = true
    for (;;) {
      const column = row.cells.length + 1
      const cell = readCell(body, at, separator)
      if (cell.problem) problems.push({ type: cell.problem, line: now, column })
      if (cell.text.includes('\uFFFD')) problems.push({ type: 'encoding', line: now, column })
      row.cells.push(cell.text.replace(DEFUSED, ''))
      if (cell.end > at) isEmpty = false
      now += linesIn(body.slice(at, cell.end))
      at = cell.end
      if (body[at] !== separator) break
      isEmpty = false
      at += 1
    }
    if (!isEmpty) rows.push(row)
    if (at >= body.length) break
    at += body.startsWith('\r\n', at) ? 2 : 1
    now += 1
  }
  return { rows, problems }
}

const BYTE_ORDER_MARK = '\uFEFF'

/** How a formula begins, also after blanks and in full-width letters. What has apostrophes in front already gets one more. */
const FORMULA = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u
const DEFUSED = /^'(?='*\s*[=+\-@\t\r\n＝＋－＠])/u

const harmless = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

/** Semicolon and tab, too: whoever reads it may take them for separators. */
const quoted = (cell: string) =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

interface Head {
  body: string
  separator: string
  /** The number of the line that the body begins on. */
  line: number
}

function readHead(text: string): Head {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const said = /^sep=([,;\t])(\r\n|\r|\n)/i.exec(whole)
  if (said?.[1]) return { body: whole.slice(said[0].length), separator: said[1], line: 2 }
  return { body: whole, separator: likelySeparator(whole), line: 1 }
}

const SEPARATORS = [',', ';', '\t'] as const
/** So many rows are looked at to tell what separates cells. */
const LOOKED_AT = 10

/**
 * What every row has most of, which roles with semicolons between them have not; then what the first row has most of; a
 * comma where there is nothing to go by.
 */
function likelySeparator(text: string): string {
  const rows = separatorsOfRows(text)
  const inFirst = (separator: string) => rows[0]?.get(separator) ?? 0
  const inEach = (separator: string) =>
    rows.reduce((least, row) => Math.min(least, row.get(separator) ?? 0), inFirst(separator))
  return SEPARATORS.reduce((most, next) => {
    const more = inEach(next) - inEach(most) || inFirst(next) - inFirst(most)
    return more > 0 ? next : most
  })
}

/** How many of which separator the first rows have outside of quotes. */
function separatorsOfRows(text: string): Map<string, number>[] {
  const rows: Map<string, number>[] = []
  let row = new Map<string, number>()
  let isQuoted = false
  let hasText = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    if (isQuoted || (character !== '\r' && character !== '\n')) {
      hasText = true
      if (!isQuoted) row.set(character, (row.get(character) ?? 0) + 1)
    } else if (hasText) {
      rows.push(row)
      if (rows.length === LOOKED_AT) return rows
      row = new Map()
      hasText = false
    }
  }
  return hasText ? [...rows, row] : rows
}

interface Cell {
  text: string
  /** Where the separator, the end of the line or the end of the text is. */
  end: number
  problem?: CsvProblem['type']
}

function readCell(text: string, start: number, separator: string): Cell {
  if (text[start] !== '"') {
    const end = endOfCell(text, start, separator)
    return { text: text.slice(start, end), end }
  }
  let content = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) {
      return { text: content + text.slice(from), end: text.length, problem: 'unclosed-quote' }
    }
    content += text.slice(from, quote)
    from = quote + 1
    if (text[from] !== '"') break
    content += '"'
    from += 1
  }
  const end = endOfCell(text, from, separator)
  const rest = text.slice(from, end)
  return rest.trim() === ''
    ? { text: content, end }
    : { text: content + rest, end, problem: 'text-after-quote' }
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length && !isEnd(text[end], separator)) end += 1
  return end
}

const isEnd = (character: string | undefined, separator: string) =>
  character === separator || character === '\r' || character === '\n'

const linesIn = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0
