import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'

export interface GridFocusProps {
  ref: RefObject<HTMLTableElement | null>
  onFocus?: (event: FocusEvent<HTMLTableElement>) => void
  onBlur?: (event: FocusEvent<HTMLTableElement>) => void
  onKeyDownCapture?: (event: KeyboardEvent<HTMLTableElement>) => void
}

/** Where the focus is, in terms that outlive the elements. */
interface Place {
  /** Of the row; null in the header. */
  key: string | null
  row: number
  cell: number
  /** Which of the cell's controls. */
  control: number
}

/** What arrows stop at: a control, or a cell that has none. */
interface Stop extends Place {
  element: HTMLElement
}

/**
 * The keyboard of a table with `role="grid"`: one tab stop, and arrows walk between controls, and cells that have none.
 * The place is kept by the key of its row when rows change. It works on the elements, so that cells need not know of it.
 */
export function useGridFocus(enabled: boolean): GridFocusProps {
  const ref = useRef<HTMLTableElement>(null)
  const place = useRef<Place | null>(null)
  const hasFocus = useRef(false)

  const sync = useCallback(() => {
    const table = ref.current
    if (!enabled || table === null) return
    const rows = stopsOf(table)
    const tabStop = findPlace(rows, place.current, hasFocus.current)
    for (const { element } of rows.flat())
      setTabIndex(element, element === tabStop?.element ? 0 : -1)
    // What had the focus went away with its row; React tells no blur of that.
    const { activeElement, body } = table.ownerDocument
    if (hasFocus.current && (activeElement === body || activeElement === null)) {
      tabStop?.element.focus()
    }
  }, [enabled])

  // After every render: rows may have come, gone or changed places.
  useLayoutEffect(sync)
  useEffect(() => {
    if (!enabled || ref.current === null) return
    // Cells also change by themselves.
    const observer = new MutationObserver(sync)
    observer.observe(ref.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [enabled, sync])

  if (!enabled) return { ref }
  return {
    ref,
    onFocus: ({ currentTarget, target }) => {
      hasFocus.current = true
      const stop = stopAt(stopsOf(currentTarget), target)
      if (stop === undefined) return
      place.current = stop
      sync()
    },
    onBlur: () => {
      hasFocus.current = false
    },
    // Before the controls hear of it: in a grid the arrows are the grid's, also on the button of a menu.
    onKeyDownCapture: (event) => {
      const rows = stopsOf(event.currentTarget)
      const here = stopAt(rows, event.target)
      if (here === undefined || takesText(here.element) || event.altKey) return
      const next = walk(rows, here, place.current ?? here, event)
      if (next === undefined && !act(here.element, event)) return
      event.preventDefault()
      event.stopPropagation()
      if (next === undefined) return
      next.stop.element.focus()
      place.current = { ...next.stop, ...next.column }
    },
  }
}

const CONTROLS = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled)'

/** All stops, by row. A header without controls is none: it is read with every cell. */
function stopsOf(table: HTMLTableElement): Stop[][] {
  return Array.from(table.rows, (row) =>
    Array.from(row.cells).flatMap((cell) => {
      // Surfaces that lie over the table have a keyboard of their own.
      const controls = Array.from(cell.querySelectorAll<HTMLElement>(CONTROLS)).filter(
        (control) => control.closest('[popover], [hidden]') === null,
      )
      const isHeader = row.parentElement?.tagName === 'THEAD'
      const elements = controls.length > 0 || isHeader ? controls : [cell]
      return elements.map((element, control) => ({ element, cell: cell.cellIndex, control }))
    }),
  )
    .map((stops, index) => ({ stops, key: table.rows[index]?.dataset['key'] ?? null }))
    .filter(({ stops }) => stops.length > 0)
    .map(({ stops, key }, row) => stops.map((stop) => ({ ...stop, key, row })))
}

/** Writes only what differs: there may be a thousand of them. */
function setTabIndex(element: HTMLElement, index: 0 | -1) {
  if (element.getAttribute('tabindex') !== String(index)) element.tabIndex = index
}

function stopAt(rows: Stop[][], target: EventTarget): Stop | undefined {
  return rows.flat().find(({ element }) => element === target)
}

/** The place in the rows as they are now. Its row is gone: the row that is there now, or, without the focus, the first. */
function findPlace(rows: Stop[][], place: Place | null, hasFocus: boolean): Stop | undefined {
  const row = place && rows.find(([first]) => first?.key === place.key)
  if (row) return nearest(row, place)
  if (place && hasFocus) return nearest(rows[Math.min(place.row, rows.length - 1)], place)
  const firstRow = rows.find(([first]) => first?.key !== null) ?? rows[0]
  return firstRow?.find(({ element }) => element.closest('th') !== null) ?? firstRow?.[0]
}

function nearest(row: Stop[] | undefined, { cell, control }: Place): Stop | undefined {
  const distance = (stop: Stop) =>
    Math.abs(stop.cell - cell) * 100 + Math.abs(stop.control - control)
  return row?.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best))
}

interface Step {
  stop: Stop
  /** Up and down keep their column past rows that do not have it. */
  column: Pick<Place, 'cell' | 'control'>
}

const PAGE = 10

/** Where a key leads from here. Nothing: the key is none of the grid's. At an edge it stays. */
function walk(rows: Stop[][], here: Stop, wanted: Place, event: KeyboardEvent): Step | undefined {
  const to = (stop = here): Step => ({
    stop,
    column: { cell: stop.cell, control: stop.control },
  })
  const row = rows[here.row] ?? []
  const index = row.indexOf(here)
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'Home') return to(rows[0]?.[0])
    if (event.key === 'End') return to(rows.at(-1)?.at(-1))
    return undefined
  }
  const down = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key]
  if (down !== undefined) {
    const target = Math.max(0, Math.min(here.row + down, rows.length - 1))
    return {
      stop: nearest(rows[target], wanted) ?? here,
      column: { cell: wanted.cell, control: wanted.control },
    }
  }
  if (event.key === 'Home') return to(row[0])
  if (event.key === 'End') return to(row.at(-1))
  const forward = getComputedStyle(here.element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (event.key === forward) return to(row[index + 1])
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return to(row[index - 1])
  return undefined
}

/** On a cell Enter opens its row; on a cell or link Space selects it. */
function act(element: HTMLElement, event: KeyboardEvent): boolean {
  const row = element.closest('tr')
  const isCell = element instanceof HTMLTableCellElement
  const target =
    event.key === 'Enter' && isCell
      ? row?.querySelector<HTMLElement>('th a[href]')
      : event.key === ' ' && (isCell || element instanceof HTMLAnchorElement)
        ? row?.querySelector<HTMLElement>('[data-select] input')
        : null
  return target?.dispatchEvent(clickWith(event)) !== undefined
}

function clickWith({ shiftKey, ctrlKey, metaKey }: KeyboardEvent): MouseEvent {
  return new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey, ctrlKey, metaKey })
}

function takesText(element: HTMLElement): boolean {
  return (
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && element.type !== 'checkbox' && element.type !== 'radio')
  )
}
