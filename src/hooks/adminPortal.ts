'use client'

import type { AdminPortalConfig } from '../client/adminPortal.ts'
import * as adminPortalQueries from './adminPortalQueries.ts'
import { useRead, type ReadHook } from './useRead.ts'

/**
 * Which parts of an admin portal the project has switched on.
 *
 * @example const { data: scimEnabled } = useAdminPortalConfig({ select: (config) => config.scim_config.scim_enabled })
 */
export const useAdminPortalConfig: ReadHook<AdminPortalConfig> = (options) =>
  useRead(adminPortalQueries.config, undefined, options)
