import { check } from './check.ts'
import { path, type Send } from './request.ts'
import type { Member, MemberStatus, Organization, RequestOptions, ResponseCommon } from './types.ts'

export type MemberSearchOperand =
  | {
      filter_name: 'member_ids' | 'member_emails' | 'member_mfa_phone_numbers' | 'member_roles'
      filter_value: string[]
    }
  | { filter_name: 'statuses'; filter_value: MemberStatus[] }
  | { filter_name: 'member_email_fuzzy' | 'member_mfa_phone_number_fuzzy'; filter_value: string }
  | { filter_name: 'member_is_breakglass' | 'member_password_exists'; filter_value: boolean }

export interface MembersSearchInput {
  cursor?: string
  /** 1 to 1000; 100 when left out. */
  limit?: number
  query?: { operator: 'AND' | 'OR'; operands: MemberSearchOperand[] }
}

export type MembersSearchOutput = ResponseCommon & {
  members: Member[]
  results_metadata: { total: number; next_cursor?: string | null }
  organizations: Record<string, Organization>
}

export interface MembersApi {
  /**
   * A page of the organization's members that match all (or any) operands; deleted members only
   * where the `statuses` operand names them. Fuzzy values need at least three characters.
   *
   * @rbac stytch.member search
   * @example client.organization.members.search({ limit: 20 })
   */
  search: (input: MembersSearchInput, options?: RequestOptions) => Promise<MembersSearchOutput>
}

export const createMembersApi = (send: Send): MembersApi => ({
  search: async (input, options) => {
    check('organization.members.search', input)
    return send({
      ...options,
      method: 'POST',
      path: path`/b2b/organizations/me/members/search`,
      body: input,
      repeatable: true,
    })
  },
})
