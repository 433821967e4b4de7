import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCsv, formatCsvRow, parseCsv } from '../../src/components/members/csv.ts'

const cellsOf = (text: string) => parseCsv(text).rows.map(({ cells }) => cells)

/** Cells as they come, many of them with what is special in a CSV file. */
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('"', ',', ';', '\t', '\r', '\n', "'", '=', '+', '-', '@', ' ', 'a', '＝'),
    )
    .map((letters) => letters.join('')),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

describe('formatCsv', () => {
  it('gives back exactly what was written', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(cellsOf(formatCsv(rows))).toEqual(rows)
      }),
      { numRuns: 1000 },
    )
  })

  it('writes the same row by row', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(formatCsv([]) + rows.map(formatCsvRow).join('')).toBe(formatCsv(rows))
      }),
    )
  })

  it('leaves no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const written = formatCsvRow([text]).slice(0, -2)
        const seen = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
        expect(seen).not.toMatch(/^\s*[=+\-@\t\r\n＝＋－＠]/u)
      }),
    )
  })

  it('is what RFC 4180 and Excel expect', () => {
    expect(
      formatCsv([
        ['name', 'note'],
        ['Ada', 'said "hi", left'],
        ['=1+1', ' -2'],
      ]),
    ).toBe('\uFEFFname,note\r\nAda,"said ""hi"", left"\r\n\'=1+1,\' -2\r\n')
  })
})

describe('parseCsv', () => {
  it.each([
    ['comma', 'email,name\nada@acme.example,Ada'],
    ['semicolon', 'email;name\nada@acme.example;Ada'],
    ['tab', 'email\tname\nada@acme.example\tAda'],
    ['a line that says it', 'sep=;\r\nemail;name\r\nada@acme.example;Ada'],
    ['CR', 'email,name\rada@acme.example,Ada\r'],
    ['a byte order mark', '\uFEFFemail,name\r\nada@acme.example,Ada\r\n'],
  ])('reads what is separated by %s', (_name, text) => {
    expect(cellsOf(text)).toEqual([
      ['email', 'name'],
      ['ada@acme.example', 'Ada'],
    ])
  })

  it('is not led astray by separators in quotes', () => {
    expect(cellsOf('"a,b,c";d\n1;2')).toEqual([
      ['a,b,c', 'd'],
      ['1', '2'],
    ])
  })

  it('is not led astray by what stands within the cells of some rows', () => {
    expect(cellsOf('ada@x.example,Ada,a;b;c;d\nbob@x.example,Bob,a\n')).toEqual([
      ['ada@x.example', 'Ada', 'a;b;c;d'],
      ['bob@x.example', 'Bob', 'a'],
    ])
    expect(cellsOf('ada@x.example;Lovelace, Ada, PhD\nbob@x.example;Bob')).toEqual([
      ['ada@x.example', 'Lovelace, Ada, PhD'],
      ['bob@x.example', 'Bob'],
    ])
  })

  it('passes over empty lines and counts them', () => {
    expect(parseCsv('a,b\n\n\r\n"c\nd",e\nf,g').rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['c\nd', 'e'] },
      { line: 6, cells: ['f', 'g'] },
    ])
  })

  it('tells where it could not read', () => {
    expect(parseCsv('a,b\n1,"two" and more\n3,"never closed\n4').problems).toEqual([
      { type: 'text-after-quote', line: 2, column: 2 },
      { type: 'unclosed-quote', line: 3, column: 2 },
    ])
    expect(parseCsv('name\nJos\uFFFD').problems).toEqual([{ type: 'encoding', line: 2, column: 1 }])
  })

  it('reads anything without throwing, and every letter of it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(() => parseCsv(text)).not.toThrow()
      }),
    )
  })
})
