import type { MemberSearchOperand, MembersSearchInput } from '../../client/members.ts'
import type { MemberFilters } from './membersAddress.ts'

/** What the search of the API takes at least of a part of an address or of a phone number. */
export const SEARCH_LENGTH = 3

export type MembersQuery = NonNullable<MembersSearchInput['query']>

/**
 * The query that the filters make; undefined where nothing is filtered by. Text that is too short for the API filters
 * nothing, and the interface says so.
 */
export function searchQuery(filters: MemberFilters): MembersQuery | undefined {
  const operands: MemberSearchOperand[] = [...searchOperand(filters.search.trim())]
  const { statuses, roles, oauthProviders } = filters
  if (statuses.length) operands.push({ filter_name: 'statuses', filter_value: [...statuses] })
  if (roles.length) operands.push({ filter_name: 'member_roles', filter_value: [...roles] })
  if (oauthProviders.length) {
    operands.push({ filter_name: 'member_oauth_providers', filter_value: [...oauthProviders] })
  }
  const flags = [
    ['member_is_breakglass', filters.breakglass],
    ['member_password_exists', filters.password],
    ['member_totp_exists', filters.authenticatorApp],
  ] as const
  for (const [filter_name, filter_value] of flags) {
    if (filter_value !== null) operands.push({ filter_name, filter_value })
  }
  return operands.length ? { operator: 'AND', operands } : undefined
}

/** Whether something is typed that is too short to search for. */
export function isTooShort(search: string): boolean {
  const { length } = search.trim()
  return length > 0 && length < SEARCH_LENGTH
}

/** By what the text looks like: an id, a phone number, else part of an address. */
function searchOperand(text: string): MemberSearchOperand[] {
  if (text.length < SEARCH_LENGTH) return []
  if (/^member-(test|live)-/.test(text)) {
    return [{ filter_name: 'member_ids', filter_value: [text] }]
  }
  if (/^\+[\d ().-]+$/.test(text)) {
    const digits = text.replaceAll(/[^\d+]/g, '')
    return digits.length < SEARCH_LENGTH
      ? []
      : [{ filter_name: 'member_mfa_phone_number_fuzzy', filter_value: digits }]
  }
  return [{ filter_name: 'member_email_fuzzy', filter_value: text }]
}
