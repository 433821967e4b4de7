import type { MemberFilters } from '../membersAddress.ts'

/** The filters whose values are picked, not typed. */
export const FILTER_NAMES = [
  'statuses',
  'roles',
  'oauthProviders',
  'password',
  'authenticatorApp',
  'breakglass',
] as const

export type FilterName = (typeof FILTER_NAMES)[number]

/** Every filter as a list of texts, as a menu takes it: `yes` and `no` for what is or is not. */
export function filterValues(filters: MemberFilters, name: FilterName): string[] {
  const value = filters[name]
  if (value === null) return []
  return typeof value === 'boolean' ? [value ? 'yes' : 'no'] : [...value]
}

/** The filters with other values for one of them. */
export function withFilter(
  filters: MemberFilters,
  name: FilterName,
  values: readonly string[],
): MemberFilters {
  switch (name) {
    case 'statuses':
    case 'roles':
    case 'oauthProviders':
      return { ...filters, [name]: [...values] }
    default:
      return { ...filters, [name]: values.length ? values.at(-1) === 'yes' : null }
  }
}

/** One value that the list is filtered by, and the filters without it. */
export interface ActiveFilter {
  name: FilterName | 'search'
  value: string
  without: MemberFilters
}

export function activeFilters(filters: MemberFilters): ActiveFilter[] {
  const search = filters.search.trim()
  const typed: ActiveFilter[] = search
    ? [{ name: 'search', value: search, without: { ...filters, search: '' } }]
    : []
  const picked = FILTER_NAMES.flatMap((name) => {
    const values = filterValues(filters, name)
    return values.map((value): ActiveFilter => {
      const rest = values.filter((other) => other !== value)
      return { name, value, without: withFilter(filters, name, rest) }
    })
  })
  return [...typed, ...picked]
}
