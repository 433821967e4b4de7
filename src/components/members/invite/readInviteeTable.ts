import type { CsvRow } from '../csv.ts'
import { cleanAddress } from './emailAddress.ts'
import type { InviteeInput } from './invitee.ts'
import type { FindRoles } from './roleTexts.ts'

/** What the rows of a file say, or why they cannot be taken. */
export type InviteeTable = { type: 'read'; invitees: InviteeInput[] } | { type: 'no-addresses' }

/**
 * Reads rows with an address each, and a name and roles where there are such columns. With a header (`email`, `E-Mail
 * address`, `name`, `first name` and `last name`, `role`, `roles`, in any order and letter case) the columns are those
 * it names; without one the column with the addresses is found, then one that has nothing but roles in it, and the first
 * of the others has the names.
 */
export function readInviteeTable(rows: readonly CsvRow[], findRoles: FindRoles): InviteeTable {
  const columns = headerColumns(rows[0]?.cells ?? []) ?? guessColumns(rows, findRoles)
  if (columns.email < 0) return { type: 'no-addresses' }
  const body = rows.slice(columns.hasHeader ? 1 : 0)
  if (body.length === 0) return { type: 'no-addresses' }
  return {
    type: 'read',
    invitees: body.map(({ cells }) => {
      const roles = cells[columns.roles]?.trim() ?? ''
      return {
        email: cleanAddress(cells[columns.email] ?? ''),
        name: columns.names
          .map((at) => cells[at]?.trim() ?? '')
          .filter(Boolean)
          .join(' '),
        roles: roles === '' ? null : findRoles(roles).ids,
      }
    }),
  }
}

/** Whether the first line names columns, one of which has addresses. */
export const hasInviteeHeader = (rows: readonly CsvRow[]): boolean =>
  (headerColumns(rows[0]?.cells ?? [])?.email ?? -1) >= 0

interface Columns {
  hasHeader: boolean
  /** -1 where there is none. */
  email: number
  roles: number
  /** The columns that make the name, in this order. */
  names: number[]
}

/** null where the row is none, for it has an address in it or names nothing that is known. */
function headerColumns(cells: readonly string[]): Columns | null {
  if (cells.some((cell) => cell.includes('@'))) return null
  const labels = cells.map((cell) => cell.toLowerCase().replaceAll(/[^\p{L}]/gu, ''))
  const find = (label: RegExp) => labels.findIndex((candidate) => label.test(candidate))
  const name = find(/^(full|display|member|user)?name$/)
  const email = Math.max(find(/^e?mail(address(es)?)?$/), find(/^e?mail/))
  const roles = find(/^roles?(ids?|names?)?$/)
  const parts = [find(/^(first|given)name$/), find(/^(last|family|sur)name$/)]
  const names = (name >= 0 ? [name] : parts).filter((at) => at >= 0)
  if (email < 0 && roles < 0 && names.length === 0) return null
  return { hasHeader: true, email, roles, names }
}

function guessColumns(rows: readonly CsvRow[], findRoles: FindRoles): Columns {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, at) =>
    rows.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean),
  )
  const addresses = columns.map((cells) => cells.filter((cell) => cell.includes('@')).length)
  const most = Math.max(0, ...addresses)
  const email = most === 0 ? -1 : addresses.indexOf(most)
  const roles = columns.findIndex(
    (cells, at) =>
      at !== email &&
      cells.length > 0 &&
      cells.every((cell) => findRoles(cell).unknown.length === 0),
  )
  const name = columns.findIndex((cells, at) => at !== email && at !== roles && cells.length > 0)
  return { hasHeader: false, email, roles, names: name < 0 ? [] : [name] }
}
