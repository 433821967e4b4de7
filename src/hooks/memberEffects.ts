import { isRecord } from '../client/check.ts'
import type { MembersSearchInput, MembersUpdateInput } from '../client/members.ts'
import { isOlder } from '../client/isOlder.ts'
import type { Member, MemberResponse, MemberRole, RoleSource } from '../client/types.ts'
import type { Stale } from './effects.ts'
import type { Pages, ReadData } from './readData.ts'

type Page = ReadData['organization.members.search']
type Change = (member: Member) => Member

/** The answer holds the member as it is now, which takes the former one's place in every list and in `self.get`. */
export const memberWrites = {
  'organization.members.search': (
    { member }: MemberResponse,
    _variables: unknown,
    before: Page | undefined,
  ) => before && inPage(before, replacing(member)),
  'organization.members.searchInfinite': (
    { member }: MemberResponse,
    _variables: unknown,
    before: Pages<Page> | undefined,
  ) => before && inPages(before, replacing(member)),
  'self.get': (
    { member }: MemberResponse,
    _variables: unknown,
    before: Member | null | undefined,
  ) => before && replacing(member)(before),
}

/** Shows `change` on the member whose id `idOf` gives, in every list and in `self.get`. */
export function optimisticMember<TVariables>(
  idOf: (variables: TVariables) => string | undefined,
  change: (member: Member, variables: TVariables) => Member,
) {
  const changing =
    (variables: TVariables): Change =>
    (member) =>
      member.member_id === idOf(variables) ? change(member, variables) : member
  return {
    'organization.members.search': (before: Page, variables: TVariables) =>
      inPage(before, changing(variables)),
    'organization.members.searchInfinite': (before: Pages<Page>, variables: TVariables) =>
      inPages(before, changing(variables)),
    'self.get': (before: Member | null, variables: TVariables) =>
      before && changing(variables)(before),
  }
}

/** What `change` makes of the member whose id was sent is certain, though the answer does not hold the member. */
export function changedMember(change: Change) {
  const changing =
    (memberId: string): Change =>
    (member) =>
      member.member_id === memberId ? change(member) : member
  return {
    'organization.members.search': (_answer: unknown, memberId: string, before: Page | undefined) =>
      before && inPage(before, changing(memberId)),
    'organization.members.searchInfinite': (
      _answer: unknown,
      memberId: string,
      before: Pages<Page> | undefined,
    ) => before && inPages(before, changing(memberId)),
  }
}

/** Searches in all their forms. */
export function searches<TVariables>(stale: Stale<TVariables>) {
  return {
    'organization.members.search': stale,
    'organization.members.searchInfinite': stale,
  }
}

/** What lists members, or tells anybody whether somebody is one: stale once somebody comes or goes. */
export const memberLists = {
  'organization.members.search': true,
  'organization.members.searchInfinite': true,
  'organization.searchMember': true,
  'sso.discoverConnections': true,
} as const

/** Searches with a filter whose name matches: a member who has changed may come or go. */
export const filteredBy =
  (filters: RegExp) =>
  (input: unknown): boolean =>
    operandsOf(input).some(({ filter_name }) => filters.test(filter_name))

/** Sign-in pages are told whether somebody has a password. */
export const passwordDeleted = () => ({
  writes: memberWrites,
  invalidates: { ...searches(filteredBy(/password/)), 'organization.searchMember': true as const },
})

/** All searches but those for members of every status: they list a member before and after. */
export function dependingOnStatus(input: unknown): boolean {
  const statuses = operandsOf(input).flatMap((operand) =>
    operand.filter_name === 'statuses' ? [operand.filter_value] : [],
  )
  const all = ['active', 'deleted']
  return !statuses.length || !statuses.every((some) => all.every((status) => some.includes(status)))
}

/** A member as it will be after `update`, as far as that is certain. */
export function updatedMember(
  member: Member,
  {
    name = member.name,
    is_breakglass = member.is_breakglass,
    mfa_enrolled = member.mfa_enrolled,
    default_mfa_method = member.default_mfa_method,
    untrusted_metadata,
    roles,
  }: Partial<MembersUpdateInput>,
): Member {
  return {
    ...member,
    name,
    is_breakglass,
    mfa_enrolled,
    default_mfa_method,
    ...(untrusted_metadata && {
      untrusted_metadata: merged(member.untrusted_metadata, untrusted_metadata),
    }),
    ...(roles && withDirectRoles(member, roles)),
  }
}

const inPage = (page: Page, change: Change): Page => {
  const members = page.members.map(change)
  return members.some((member, index) => member !== page.members[index])
    ? { ...page, members }
    : page
}

const inPages = (data: Pages<Page>, change: Change): Pages<Page> => {
  const pages = data.pages.map((page) => inPage(page, change))
  return pages.some((page, index) => page !== data.pages[index]) ? { ...data, pages } : data
}

/** Of two answers that have overtaken each other the newer one stays. */
const replacing =
  (now: Member): Change =>
  (member) =>
    member.member_id === now.member_id && !isOlder(now, member) ? now : member

/** The key of a search ends in its input. */
const isSearch = (input: unknown): input is MembersSearchInput => isRecord(input)
const operandsOf = (input: unknown) => (isSearch(input) ? input.query?.operands : null) ?? []

const merged = <Metadata extends object>(now: Metadata, change: object): Metadata => {
  const all = { ...now, ...change }
  for (const [key, value] of Object.entries(change)) {
    if (value === null) Reflect.deleteProperty(all, key)
  }
  return all
}

/** What is sent are all roles that are given directly; those from other sources stay. */
function withDirectRoles({ roles }: Member, roleIds: readonly string[]) {
  const isDirect = ({ type }: RoleSource) => type === 'direct_assignment'
  const others = roles.map(({ role_id, sources }) => ({
    role_id,
    sources: sources.filter((source) => !isDirect(source)),
  }))
  const direct = ['stytch_member', ...roleIds].map((role_id): MemberRole => ({
    role_id,
    sources: [
      { type: 'direct_assignment', details: {} },
      ...others.filter((role) => role.role_id === role_id).flatMap(({ sources }) => sources),
    ],
  }))
  const now = [
    ...direct,
    ...others.filter(
      ({ role_id, sources }) => sources.length && !direct.some((role) => role.role_id === role_id),
    ),
  ]
  return { roles: now, is_admin: now.some(({ role_id }) => role_id === 'stytch_admin') }
}
