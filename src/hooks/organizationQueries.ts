import type { B2BClient } from '../client/B2BClient.ts'
import type { ConnectedApp } from '../client/connectedApps.ts'
import type { MemberExistence, OrganizationBySlugMatch } from '../client/organization.ts'
import type { Organization } from '../client/types.ts'
import { readOptions, type ReadOptions } from './read.ts'
import { dataOf, type ReadData } from './readData.ts'

/** An app, with who has allowed it what. */
export type OrganizationConnectedApp = ReadData['organization.connectedApp']

export interface OrganizationBySlugInput {
  organization_slug: string
}
export interface OrganizationSearchMemberInput {
  email_address: string
  organization_id: string
}
export interface OrganizationConnectedAppInput {
  connected_app_id: string
}

/**
 * The organization, fetched; the client's own record (`useOrganization`) is renewed with it.
 *
 * @example useSuspenseQuery(organizationQueries.get(client))
 */
export function get(client: B2BClient): ReadOptions<Organization | null> {
  return readOptions(client, 'organization.get', (signal) => client.organization.get({ signal }))
}

/**
 * What anybody may know of the organization with this slug; null where there is none. Needs no session.
 *
 * @example useQuery(organizationQueries.bySlug(client, { organization_slug: 'northwind' }))
 */
export function bySlug(
  client: B2BClient,
  input: OrganizationBySlugInput,
): ReadOptions<OrganizationBySlugMatch | null> {
  return readOptions(
    client,
    'organization.bySlug',
    (signal) => client.organization.getBySlug(input, { signal }).then((it) => it.organization),
    { input, by: 'anybody' },
  )
}

/**
 * Whether somebody with this address is a member, and has a password; null for nobody. Needs no session.
 *
 * @example useQuery(organizationQueries.searchMember(client, { email_address, organization_id }))
 */
export function searchMember(
  client: B2BClient,
  input: OrganizationSearchMemberInput,
): ReadOptions<MemberExistence | null> {
  return readOptions(
    client,
    'organization.searchMember',
    (signal) => client.organization.searchMember(input, { signal }).then((it) => it.member),
    { input, by: 'anybody' },
  )
}

/**
 * The apps that members of the organization have allowed something.
 *
 * @example useSuspenseQuery(organizationQueries.connectedApps(client))
 */
export function connectedApps(client: B2BClient): ReadOptions<ConnectedApp[]> {
  return readOptions(client, 'organization.connectedApps', (signal) =>
    client.organization.getConnectedApps({ signal }).then((answer) => answer.connected_apps),
  )
}

/**
 * One of these apps, with who has allowed it what.
 *
 * @example useSuspenseQuery(organizationQueries.connectedApp(client, { connected_app_id }))
 */
export function connectedApp(
  client: B2BClient,
  input: OrganizationConnectedAppInput,
): ReadOptions<OrganizationConnectedApp> {
  return readOptions(
    client,
    'organization.connectedApp',
    (signal) => client.organization.getConnectedApp(input, { signal }).then(dataOf),
    { input },
  )
}
