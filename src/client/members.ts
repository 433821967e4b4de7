import type { MemberConnectedAppsOutput } from './connectedApps.ts'
import { ENDS, NO_BODY, READS, RENEWS_MEMBER, type Methods } from './method.ts'
import type {
  Loose,
  MemberUntrustedMetadata,
  Project,
  RoleId,
  RegisteredProject,
} from './project.ts'
import type { SelfStartEmailUpdateInput, SelfUnlinkRetiredEmailInput } from './self.ts'
import type {
  Member,
  MemberResponse,
  MemberStatus,
  MfaMethod,
  Organization,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

export type MemberSearchOperand =
  | {
      filter_name: 'member_ids' | 'member_emails' | 'member_mfa_phone_numbers' | 'member_roles'
      filter_value: string[]
    }
  /** The next two are known from the API's list of errors only, not from its documentation. */
  | { filter_name: 'member_oauth_providers' | 'member_external_ids'; filter_value: string[] }
  | { filter_name: 'member_totp_exists'; filter_value: boolean }
  | { filter_name: 'statuses'; filter_value: MemberStatus[] }
  | { filter_name: 'member_email_fuzzy' | 'member_mfa_phone_number_fuzzy'; filter_value: string }
  | { filter_name: 'member_is_breakglass' | 'member_password_exists'; filter_value: boolean }

export interface MembersSearchInput {
  cursor?: string
  /** 1 to 1000; 100 when left out. */
  limit?: number
  query?: { operator: 'AND' | 'OR'; operands: MemberSearchOperand[] }
}

export type MembersSearchOutput<P extends Project = RegisteredProject> = ResponseCommon & {
  members: Member<P>[]
  results_metadata: { total: number; next_cursor?: string | null }
  organizations: Record<string, Organization<P>>
}

export interface MembersCreateInput<P extends Project = RegisteredProject> {
  email_address: string
  name?: string
  untrusted_metadata?: Partial<MemberUntrustedMetadata<P>>
  /** Whether the member becomes active only by signing in; active at once when left out. */
  create_member_as_pending?: boolean
  /** Exempt from the organization's sign-in policy. */
  is_breakglass?: boolean
  /** E.164. */
  mfa_phone_number?: string
  /** Whether a second factor is needed at each sign-in. */
  mfa_enrolled?: boolean
  /** Roles given directly; `stytch_member` comes by itself. */
  roles?: RoleId<P>[]
}

export interface MembersUpdateInput<P extends Project = RegisteredProject> {
  member_id: string
  name?: string
  /** Merged with what is there, key by key; null removes a key. */
  untrusted_metadata?: Partial<MemberUntrustedMetadata<P>>
  is_breakglass?: boolean
  /** E.164. */
  mfa_phone_number?: string
  mfa_enrolled?: boolean
  /** Replaces all roles that were given directly. */
  roles?: RoleId<P>[]
  /** Whether running sessions survive a change of roles; they do not when left out. */
  preserve_existing_sessions?: boolean
  default_mfa_method?: MfaMethod
  /** Never one's own: use `self.startEmailUpdate`. */
  email_address?: string
  /** With `email_address`: frees the old address instead of retiring it. */
  unlink_email?: boolean
}

export type MembersUnlinkRetiredEmailInput = SelfUnlinkRetiredEmailInput & { member_id: string }
export type MembersStartEmailUpdateInput = SelfStartEmailUpdateInput & { member_id: string }
export type MembersDeleteOutput = ResponseCommon & { member_id: string }

/**
 * The members of the signed-in member's organization. All methods need a session; without the permission
 * they reject with `session_authorization_error`, and for an unknown id with `member_not_found`. Where the
 * member is the signed-in one, what the client knows of it is renewed.
 */
export interface MembersApi<P extends Project = RegisteredProject> {
  /**
   * Makes a member, active at once or pending.
   *
   * @rbac stytch.member create
   * @throws ApiError `duplicate_member_email`, `invalid_email`, `duplicate_member_phone_number`, `invalid_role`.
   */
  create: Loose<
    (input: MembersCreateInput<P>, options?: RequestOptions) => Promise<MemberResponse<P>>
  >
  /**
   * Changes what is given.
   *
   * @rbac stytch.member, per field: update.info.name, update.info.untrusted-metadata,
   *   update.info.mfa-phone, update.info.email, update.settings.is-breakglass,
   *   update.settings.mfa-enrolled, update.settings.default-mfa-method, update.settings.roles. For oneself
   *   the actions of stytch.self will do, where it has them.
   * @throws ApiError `duplicate_member_email`, `member_cannot_update_their_email_address`, `invalid_role`.
   */
  update: Loose<
    (input: MembersUpdateInput<P>, options?: RequestOptions) => Promise<MemberResponse<P>>
  >
  /**
   * A page of the organization's members that match all (or any) operands; deleted members only
   * where the `statuses` operand names them. Fuzzy values need at least three characters.
   *
   * @rbac stytch.member search
   * @example client.organization.members.search({ limit: 20 })
   */
  search: (input: MembersSearchInput, options?: RequestOptions) => Promise<MembersSearchOutput<P>>
  /**
   * Deletes a member, or takes an invitation back. Whoever deletes oneself is signed out.
   *
   * @rbac stytch.member delete, or stytch.self delete for oneself
   */
  delete: (memberId: string, options?: RequestOptions) => Promise<MembersDeleteOutput>
  /**
   * Brings a deleted member back, whose address must be verified.
   *
   * @rbac stytch.member create
   * @throws ApiError `no_deleted_member_found_for_reactivation`, `email_unverified_for_reactivation`.
   */
  reactivate: (memberId: string, options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Deletes a password, by the member's `member_password_id`.
   *
   * @rbac stytch.member update.info.delete.password, or the same of stytch.self for one's own
   * @throws ApiError `member_password_not_found`.
   */
  deletePassword: (passwordId: string, options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Deletes the member's phone number. Sessions go on.
   *
   * @rbac stytch.member update.info.delete.mfa-phone, or the same of stytch.self for one's own
   */
  deleteMFAPhoneNumber: (memberId: string, options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Deletes the member's authenticator app. Sessions go on.
   *
   * @rbac stytch.member update.info.delete.mfa-totp, or the same of stytch.self for one's own
   */
  deleteMFATOTP: (memberId: string, options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Frees a former address of a member. At least one of `email_id` and `email_address` is needed; both
   * must be of the same address.
   *
   * @rbac stytch.member update.info.unlink.retired-email
   * @throws ApiError `retired_email_missing_email_identifiers`, `email_not_found`.
   */
  unlinkRetiredEmail: (
    input: MembersUnlinkRetiredEmailInput,
    options?: RequestOptions,
  ) => Promise<MemberResponse<P>>
  /**
   * Mails a link or a code to a member's new address. It becomes the member's once the link is followed
   * (`magicLinks.authenticate`) or the code is given (`otps.email.authenticate`), within 5 minutes.
   *
   * @rbac stytch.member update.info.email
   * @throws ApiError `duplicate_member_email`, `email_updates_available_only_for_active_members`.
   */
  startEmailUpdate: (
    input: MembersStartEmailUpdateInput,
    options?: RequestOptions,
  ) => Promise<MemberResponse<P>>
  /**
   * The apps that a member has allowed something.
   *
   * @rbac stytch.member get.connected-apps
   */
  getConnectedApps: (
    input: { member_id: string },
    options?: RequestOptions,
  ) => Promise<MemberConnectedAppsOutput>
  /**
   * Takes back what a member has allowed an app.
   *
   * @rbac stytch.member revoke.connected-app
   * @throws ApiError `connected_app_not_found`.
   */
  revokeConnectedApp: (
    input: { member_id: string; connected_app_id: string },
    options?: RequestOptions,
  ) => Promise<ResponseCommon>
}

const MEMBERS = '/b2b/organizations/members'
const MEMBER = `${MEMBERS}/{member_id}`

export function createMembersApi(methods: Methods): MembersApi {
  const { method, byId } = methods
  return {
    create: method(`POST ${MEMBERS} email_address`),
    update: method(`PUT ${MEMBER}`, RENEWS_MEMBER),
    search: method('POST /b2b/organizations/me/members/search', READS),
    delete: byId(`DELETE ${MEMBER}`, ENDS),
    reactivate: byId(`PUT ${MEMBER}/reactivate`, NO_BODY),
    deletePassword: byId(`DELETE ${MEMBERS}/passwords/{password_id}`, RENEWS_MEMBER),
    deleteMFAPhoneNumber: byId(`DELETE ${MEMBERS}/mfa_phone_numbers/{member_id}`, RENEWS_MEMBER),
    deleteMFATOTP: byId(`DELETE ${MEMBERS}/totp/{member_id}`, RENEWS_MEMBER),
    unlinkRetiredEmail: method(`POST ${MEMBER}/unlink_retired_email`, RENEWS_MEMBER),
    startEmailUpdate: method(`POST ${MEMBER}/start_email_update email_address`, RENEWS_MEMBER),
    getConnectedApps: method(`GET ${MEMBER}/connected_apps`),
    revokeConnectedApp: method(`POST ${MEMBER}/connected_apps/{connected_app_id}/revoke`, NO_BODY),
  }
}
