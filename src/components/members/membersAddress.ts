import type { LocationParams } from '../portal/location.ts'

/** The filters of the list, as the search of the API can answer them; all of them have to hold. */
export interface MemberFilters {
  /** What is typed in the search box: part of an address, of a phone number, or an id. */
  search: string
  /** Empty: all but deactivated members. */
  statuses: readonly string[]
  roles: readonly string[]
  /** null: whatever it is. */
  breakglass: boolean | null
  password: boolean | null
  authenticatorApp: boolean | null
  /** OAuth providers that they have signed in by: `google`, `slack`. */
  oauthProviders: readonly string[]
}

/** Which page of the list. */
export interface ListPlace {
  filters: MemberFilters
  /** Counted from 1. */
  page: number
  /** What the API gave to go on to this page; null for the first. */
  cursor: string | null
  /** Members a page; null: as the viewer likes it. */
  size: number | null
}

/** Where one is inside the member management. The place in the list stays while one is elsewhere, so that Back finds it. */
export interface MembersAddress {
  list: ListPlace
  screen: MembersScreen
}

export type MembersScreen =
  { type: 'list' } | { type: 'invite' } | { type: 'member'; memberId: string }

export const NO_FILTERS: MemberFilters = {
  search: '',
  statuses: [],
  roles: [],
  breakglass: null,
  password: null,
  authenticatorApp: null,
  oauthProviders: [],
}

/** The parameters of the address that belong to this part. */
export type MembersParams = Record<
  | 'screen'
  | 'member'
  | 'search'
  | 'status'
  | 'role'
  | 'breakglass'
  | 'password'
  | 'authenticator-app'
  | 'oauth'
  | 'page'
  | 'cursor'
  | 'size',
  string | undefined
>

/** Reads an address; what makes no sense in it is passed over, so an old link still opens the part. */
export function readMembersAddress(params: LocationParams): MembersAddress {
  const page = wholeNumber(params['page'], 2, 1_000_000) ?? 1
  return {
    list: {
      filters: {
        search: params['search'] ?? '',
        statuses: listOf(params['status']),
        roles: listOf(params['role']),
        breakglass: flag(params['breakglass']),
        password: flag(params['password']),
        authenticatorApp: flag(params['authenticator-app']),
        oauthProviders: listOf(params['oauth']),
      },
      page,
      cursor: page > 1 ? (params['cursor'] ?? null) : null,
      size: wholeNumber(params['size'], 1, 1000),
    },
    screen: readScreen(params),
  }
}

/** The parameters of an address; those of the plain first page are all undefined. */
export function membersParams({ list, screen }: MembersAddress): MembersParams {
  const { filters, page, cursor, size } = list
  return {
    screen: screen.type === 'invite' ? 'invite' : undefined,
    member: screen.type === 'member' ? screen.memberId : undefined,
    search: filters.search || undefined,
    status: joined(filters.statuses),
    role: joined(filters.roles),
    breakglass: flagText(filters.breakglass),
    password: flagText(filters.password),
    'authenticator-app': flagText(filters.authenticatorApp),
    oauth: joined(filters.oauthProviders),
    page: page > 1 ? String(page) : undefined,
    cursor: page > 1 ? (cursor ?? undefined) : undefined,
    size: size === null ? undefined : String(size),
  }
}

function readScreen(params: LocationParams): MembersScreen {
  const memberId = params['member']
  if (memberId) return { type: 'member', memberId }
  return params['screen'] === 'invite' ? { type: 'invite' } : { type: 'list' }
}

/** Ids of roles may hold commas, so they are encoded one by one. */
const joined = (values: readonly string[]) => values.map(encodeURIComponent).join(',') || undefined

function listOf(text: string | undefined): string[] {
  if (!text) return []
  try {
    return [...new Set(text.split(',').filter(Boolean).map(decodeURIComponent))]
  } catch {
    return []
  }
}

const flagText = (value: boolean | null) => (value === null ? undefined : value ? 'yes' : 'no')
const flag = (text: string | undefined) => (text === 'yes' ? true : text === 'no' ? false : null)

function wholeNumber(text: string | undefined, least: number, most: number): number | null {
  const number = Number(text)
  return Number.isInteger(number) && number >= least && number <= most ? number : null
}
