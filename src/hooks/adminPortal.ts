import type { UseQueryResult } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { AdminPortalConfig } from '../client/adminPortal.ts'
import { readOptions, useRead } from './read.ts'
import type { ReadHookOptions, ReadOptions } from './read.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'

/** The reads of the portal's settings, as options for TanStack Query. */
export const adminPortalQueries = {
  /**
   * Which parts of an admin portal the project has switched on. Needs a session, no permission.
   *
   * @example useSuspenseQuery(adminPortalQueries.config(client))
   */
  config: (client: B2BClient): ReadOptions<AdminPortalConfig> =>
    readOptions(
      client,
      'adminPortal.config',
      async (signal) => {
        const { sso_config, organization_config, scim_config } = await client.adminPortal.getConfig(
          { signal },
        )
        return { sso_config, organization_config, scim_config }
      },
      // A project's settings change about as often as its code.
      { staleTime: 300_000 },
    ),
}

/**
 * Which parts of an admin portal the project has switched on.
 *
 * @example const { data: scimEnabled } = useAdminPortalConfig({ select: (config) => config.scim_config.scim_enabled })
 */
export function useAdminPortalConfig<TData = AdminPortalConfig>(
  options?: ReadHookOptions<AdminPortalConfig, TData>,
): UseQueryResult<TData> {
  return useRead(adminPortalQueries.config(useOrgportalClient()), options)
}
