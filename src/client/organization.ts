import type {
  OrganizationConnectedAppOutput,
  OrganizationConnectedAppsOutput,
} from './connectedApps.ts'
import { createMembersApi, type MembersApi } from './members.ts'
import { ENDS, READS, RENEWS_ORGANIZATION, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { SessionStore } from './sessionStore.ts'
import type { Member, Organization, RequestOptions, ResponseCommon } from './types.ts'

/** The fields that `organization.update` takes; each needs an action of its own on `stytch.organization`. */
export type OrganizationUpdateInput = Partial<
  Pick<
    Organization,
    | 'organization_name'
    | 'organization_slug'
    | 'organization_logo_url'
    | 'sso_jit_provisioning'
    | 'sso_jit_provisioning_allowed_connections'
    | 'email_allowed_domains'
    | 'email_jit_provisioning'
    | 'email_invites'
    | 'oauth_tenant_jit_provisioning'
    | 'allowed_oauth_tenants'
    | 'auth_methods'
    | 'allowed_auth_methods'
    | 'mfa_methods'
    | 'allowed_mfa_methods'
    | 'mfa_policy'
    | 'rbac_email_implicit_role_assignments'
    | 'first_party_connected_apps_allowed_type'
    | 'allowed_first_party_connected_apps'
    | 'third_party_connected_apps_allowed_type'
    | 'allowed_third_party_connected_apps'
  > & { sso_default_connection_id: string }
>

export type OrganizationUpdateOutput<P extends Project = RegisteredProject> = ResponseCommon & {
  organization: Organization<P>
}
export type OrganizationDeleteOutput = ResponseCommon & { organization_id: string }

/** What anybody may know of an organization: what a sign-in page has to show. */
export type OrganizationBySlugMatch = Pick<
  Organization,
  | 'organization_id'
  | 'organization_name'
  | 'organization_slug'
  | 'organization_logo_url'
  | 'sso_active_connections'
  | 'sso_default_connection_id'
  | 'email_jit_provisioning'
  | 'email_allowed_domains'
  | 'oauth_tenant_jit_provisioning'
  | 'allowed_oauth_tenants'
  | 'auth_methods'
  | 'allowed_auth_methods'
  | 'mfa_policy'
>
export type OrganizationGetBySlugOutput = ResponseCommon & {
  organization: OrganizationBySlugMatch | null
}

/** What a sign-in page has to know of an address: whether to ask for a password. */
export type MemberExistence = Pick<Member, 'status' | 'name' | 'member_password_id'>
export type OrganizationSearchMemberOutput = ResponseCommon & { member: MemberExistence | null }

export interface OrganizationApi<P extends Project = RegisteredProject> {
  /** Fetches the organization again, and renews what the client knows of it. Needs a session. */
  get: (options?: RequestOptions) => Promise<Organization<P> | null>
  /** The organization as known now; null when nobody is signed in. */
  getSync: () => Organization<P> | null
  /** The same, with whether the server has not confirmed it yet. */
  getInfo: () => { organization: Organization<P> | null; fromCache: boolean }
  /** Calls back with each newer organization, and with null at sign-out. Returns the unsubscriber. */
  onChange: (callback: (organization: Organization<P> | null) => void) => () => void
  /**
   * Changes the given settings, and renews what the client knows of the organization.
   *
   * @rbac stytch.organization, per field: for example update.info.name for `organization_name`,
   *   update.settings.mfa-policy for `mfa_policy`. The server refuses the whole change where one is missing.
   * @throws ApiError `session_authorization_error`, `invalid_organization_slug`,
   *   `organization_slug_already_used`, `organization_settings_domain_too_common` and others, by field.
   */
  update: (
    input: OrganizationUpdateInput,
    options?: RequestOptions,
  ) => Promise<OrganizationUpdateOutput<P>>
  /**
   * Deletes the organization with all its members, and signs out.
   *
   * @rbac stytch.organization delete
   * @throws ApiError `session_authorization_error`.
   */
  delete: (options?: RequestOptions) => Promise<OrganizationDeleteOutput>
  /**
   * What anybody may know of the organization with this slug; null where there is none. Needs no session.
   *
   * @throws ApiError `invalid_organization_slug`.
   */
  getBySlug: (
    input: { organization_slug: string },
    options?: RequestOptions,
  ) => Promise<OrganizationGetBySlugOutput>
  /**
   * Whether somebody with this address is a member, and has a password; null for nobody. For sign-in
   * pages: it needs no session.
   */
  searchMember: (
    input: { email_address: string; organization_id: string },
    options?: RequestOptions,
  ) => Promise<OrganizationSearchMemberOutput>
  /** The apps that members of the organization have allowed something. Needs a session. */
  getConnectedApps: (options?: RequestOptions) => Promise<OrganizationConnectedAppsOutput>
  /**
   * One of these apps, with who has allowed it what. Needs a session.
   *
   * @throws ApiError `connected_app_not_found`.
   */
  getConnectedApp: (
    input: { connected_app_id: string },
    options?: RequestOptions,
  ) => Promise<OrganizationConnectedAppOutput>
  /** The organization's members. */
  readonly members: MembersApi<P>
}

const ORGANIZATIONS = '/b2b/organizations'
const MINE = `${ORGANIZATIONS}/me`
const APPS = `${ORGANIZATIONS}/connected_apps`

export function createOrganizationApi(methods: Methods, store: SessionStore): OrganizationApi {
  const { method, plain } = methods
  const get = plain<OrganizationUpdateOutput>(`GET ${MINE}`, RENEWS_ORGANIZATION)
  return {
    get: async (options) => (await get(options)).organization,
    ...store.part(
      ({ organization }) => organization,
      ({ organization, fromCache }) => ({ organization, fromCache }),
    ),
    update: method(`PUT ${MINE}`, RENEWS_ORGANIZATION),
    delete: plain(`DELETE ${MINE}`, ENDS),
    getBySlug: method(`POST ${ORGANIZATIONS}/search organization_slug`, READS),
    searchMember: method(
      `POST ${ORGANIZATIONS}/members/search email_address organization_id`,
      READS,
    ),
    getConnectedApps: plain(`GET ${APPS}`),
    getConnectedApp: method(`GET ${APPS}/{connected_app_id}`),
    members: createMembersApi(methods),
  }
}
