import type { UseMutationResult } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type {
  OrganizationApi,
  OrganizationUpdateInput,
  OrganizationUpdateOutput,
} from '../client/organization.ts'
import type { Organization } from '../client/types.ts'
import { readOptions } from './read.ts'
import type { ReadOptions } from './read.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { useWrite, writeOptions } from './write.ts'
import type { EffectsOf, WriteHookOptions, WriteOptions } from './write.ts'

/** The reads of the organization, as options for TanStack Query. In components, `useOrganization` is enough. */
export const organizationQueries = {
  /**
   * The organization, fetched; the client's own record (`useOrganization`) is renewed with it.
   *
   * @example const organization = useSuspenseQuery(organizationQueries.get(client))
   */
  get: (client: B2BClient): ReadOptions<Organization | null> =>
    readOptions(client, 'organization.get', (signal) => client.organization.get({ signal })),
}

/** What each write of the organization makes current or stale. The client renews its own record itself. */
export const organizationEffects: EffectsOf<OrganizationApi, 'update'> = {
  update: {
    writes: { 'organization.get': ({ organization }) => organization },
    // Roles by e-mail domain are roles of members.
    invalidates: {
      'organization.members.search': 'rbac_email_implicit_role_assignments',
      'organization.members.searchInfinite': 'rbac_email_implicit_role_assignments',
    },
  },
}

/** The writes of the organization, as options for TanStack Query. */
export const organizationMutations = {
  /**
   * Changes the fields that are sent.
   *
   * @rbac stytch.organization, an action for each field: `update.info.name`, `update.settings.mfa-policy`, …
   * @example useMutation(organizationMutations.update(client))
   */
  update: (client: B2BClient): WriteOptions<OrganizationUpdateOutput, OrganizationUpdateInput> =>
    writeOptions(client, 'organization.update', (input) => client.organization.update(input), {
      effects: organizationEffects.update,
    }),
}

/**
 * Changes the organization: the fields that are sent, no others.
 *
 * @rbac stytch.organization, an action for each field: `update.info.name`, `update.settings.mfa-policy`, …
 * @example update.mutate({ organization_name: 'Northwind Robotics' })
 */
export function useOrganizationUpdate<TOnMutateResult = unknown>(
  options?: WriteHookOptions<OrganizationUpdateOutput, OrganizationUpdateInput, TOnMutateResult>,
): UseMutationResult<OrganizationUpdateOutput, Error, OrganizationUpdateInput, TOnMutateResult> {
  return useWrite(organizationMutations.update(useOrgportalClient()), options)
}
