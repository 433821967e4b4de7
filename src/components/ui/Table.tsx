'use client'
import type { ReactNode } from 'react'
import { SelectBox } from './SelectBox.tsx'
import { TableRow } from './TableRow.tsx'
import type { Tone } from './Tag.tsx'
import { useGridFocus } from './useGridFocus.ts'

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
  /** Monospace: ids and tokens. */
  mono?: boolean | undefined
}

/** Which rows are selected; the state is the caller's, so that it can reach across pages. */
export interface TableSelection<RowData> {
  isSelected: (row: RowData) => boolean
  /** `range`: everything between this row and the one toggled before (Shift+click, Shift+Space). */
  toggle: (row: RowData, options: { range: boolean }) => void
  /** How much of the rows shown is selected. */
  page: 'none' | 'some' | 'all'
  togglePage: (selected: boolean) => void
  /** Names a row's checkbox: `Select Ada Lovelace`. */
  labelOf: (row: RowData) => string
  /** Names the checkbox of all rows shown: `Select all on this page`. */
  headerLabel: string
}

export interface TableProps<RowData> {
  /** The table's name, for screen readers. */
  caption: string
  /** Keep them (`useMemo`): a row's cells are rendered again when its object or the columns are others. */
  columns: readonly Column<RowData>[]
  rows: readonly RowData[]
  getKey: (row: RowData) => string
  /** Instead of rows when there are none: an `EmptyState`. */
  empty?: ReactNode
  /** Under the last row: "Show more". */
  footer?: ReactNode
  /** More rows are on their way. */
  busy?: boolean | undefined
  /**
   * `grid`: one tab stop, and the keyboard walks within: arrows, Home and End (with Ctrl: of the whole table), Page Up and
   * Page Down; Enter opens, Space selects. Not for tables with text fields in them. @default 'static'
   */
  interaction?: 'static' | 'grid' | undefined
  /** @default 'regular' */
  density?: 'regular' | 'dense' | undefined
  /** Puts a checkbox before each row. */
  selection?: TableSelection<RowData> | undefined
  /** The link in the first column covers its row: click, middle click and Ctrl+click anywhere do what it does. */
  rowsAreLinks?: boolean | undefined
  /** These rows are the ones from before, shown until the next ones are there. */
  stale?: boolean | undefined
  rowTone?: ((row: RowData) => Tone | undefined) | undefined
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
  interaction = 'static',
  density = 'regular',
  selection,
  rowsAreLinks = false,
  stale = false,
  rowTone,
  ...props
}: TableProps<RowData>) {
  const isGrid = interaction === 'grid'
  const grid = useGridFocus(isGrid)
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div data-part="table-frame" {...props}>
      <table
        data-part="table"
        role={isGrid ? 'grid' : undefined}
        aria-busy={busy || stale || undefined}
        aria-multiselectable={(isGrid && selection !== undefined) || undefined}
        data-columns={columns.length}
        data-density={density}
        data-links={rowsAreLinks || undefined}
        data-state={stale ? 'stale' : 'ready'}
        {...grid}
      >
        <caption data-part="visually-hidden">{caption}</caption>
        <colgroup>
          {selection && <col />}
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { inlineSize: column.width } : undefined} />
          ))}
        </colgroup>
        <thead data-part="table-head" role={isGrid ? 'rowgroup' : undefined}>
          <tr data-part="table-header-row" role={isGrid ? 'row' : undefined}>
            {selection && (
              <th
                scope="col"
                role={isGrid ? 'columnheader' : undefined}
                data-part="table-header"
                data-select
                data-label={selection.headerLabel}
              >
                <SelectBox
                  label={selection.headerLabel}
                  checked={selection.page === 'some' ? 'mixed' : selection.page === 'all'}
                  onCheckedChange={selection.togglePage}
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                role={isGrid ? 'columnheader' : undefined}
                data-part="table-header"
                data-align={column.align}
              >
                <span data-part={column.hideHeader ? 'visually-hidden' : 'table-header-text'}>
                  {column.header}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-part="table-body" role={isGrid ? 'rowgroup' : undefined}>
          {rows.map((row) => {
            const key = getKey(row)
            return (
              <TableRow
                key={key}
                rowKey={key}
                row={row}
                columns={columns}
                isGrid={isGrid}
                selection={selection}
                tone={rowTone?.(row)}
              />
            )
          })}
        </tbody>
      </table>
      {footer && <div data-part="table-footer">{footer}</div>}
    </div>
  )
}
