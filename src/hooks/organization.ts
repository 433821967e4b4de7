'use client'

import type { ConnectedApp } from '../client/connectedApps.ts'
import type {
  MemberExistence,
  OrganizationBySlugMatch,
  OrganizationDeleteOutput,
  OrganizationUpdateInput,
  OrganizationUpdateOutput,
} from '../client/organization.ts'
import type { Organization } from '../client/types.ts'
import * as organizationMutations from './organizationMutations.ts'
import * as organizationQueries from './organizationQueries.ts'
import type {
  OrganizationBySlugInput,
  OrganizationConnectedApp,
  OrganizationConnectedAppInput,
  OrganizationSearchMemberInput,
} from './organizationQueries.ts'
import { useRead, type ReadHook, type ReadHookOf } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * The organization, fetched. Where what the client knows already is enough: `useOrganization`, without a request.
 *
 * @example const { data: organization, refetch } = useOrganizationGet()
 */
export const useOrganizationGet: ReadHook<Organization | null> = (options) =>
  useRead(organizationQueries.get, undefined, options)

/**
 * What anybody may know of the organization with this slug; `data` is null where there is none. Needs no session.
 *
 * @example const { data: organization } = useOrganizationBySlug({ organization_slug: 'northwind' })
 */
export const useOrganizationBySlug: ReadHookOf<
  OrganizationBySlugInput,
  OrganizationBySlugMatch | null
> = (input, options) => useRead(organizationQueries.bySlug, input, options)

/**
 * Whether somebody with this address is a member, and has a password; `data` is null for nobody. Needs no session.
 *
 * @example
 * const { data: member } = useOrganizationSearchMember(
 *   { email_address, organization_id },
 *   { enabled: email_address.includes('@') },
 * )
 */
export const useOrganizationSearchMember: ReadHookOf<
  OrganizationSearchMemberInput,
  MemberExistence | null
> = (input, options) => useRead(organizationQueries.searchMember, input, options)

/**
 * The apps that members of the organization have allowed something.
 *
 * @example const { data: apps = [] } = useOrganizationConnectedApps()
 */
export const useOrganizationConnectedApps: ReadHook<ConnectedApp[]> = (options) =>
  useRead(organizationQueries.connectedApps, undefined, options)

/**
 * One of these apps, with who has allowed it what.
 *
 * @example const { data: app } = useOrganizationConnectedApp({ connected_app_id })
 */
export const useOrganizationConnectedApp: ReadHookOf<
  OrganizationConnectedAppInput,
  OrganizationConnectedApp
> = (input, options) => useRead(organizationQueries.connectedApp, input, options)

/**
 * Changes the organization: the fields that are sent, no others. They are shown changed at once.
 *
 * @rbac stytch.organization, an action for each field: `update.info.name`, `update.settings.mfa-policy`, …
 * @example update.mutate({ organization_name: 'Northwind Robotics' })
 */
export const useOrganizationUpdate: WriteHook<OrganizationUpdateOutput, OrganizationUpdateInput> = (
  options,
) => useWrite(organizationMutations.update, options)

/**
 * Deletes the organization with all its members, and signs out.
 *
 * @rbac stytch.organization delete
 * @example <button onClick={() => remove.mutate()}>Delete for good</button>
 */
export const useOrganizationDelete: WriteHook<OrganizationDeleteOutput> = (options) =>
  useWrite(organizationMutations.delete, options)
