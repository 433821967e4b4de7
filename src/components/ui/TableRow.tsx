'use client'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { SelectBox } from './SelectBox.tsx'
import type { Column, TableSelection } from './Table.tsx'
import type { Tone } from './Tag.tsx'

export interface TableRowProps<RowData> {
  row: RowData
  rowKey: string
  columns: readonly Column<RowData>[]
  isGrid: boolean
  selection: TableSelection<RowData> | undefined
  tone: Tone | undefined
}

/** One row. Its cells are made once for a row object: selecting one row renders no cell of any. */
export function TableRow<RowData>({
  row,
  rowKey,
  columns,
  isGrid,
  selection,
  tone,
}: TableRowProps<RowData>) {
  const cells = useMemo(
    () =>
      columns.map((column, index) => (
        <Cell key={column.id} column={column} isRowHeader={index === 0} isGrid={isGrid}>
          {column.cell(row)}
        </Cell>
      )),
    [columns, row, isGrid],
  )
  const selected = selection?.isSelected(row)
  return (
    <tr
      data-part="table-row"
      data-key={rowKey}
      data-tone={tone}
      data-selected={selected ? true : undefined}
      role={isGrid ? 'row' : undefined}
      aria-selected={isGrid ? selected : undefined}
    >
      {selection && (
        <td data-part="table-cell" data-select role={isGrid ? 'gridcell' : undefined}>
          <SelectBox
            label={selection.labelOf(row)}
            checked={selected === true}
            onCheckedChange={(_, options) => selection.toggle(row, options)}
          />
        </td>
      )}
      {cells}
    </tr>
  )
}

interface CellProps<RowData> {
  column: Column<RowData>
  isRowHeader: boolean
  isGrid: boolean
  children: ReactNode
}

function Cell<RowData>({ column, isRowHeader, isGrid, children }: CellProps<RowData>) {
  // Not the cell itself: where it is narrow, the cell says the column's name too.
  const content = column.mono ? <span data-code>{children}</span> : children
  if (isRowHeader) {
    return (
      <th
        scope="row"
        role={isGrid ? 'rowheader' : undefined}
        data-part="table-row-header"
        data-align={column.align}
      >
        {content}
      </th>
    )
  }
  const label = !column.hideHeader && typeof column.header === 'string' ? column.header : undefined
  return (
    <td
      role={isGrid ? 'gridcell' : undefined}
      data-part="table-cell"
      data-label={label}
      data-align={column.align}
    >
      {content}
    </td>
  )
}
