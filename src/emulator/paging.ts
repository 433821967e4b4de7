import type { Body } from './body.ts'
import { badRequest } from './errors.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** What items are put in order by, most significant first. The last part is unique. */
export type SortKey = readonly string[]

export interface PageRequest {
  limit: number
  /** The key of the last item of the page before; null for the first page. */
  after: SortKey | null
}

/** Reads `limit` and `cursor`. */
export function readPage(body: Body): PageRequest {
  const cursor = body.optionalString('cursor')
  return {
    limit: body.optionalInteger('limit', { min: 1, max: MAX_LIMIT }) ?? DEFAULT_LIMIT,
    after: cursor === undefined || cursor === '' ? null : decodeCursor(cursor),
  }
}

/**
 * One page in the order of the keys. A cursor says after which key to go on rather than at which number, so
 * nothing is left out or shown twice when items come or go between two pages.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, after }: PageRequest,
  keyOf: (item: Item) => SortKey,
): { items: Item[]; nextCursor: string | null } {
  const rows = items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => compare(a.key, b.key))
  const page = pageOfSorted(rows, { limit, after }, ({ key }) => key)
  return { ...page, items: page.items.map(({ item }) => item) }
}

/** As `pageOf`, for items that are in the order of their keys already, however many they are. */
export function pageOfSorted<Item>(
  items: readonly Item[],
  { limit, after }: PageRequest,
  keyOf: (item: Item) => SortKey,
): { items: Item[]; nextCursor: string | null } {
  const start = after === null ? 0 : countUpTo(items, after, keyOf)
  const page = items.slice(start, start + limit)
  const last = page.at(-1)
  return {
    items: page,
    nextCursor: last && items.length > start + limit ? encodeCursor(keyOf(last)) : null,
  }
}

/** How many of the sorted items are not beyond the key. */
function countUpTo<Item>(
  items: readonly Item[],
  key: SortKey,
  keyOf: (item: Item) => SortKey,
): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && compare(keyOf(item), key) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function compare(a: SortKey, b: SortKey): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

function encodeCursor(key: SortKey): string {
  return btoa(encodeURIComponent(JSON.stringify(key)))
}

function decodeCursor(cursor: string): SortKey {
  try {
    const key: unknown = JSON.parse(decodeURIComponent(atob(cursor)))
    if (Array.isArray(key) && key.every((part) => typeof part === 'string')) return key
  } catch {
    // Neither base64 nor JSON: refused below, as is any other shape.
  }
  throw badRequest('The cursor is not one that this endpoint gave.', 'invalid_cursor')
}
