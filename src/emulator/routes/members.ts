import { Hono } from 'hono'
import type { Member, MemberStatus } from '../../client/types.ts'
import { bodyOf } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import { pageOf, readPage } from '../paging.ts'
import { createRoleResolver } from '../roles.ts'
import type { RoleResolver } from '../roles.ts'
import type { StoredMember } from '../records/organizations.ts'
import { wireMember, wireOrganization } from '../wire.ts'

const STATUSES: readonly MemberStatus[] = ['active', 'invited', 'pending', 'deleted']
const FUZZY_LENGTH = 3

type Filter = (member: StoredMember) => boolean

/** Mounted at `/b2b/organizations`. */
export function memberRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.get(
    '/members/me',
    memberEndpoint(context, {}, ({ caller }): { member: Member; member_id: string } => ({
      member_id: caller.member.member_id,
      member: wireMember(context, caller.member),
    })),
  )

  app.post(
    '/me/members/search',
    memberEndpoint(context, { needs: ['stytch.member', 'search'] }, ({ caller, body }) => {
      const { organization_id } = caller.organization
      const rolesOf = createRoleResolver(context.data, organization_id)
      const matches = readFilter(body, rolesOf)
      const found = Object.values(context.data.members).filter(
        (member) => member.organization_id === organization_id && matches(member),
      )
      const page = pageOf(found, readPage(body), (member) => [member.created_at, member.member_id])
      return {
        members: page.items.map((member) => wireMember(context, member, rolesOf(member))),
        results_metadata: { total: found.length, next_cursor: page.nextCursor },
        organizations: { [organization_id]: wireOrganization(context, caller.organization) },
      }
    }),
  )

  return app
}

/** Deleted members are found only when a filter on status asks for them. */
function readFilter(body: Body, rolesOf: RoleResolver): Filter {
  const raw = body.raw('query')
  const query = raw === undefined ? undefined : bodyOf(raw, 'query')
  const operator = query?.optionalOneOf('operator', ['AND', 'OR']) ?? 'AND'
  const operands = query?.optionalObjects('operands') ?? []
  const filters = operands.map((operand) => readOperand(operand, rolesOf))
  const asksForDeleted = operands.some(
    (operand) =>
      operand.raw('filter_name') === 'statuses' &&
      operand.optionalStrings('filter_value')?.includes('deleted'),
  )
  return (member) => {
    if (member.status === 'deleted' && !asksForDeleted) return false
    if (filters.length === 0) return true
    return operator === 'AND'
      ? filters.every((filter) => filter(member))
      : filters.some((filter) => filter(member))
  }
}

function readOperand(operand: Body, rolesOf: RoleResolver): Filter {
  const name = operand.optionalString('filter_name')
  switch (name) {
    case undefined:
      throw badRequest('Each operand must have a filter_name.', 'member_search_missing_filter_name')
    case 'member_ids':
      return oneOf(readStrings(operand, name), (member) => member.member_id)
    case 'member_emails':
      return oneOf(
        readStrings(operand, name).map((email) => email.toLowerCase()),
        (member) => member.email_address.toLowerCase(),
      )
    case 'member_email_fuzzy': {
      const text = readFuzzy(operand, name)
      return (member) => member.email_address.toLowerCase().includes(text)
    }
    case 'member_mfa_phone_numbers':
      return oneOf(readStrings(operand, name), (member) => member.mfa_phone_number)
    case 'member_mfa_phone_number_fuzzy': {
      const text = readFuzzy(operand, name)
      return (member) => member.mfa_phone_number.includes(text)
    }
    case 'member_roles': {
      const wanted = new Set(readStrings(operand, name))
      return (member) => rolesOf(member).some(({ role_id }) => wanted.has(role_id))
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
    default:
      throw badRequest(`There is no filter ${name}.`, 'member_search_filter_name_not_recognized')
  }
}

function oneOf(values: readonly string[], of: (member: StoredMember) => string): Filter {
  const wanted = new Set(values)
  return (member) => wanted.has(of(member))
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

function readFuzzy(operand: Body, name: string): string {
  const value = readValue(operand, name)
  if (typeof value !== 'string') {
    throw badRequest(`filter_value of ${name} must be a string.`, 'member_search_expected_string')
  }
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
