import type { MemberConnectedAppsOutput } from './connectedApps.ts'
import { NO_BODY, RENEWS_MEMBER, type Methods } from './method.ts'
import type { Loose, MemberUntrustedMetadata, Project, RegisteredProject } from './project.ts'
import type { SessionStore } from './sessionStore.ts'
import type {
  Locale,
  Member,
  MemberResponse,
  MfaMethod,
  Open,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

export interface SelfUpdateInput<P extends Project = RegisteredProject> {
  name?: string
  /** Merged with what is there, key by key; null removes a key. */
  untrusted_metadata?: Partial<MemberUntrustedMetadata<P>>
  /** Whether a second factor is needed at each sign-in. */
  mfa_enrolled?: boolean
  /** E.164. Only where there is none yet. */
  mfa_phone_number?: string
  default_mfa_method?: MfaMethod
}

export interface SelfUnlinkRetiredEmailInput {
  email_id?: string
  email_address?: string
}

export interface SelfStartEmailUpdateInput {
  /** The new address. */
  email_address: string
  /** Where the link leads; the project's default when left out. */
  login_redirect_url?: string
  login_template_id?: string
  locale?: Locale
  /** `EMAIL_MAGIC_LINK` when left out. */
  delivery_method?: Open<'EMAIL_MAGIC_LINK' | 'EMAIL_OTP'>
}

/**
 * The signed-in member. What its methods answer renews what the client knows of the member. Without the
 * permission they reject with `session_authorization_error`.
 */
export interface SelfApi<P extends Project = RegisteredProject> {
  /** Fetches the member again, and renews what the client knows of it. Needs a session. */
  get: (options?: RequestOptions) => Promise<Member<P> | null>
  /** The member as known now; null when nobody is signed in. */
  getSync: () => Member<P> | null
  /** The same, with whether the server has not confirmed it yet. */
  getInfo: () => { member: Member<P> | null; fromCache: boolean }
  /** Calls back with each newer member, and with null at sign-out. Returns the unsubscriber. */
  onChange: (callback: (member: Member<P> | null) => void) => () => void
  /**
   * Changes what is given.
   *
   * @rbac stytch.self, per field: update.info.name, update.info.untrusted-metadata,
   *   update.info.mfa-phone, update.settings.mfa-enrolled, update.settings.default-mfa-method
   * @throws ApiError `duplicate_member_phone_number`, `invalid_phone_number`, `default_mfa_member_missing_factor`.
   */
  update: Loose<(input: SelfUpdateInput<P>, options?: RequestOptions) => Promise<MemberResponse<P>>>
  /**
   * Deletes the member's password, by its `member_password_id`.
   *
   * @rbac stytch.self update.info.delete.password
   * @throws ApiError `member_password_not_found`.
   */
  deletePassword: (passwordId: string, options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Deletes the member's phone number. Sessions go on.
   *
   * @rbac stytch.self update.info.delete.mfa-phone
   */
  deleteMFAPhoneNumber: (options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Deletes the member's authenticator app. Sessions go on.
   *
   * @rbac stytch.self update.info.delete.mfa-totp
   */
  deleteMFATOTP: (options?: RequestOptions) => Promise<MemberResponse<P>>
  /**
   * Frees a former address. At least one of `email_id` and `email_address` is needed; both must be of the
   * same address.
   *
   * @rbac stytch.self update.info.unlink.retired-email
   * @throws ApiError `retired_email_missing_email_identifiers`, `email_not_found`.
   */
  unlinkRetiredEmail: (
    input: SelfUnlinkRetiredEmailInput,
    options?: RequestOptions,
  ) => Promise<MemberResponse<P>>
  /**
   * Mails a link or a code to a new address. It becomes the member's once the link is followed
   * (`magicLinks.authenticate`) or the code is given (`otps.email.authenticate`), within 5 minutes.
   *
   * @rbac stytch.self update.info.email
   * @throws ApiError `duplicate_member_email`, `email_updates_available_only_for_active_members`.
   */
  startEmailUpdate: (
    input: SelfStartEmailUpdateInput,
    options?: RequestOptions,
  ) => Promise<MemberResponse<P>>
  /**
   * The apps that the member has allowed something.
   *
   * @rbac stytch.self get.connected-apps
   */
  getConnectedApps: (options?: RequestOptions) => Promise<MemberConnectedAppsOutput>
  /**
   * Takes back what the member has allowed an app.
   *
   * @rbac stytch.self revoke.connected-app
   * @throws ApiError `connected_app_not_found`.
   */
  revokeConnectedApp: (
    input: { connected_app_id: string },
    options?: RequestOptions,
  ) => Promise<ResponseCommon>
}

/** The older name of `self`, with the five methods that it had. */
export type MemberApi<P extends Project = RegisteredProject> = Pick<
  SelfApi<P>,
  'get' | 'getSync' | 'onChange' | 'update' | 'deleteMFAPhoneNumber'
>

const MEMBERS = '/b2b/organizations/members'

export function createSelfApi(methods: Methods, store: SessionStore): SelfApi {
  const { method, byId, plain } = methods
  const get = plain<MemberResponse>(`GET ${MEMBERS}/me`, RENEWS_MEMBER)
  return {
    get: async (options) => (await get(options)).member,
    ...store.part(
      ({ member }) => member,
      ({ member, fromCache }) => ({ member, fromCache }),
    ),
    update: method(`PUT ${MEMBERS}/update`, RENEWS_MEMBER),
    deletePassword: byId(`DELETE ${MEMBERS}/passwords/{password_id}`, RENEWS_MEMBER),
    deleteMFAPhoneNumber: plain(`DELETE ${MEMBERS}/deletePhoneNumber`, RENEWS_MEMBER),
    deleteMFATOTP: plain(`DELETE ${MEMBERS}/deleteTOTP`, RENEWS_MEMBER),
    unlinkRetiredEmail: method(`POST ${MEMBERS}/unlink_retired_email`, RENEWS_MEMBER),
    startEmailUpdate: method(`POST ${MEMBERS}/start_email_update email_address`, RENEWS_MEMBER),
    getConnectedApps: plain(`GET ${MEMBERS}/connected_apps`),
    revokeConnectedApp: method(`POST ${MEMBERS}/connected_apps/{connected_app_id}/revoke`, NO_BODY),
  }
}
