import { bodyOf } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredOrganization } from '../records/organizations.ts'

const FUZZY_LENGTH = 3

type Filter = (organization: StoredOrganization) => boolean

/** Reads `query`: operands that are joined by AND or OR. All organizations match when there is none. */
export function readOrganizationFilter(context: EmulatorContext, body: Body): Filter {
  const query = body.has('query') ? bodyOf(body.raw('query'), 'query') : undefined
  const operator = query?.optionalOneOf('operator', ['AND', 'OR']) ?? 'AND'
  const filters = (query?.optionalObjects('operands') ?? []).map((operand) =>
    readOperand(context, operand),
  )
  if (filters.length === 0) return () => true
  return (organization) =>
    operator === 'AND'
      ? filters.every((filter) => filter(organization))
      : filters.some((filter) => filter(organization))
}

function readOperand(context: EmulatorContext, operand: Body): Filter {
  const name = operand.optionalString('filter_name')
  switch (name) {
    case undefined:
      throw badRequest(
        'Each operand must have a filter_name.',
        'organization_search_missing_filter_name',
      )
    case 'organization_ids':
      return oneOf(operand, name, ({ organization_id }) => [organization_id])
    case 'organization_slugs':
      return oneOf(operand, name, ({ organization_slug }) => [organization_slug])
    case 'allowed_domains':
      return oneOf(operand, name, ({ email_allowed_domains }) => email_allowed_domains)
    case 'claimed_email_domains':
      return oneOf(operand, name, ({ claimed_email_domains = [] }) => claimed_email_domains)
    case 'member_emails':
      return oneOf(operand, name, (organization) => addressesIn(context, organization))
    case 'organization_name_fuzzy':
      return contains(operand, name, ({ organization_name }) => [organization_name])
    case 'organization_slug_fuzzy':
      return contains(operand, name, ({ organization_slug }) => [organization_slug])
    case 'allowed_domain_fuzzy':
      return contains(operand, name, ({ email_allowed_domains }) => email_allowed_domains)
    case 'member_email_fuzzy':
      return contains(operand, name, (organization) => addressesIn(context, organization))
    case 'has_active_sso_connection': {
      const wanted = readBoolean(operand, name)
      return (organization) => activeConnections(context, organization).length > 0 === wanted
    }
    case 'sso_connection_id':
      return oneOf(operand, name, (organization) =>
        activeConnections(context, organization).map(({ connection_id }) => connection_id),
      )
    default:
      throw badRequest(
        `There is no filter ${name}.`,
        'organization_search_filter_name_not_recognized',
      )
  }
}

function addressesIn({ data }: EmulatorContext, { organization_id }: StoredOrganization): string[] {
  return Object.values(data.members)
    .filter((member) => member.organization_id === organization_id && member.status !== 'deleted')
    .map(({ email_address }) => email_address)
}

function activeConnections({ data }: EmulatorContext, { organization_id }: StoredOrganization) {
  return Object.values(data.sso_connections).filter(
    (connection) =>
      connection.organization_id === organization_id && connection.status === 'active',
  )
}

/** Any of the values, in any letter case. */
function oneOf(operand: Body, name: string, of: (one: StoredOrganization) => string[]): Filter {
  const value = readValue(operand, name)
  const values: unknown[] = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  const wanted = new Set(
    values.flatMap((item) => (typeof item === 'string' ? [item.toLowerCase()] : [])),
  )
  if (wanted.size === 0 || wanted.size < new Set(values).size) {
    throw badRequest(
      `filter_value of ${name} must be a list of strings.`,
      'organization_search_expected_array_of_strings',
    )
  }
  return (organization) => of(organization).some((text) => wanted.has(text.toLowerCase()))
}

function contains(operand: Body, name: string, of: (one: StoredOrganization) => string[]): Filter {
  const value = readValue(operand, name)
  if (typeof value !== 'string') {
    throw badRequest(
      `filter_value of ${name} must be a string.`,
      'organization_search_expected_string',
    )
  }
  if (value.length < FUZZY_LENGTH) {
    throw badRequest(
      `filter_value of ${name} must have at least ${String(FUZZY_LENGTH)} characters.`,
      `organization_search_${name}_too_short`,
    )
  }
  const wanted = value.toLowerCase()
  return (organization) => of(organization).some((text) => text.toLowerCase().includes(wanted))
}

function readBoolean(operand: Body, name: string): boolean {
  const value = readValue(operand, name)
  if (typeof value === 'boolean') return value
  throw badRequest(
    `filter_value of ${name} must be true or false.`,
    'organization_search_expected_boolean',
  )
}

function readValue(operand: Body, name: string): unknown {
  if (operand.has('filter_value')) return operand.raw('filter_value')
  throw badRequest(
    `The filter ${name} lacks a filter_value.`,
    'organization_search_missing_filter_value',
  )
}
