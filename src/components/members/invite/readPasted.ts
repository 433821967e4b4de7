import { parseCsv, type CsvRow } from '../csv.ts'
import type { InviteeInput } from './invitee.ts'
import { readAddresses } from './readAddresses.ts'
import { hasInviteeHeader, readInviteeTable } from './readInviteeTable.ts'
import type { FindRoles } from './roleTexts.ts'

/** Reads what was pasted: cells of a spreadsheet or lines of a CSV as such, anything else as a list of addresses. */
export function readPasted(text: string, findRoles: FindRoles): InviteeInput[] {
  const { rows } = parseCsv(text.trim())
  if (text.includes('\t') || hasInviteeHeader(rows) || isTable(rows)) {
    const table = readInviteeTable(rows, findRoles)
    if (table.type === 'read') return table.invitees
  }
  return readAddresses(text)
}

/** Whether a text that is pasted into the field of one address has more than that in it. */
export const hasMany = (text: string): boolean =>
  /[\n\r\t]/.test(text.trim()) || /[<,;]/.test(text) || text.split('@').length > 2

/** Rows of the same width, with an address in the same cell of each and in no other. */
function isTable(rows: readonly CsvRow[]): boolean {
  const [first] = rows
  if (first === undefined || rows.length < 2 || first.cells.length < 2) return false
  const at = addressCell(first)
  return (
    at !== null &&
    rows.every((row) => row.cells.length === first.cells.length && addressCell(row) === at)
  )
}

function addressCell({ cells }: CsvRow): number | null {
  const found = cells.flatMap((cell, at) => (cell.includes('@') ? [at] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}
