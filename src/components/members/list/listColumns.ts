/** The columns of the list that belong to the portal, in their usual order. The first is always there. */
export const LIST_COLUMNS = [
  'name',
  'email',
  'roles',
  'status',
  'methods',
  'mfa',
  'created',
  'updated',
  'breakglass',
  'directory',
  'externalId',
  'lastSeen',
] as const

export type ListColumnId = (typeof LIST_COLUMNS)[number]

/** How somebody likes to see the list. */
export interface ListView {
  /** What is shown, in order; `name` comes before all of them. */
  columns: readonly ListColumnId[]
  density: 'regular' | 'dense'
  /** Members a page. */
  size: number
}

export const PAGE_SIZES = [25, 50, 100] as const

export const USUAL_VIEW: ListView = {
  columns: ['email', 'roles', 'status', 'methods', 'mfa', 'created'],
  density: 'regular',
  size: 25,
}

/** A view of what was stored; what makes no sense in it is as usual. */
export function readListView(stored: unknown): ListView {
  if (typeof stored !== 'object' || stored === null) return USUAL_VIEW
  const columns: unknown = Reflect.get(stored, 'columns')
  const size: unknown = Reflect.get(stored, 'size')
  return {
    columns: Array.isArray(columns) ? knownColumns(columns) : USUAL_VIEW.columns,
    density: Reflect.get(stored, 'density') === 'dense' ? 'dense' : 'regular',
    size: PAGE_SIZES.find((known) => known === size) ?? USUAL_VIEW.size,
  }
}

/** The columns that can be chosen: `lastSeen` only where the host knows it. */
export function choosableColumns({ lastSeen }: { lastSeen: boolean }): ListColumnId[] {
  return LIST_COLUMNS.filter((id) => id !== 'name' && (id !== 'lastSeen' || lastSeen))
}

/** The view with this column shown, after all others, or not shown. */
export function withColumn(view: ListView, id: ListColumnId, shown: boolean): ListView {
  const others = view.columns.filter((column) => column !== id)
  return { ...view, columns: shown ? [...others, id] : others }
}

/** The view with this column one place nearer to the beginning (-1) or to the end (1). */
export function withColumnMoved(view: ListView, id: ListColumnId, step: -1 | 1): ListView {
  const from = view.columns.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= view.columns.length) return view
  const columns = view.columns.filter((column) => column !== id)
  columns.splice(to, 0, id)
  return { ...view, columns }
}

function knownColumns(stored: readonly unknown[]): ListColumnId[] {
  const known = stored.flatMap((id) => LIST_COLUMNS.find((column) => column === id) ?? [])
  return [...new Set(known)].filter((id) => id !== 'name')
}
