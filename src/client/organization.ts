import { check } from './check.ts'
import { createMembersApi, type MembersApi } from './members.ts'
import { path, type Send } from './request.ts'
import type { SessionStore } from './sessionStore.ts'
import type { Organization, RequestOptions, ResponseCommon } from './types.ts'

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

export type OrganizationUpdateOutput = ResponseCommon & { organization: Organization }

export interface OrganizationApi {
  /** Fetches the organization again, and renews what the client knows of it. Needs a session. */
  get: (options?: RequestOptions) => Promise<Organization | null>
  /** The organization as known now; null when nobody is signed in. */
  getSync: () => Organization | null
  /** The same, with whether the server has not confirmed it yet. */
  getInfo: () => { organization: Organization | null; fromCache: boolean }
  /** Calls back with each newer organization, and with null at sign-out. Returns the unsubscriber. */
  onChange: (callback: (organization: Organization | null) => void) => () => void
  /**
   * Changes the given settings, and renews what the client knows of the organization.
   *
   * @rbac stytch.organization, per field: for example update.info.name for `organization_name`,
   *   update.settings.mfa-policy for `mfa_policy`. The server refuses the whole change where one is missing.
   */
  update: (
    input: OrganizationUpdateInput,
    options?: RequestOptions,
  ) => Promise<OrganizationUpdateOutput>
  readonly members: MembersApi
}

export const createOrganizationApi = (send: Send, store: SessionStore): OrganizationApi => ({
  get: async (options) => {
    const { organization } = await send<OrganizationUpdateOutput>({
      ...options,
      method: 'GET',
      path: path`/b2b/organizations/me`,
      session: store.update,
    })
    return organization
  },
  getSync: () => store.getSnapshot().organization,
  getInfo: () => {
    const { organization, fromCache } = store.getSnapshot()
    return { organization, fromCache }
  },
  onChange: (callback) => store.onChange((snapshot) => snapshot.organization, callback),
  update: async (input, options) => {
    check('organization.update', input)
    return send<OrganizationUpdateOutput>({
      ...options,
      method: 'PUT',
      path: path`/b2b/organizations/me`,
      body: input,
      session: store.update,
    })
  },
  members: createMembersApi(send),
})
