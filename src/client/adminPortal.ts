import type { Methods } from './method.ts'
import type { RequestOptions, ResponseCommon } from './types.ts'

/** Project settings that decide what an admin portal may offer. */
export interface AdminPortalConfig {
  sso_config: {
    sso_enabled: boolean
    can_create_saml_connection: boolean
    can_create_oidc_connection: boolean
  }
  organization_config: {
    /** Whether organizations may decide on second factors. */
    mfa_controls_enabled: boolean
  }
  scim_config: { scim_enabled: boolean }
}

export interface AdminPortalApi {
  /** Which parts of an admin portal the project has switched on. Needs a session, no permission. */
  getConfig: (options?: RequestOptions) => Promise<ResponseCommon & AdminPortalConfig>
}

export const createAdminPortalApi = ({ plain }: Methods): AdminPortalApi => ({
  getConfig: plain('GET /b2b/admin_portal_config'),
})
