'use client'
import type { ReactNode } from 'react'

export interface Column<RowData> {
  id: string
  header: ReactNode
  cell: (row: RowData) => ReactNode
  /** `end` for numbers. @default 'start' */
  align?: 'start' | 'end' | undefined
  /** Any CSS width, for where the content does not say enough: `40%`, `120px`. */
  width?: string | undefined
  /** The header is for screen readers only (row actions). */
  hideHeader?: boolean | undefined
}

export interface TableProps<RowData> {
  /** The table's name, for screen readers. */
  caption: string
  columns: readonly Column<RowData>[]
  rows: readonly RowData[]
  getKey: (row: RowData) => string
  /** Instead of rows when there are none: an `EmptyState`. */
  empty?: ReactNode
  /** Under the last row: "Show more". */
  footer?: ReactNode
  /** More rows are on their way. */
  busy?: boolean | undefined
}

/**
 * A table whose header stays. The first column names the row. Where it is narrow each row becomes an
 * item of two lines: first and last column above, the others below with their headers.
 */
export function Table<RowData>({
  caption,
  columns,
  rows,
  getKey,
  empty,
  footer,
  busy = false,
  ...props
}: TableProps<RowData>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div data-part="table-frame" {...props}>
      <table data-part="table" aria-busy={busy || undefined} data-columns={columns.length}>
        <caption data-part="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { inlineSize: column.width } : undefined} />
          ))}
        </colgroup>
        <thead data-part="table-head">
          <tr data-part="table-header-row">
            {columns.map((column) => (
              <th key={column.id} scope="col" data-part="table-header" data-align={column.align}>
                <span data-part={column.hideHeader ? 'visually-hidden' : 'table-header-text'}>
                  {column.header}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-part="table-body">
          {rows.map((row) => (
            <tr key={getKey(row)} data-part="table-row">
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} isRowHeader={index === 0}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {footer && <div data-part="table-footer">{footer}</div>}
    </div>
  )
}

interface CellProps<RowData> {
  column: Column<RowData>
  isRowHeader: boolean
  children: ReactNode
}

function Cell<RowData>({ column, isRowHeader, children }: CellProps<RowData>) {
  if (isRowHeader) {
    return (
      <th scope="row" data-part="table-row-header" data-align={column.align}>
        {children}
      </th>
    )
  }
  const label = !column.hideHeader && typeof column.header === 'string' ? column.header : undefined
  return (
    <td data-part="table-cell" data-align={column.align} data-label={label}>
      {children}
    </td>
  )
}
