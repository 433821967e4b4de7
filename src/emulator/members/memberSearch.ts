import type { MembersSearchOutput } from '../../client/members.ts'
import type { MemberStatus } from '../../client/types.ts'
import { bodyOf } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import { pageOfSorted, readPage } from '../paging.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { createRoleResolver, createRoleTest } from '../roles.ts'
import { wireMember, wireOrganization } from '../wire.ts'
import type { StoreData } from '../store.ts'
import type { MemberList } from './memberIndex.ts'

const STATUSES: readonly MemberStatus[] = ['active', 'invited', 'pending', 'deleted']
const FUZZY_LENGTH = 3

type Filter = (member: StoredMember, place: number) => boolean

interface Searched {
  data: StoreData
  organization: StoredOrganization
  list: MemberList
}

/** A page of the organization's members that the query of the body finds, in the order in which they came. */
export function searchMembers(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): Omit<MembersSearchOutput, 'request_id' | 'status_code'> {
  const { organization_id } = organization
  const list = context.members.of(organization_id)
  const found = list.members.filter(readFilter(body, { data: context.data, organization, list }))
  const { items: members, nextCursor } = pageOfSorted(
    found,
    readPage(body),
    ({ created_at, member_id }) => [created_at, member_id],
  )
  const rolesOf = createRoleResolver(context.data, organization_id, members)
  return {
    members: members.map((member) => wireMember(context, member, rolesOf(member))),
    results_metadata: { total: found.length, next_cursor: nextCursor },
    organizations: { [organization_id]: wireOrganization(context, organization) },
  }
}

/** Deleted members are found only when a filter on status asks for them. */
function readFilter(body: Body, searched: Searched): Filter {
  const raw = body.raw('query')
  const query = raw === undefined ? undefined : bodyOf(raw, 'query')
  const operator = query?.optionalOneOf('operator', ['AND', 'OR']) ?? 'AND'
  const operands = query?.optionalObjects('operands') ?? []
  const filters = operands.map((operand) => readOperand(operand, searched))
  const asksForDeleted = operands.some(
    (operand) =>
      operand.raw('filter_name') === 'statuses' &&
      operand.optionalStrings('filter_value')?.includes('deleted'),
  )
  return (member, place) => {
    if (member.status === 'deleted' && !asksForDeleted) return false
    if (filters.length === 0) return true
    return operator === 'AND'
      ? filters.every((filter) => filter(member, place))
      : filters.some((filter) => filter(member, place))
  }
}

/**
 * Beyond the filters of the official client's types it takes those whose names the API's list of errors gives away:
 * by authenticator app, OAuth provider, external id and the organization's slug.
 */
function readOperand(operand: Body, { data, organization, list }: Searched): Filter {
  const name = readName(operand)
  switch (name) {
    case 'member_ids': {
      const wanted = readIds(operand, name)
      return ({ member_id, external_id }) =>
        wanted.has(member_id) || (external_id != null && wanted.has(external_id))
    }
    case 'member_external_ids': {
      const wanted = new Set(readStrings(operand, name))
      return ({ external_id }) => external_id != null && wanted.has(external_id)
    }
    case 'member_emails':
      return oneOf(
        readStrings(operand, name).map((email) => email.toLowerCase()),
        (_member, place) => list.addressAt(place),
      )
    case 'member_email_fuzzy': {
      const text = readFuzzy(operand, name)
      return (_member, place) => list.addressAt(place).includes(text)
    }
    case 'member_mfa_phone_numbers':
      return oneOf(readStrings(operand, name), (member) => member.mfa_phone_number)
    case 'member_mfa_phone_number_fuzzy': {
      const text = readFuzzy(operand, name)
      return (member) => member.mfa_phone_number.includes(text)
    }
    case 'member_roles': {
      const roleIds = readStrings(operand, name)
      return createRoleTest(data, organization.organization_id, roleIds)
    }
    case 'statuses': {
      const statuses = readStrings(operand, name)
      const unknown = statuses.find((status) => !STATUSES.includes(status))
      if (unknown === undefined) return oneOf(statuses, (member) => member.status)
      throw badRequest(
        `${unknown} is not a status. There are: ${STATUSES.join(', ')}.`,
        'search_invalid_status_filter',
      )
    }
    case 'member_is_breakglass': {
      const wanted = readBoolean(operand, name)
      return (member) => member.is_breakglass === wanted
    }
    case 'member_password_exists': {
      const wanted = readBoolean(operand, name)
      return (member) => (member.member_password_id !== '') === wanted
    }
    case 'member_totp_exists': {
      const wanted = readBoolean(operand, name)
      return (member) => (member.totp_registration_id !== '') === wanted
    }
    case 'member_oauth_providers': {
      const wanted = new Set(readStrings(operand, name).map((provider) => provider.toLowerCase()))
      return (member) =>
        member.oauth_registrations.some(({ provider_type }) =>
          wanted.has(provider_type.toLowerCase()),
        )
    }
    case 'organization_slug': {
      const slug = readString(operand, name).toLowerCase()
      return () => organization.organization_slug.toLowerCase() === slug
    }
    case 'organization_slug_fuzzy': {
      const text = readFuzzy(operand, name)
      return () => organization.organization_slug.toLowerCase().includes(text)
    }
    default:
      throw badRequest(`There is no filter ${name}.`, 'member_search_filter_name_not_recognized')
  }
}

function readName(operand: Body): string {
  const name = operand.raw('filter_name')
  if (typeof name === 'string') return name
  if (name === undefined) {
    throw badRequest('Each operand must have a filter_name.', 'member_search_missing_filter_name')
  }
  throw badRequest('filter_name must be a string.', 'member_search_filter_name_must_be_string')
}

/** Ids of the API or the project's own, but not some of each. */
function readIds(operand: Body, name: string): Set<string> {
  const ids = readStrings(operand, name)
  const internal = ids.filter((id) => /^member-(test|live)-/.test(id))
  if (internal.length === 0 || internal.length === ids.length) return new Set(ids)
  throw badRequest(
    `filter_value of ${name} must not mix ids of the API with external ids.`,
    'member_search_cannot_mix_internal_and_external_member_ids',
  )
}

function oneOf(values: readonly string[], of: (...asked: Parameters<Filter>) => string): Filter {
  const wanted = new Set(values)
  return (...asked) => wanted.has(of(...asked))
}

function readStrings(operand: Body, name: string): string[] {
  const value = readValue(operand, name)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw badRequest(
    `filter_value of ${name} must be a list of strings.`,
    'member_search_expected_array_of_strings',
  )
}

function readBoolean(operand: Body, name: string): boolean {
  const value = readValue(operand, name)
  if (typeof value === 'boolean') return value
  throw badRequest(
    `filter_value of ${name} must be true or false.`,
    'member_search_expected_boolean',
  )
}

function readString(operand: Body, name: string): string {
  const value = readValue(operand, name)
  if (typeof value === 'string') return value
  throw badRequest(`filter_value of ${name} must be a string.`, 'member_search_expected_string')
}

function readFuzzy(operand: Body, name: string): string {
  const value = readString(operand, name)
  if (value.length >= FUZZY_LENGTH) return value.toLowerCase()
  throw badRequest(
    `filter_value of ${name} must have at least ${String(FUZZY_LENGTH)} characters.`,
    `member_search_${name}_too_short`,
  )
}

function readValue(operand: Body, name: string): unknown {
  if (operand.has('filter_value')) return operand.raw('filter_value')
  throw badRequest(`The filter ${name} lacks a filter_value.`, 'member_search_missing_filter_value')
}
