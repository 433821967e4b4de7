'use client'

import type {
  DiscoveryExchangeInput,
  DiscoveryOrganizationsCreateInput,
} from '../client/discovery.ts'
import type { AuthResponseWithMfa } from '../client/types.ts'
import * as discoveryIntermediateSessionsMutations from './discoveryIntermediateSessionsMutations.ts'
import * as discoveryOrganizationsMutations from './discoveryOrganizationsMutations.ts'
import * as discoveryOrganizationsQueries from './discoveryOrganizationsQueries.ts'
import type { DiscoveredOrganizations } from './discoveryOrganizationsQueries.ts'
import { useRead, type ReadHook } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * The organizations of whoever is signed in, or has begun to sign in; then also those that they may join.
 *
 * @example const organizations = useDiscoveryOrganizationsList().data?.discovered_organizations
 */
export const useDiscoveryOrganizationsList: ReadHook<DiscoveredOrganizations> = (options) =>
  useRead(discoveryOrganizationsQueries.list, undefined, options)

/**
 * Makes an organization and signs in to it, as its first member. Needs a begun sign-in.
 *
 * @example create.mutate({ organization_name: 'Northwind', session_duration_minutes: 60 })
 */
export const useDiscoveryOrganizationsCreate: WriteHook<
  AuthResponseWithMfa,
  DiscoveryOrganizationsCreateInput
> = (options) => useWrite(discoveryOrganizationsMutations.create, options)

/**
 * Signs in to one of the discovered organizations, joining it where that is allowed. Needs a begun sign-in. Where
 * `data.member_authenticated` is false another factor is required.
 *
 * @example exchange.mutate({ organization_id, session_duration_minutes: 60 })
 */
export const useDiscoveryIntermediateSessionsExchange: WriteHook<
  AuthResponseWithMfa,
  DiscoveryExchangeInput
> = (options) => useWrite(discoveryIntermediateSessionsMutations.exchange, options)
