import { path, type Send } from './request.ts'
import type { AdminPortalConfig, RequestOptions, ResponseCommon } from './types.ts'

export interface AdminPortalApi {
  /** Which parts of an admin portal the project has switched on. Needs a session, no permission. */
  getConfig: (options?: RequestOptions) => Promise<ResponseCommon & AdminPortalConfig>
}

export const createAdminPortalApi = (send: Send): AdminPortalApi => ({
  getConfig: async (options) =>
    send({ ...options, method: 'GET', path: path`/b2b/admin_portal_config` }),
})
