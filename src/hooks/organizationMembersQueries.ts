import type { B2BClient } from '../client/B2BClient.ts'
import type { MemberConnectedApp } from '../client/connectedApps.ts'
import type { MembersSearchInput, MembersSearchOutput } from '../client/members.ts'
import { infiniteReadOptions, readOptions } from './read.ts'
import type { InfiniteReadOptions, ReadOptions } from './read.ts'
import type { ReadData } from './readData.ts'

/** One page of a search for members. */
export type OrganizationMembersPage = ReadData['organization.members.search']

export interface OrganizationMembersConnectedAppsInput {
  member_id: string
}

/**
 * One page of a search for members. `limit` is 1 to 1000, 100 when left out.
 *
 * @rbac stytch.member search
 * @example useSuspenseQuery(organizationMembersQueries.search(client, { limit: 50 }))
 */
export function search(
  client: B2BClient,
  input: MembersSearchInput = {},
): ReadOptions<OrganizationMembersPage> {
  return readOptions(
    client,
    'organization.members.search',
    (signal) => client.organization.members.search(input, { signal }).then(pageOf),
    { input },
  )
}

/**
 * A search for members, page by page.
 *
 * @rbac stytch.member search
 * @example useInfiniteQuery(organizationMembersQueries.searchInfinite(client, { limit: 50 }))
 */
export function searchInfinite(
  client: B2BClient,
  input: Omit<MembersSearchInput, 'cursor'> = {},
): InfiniteReadOptions<OrganizationMembersPage> {
  return infiniteReadOptions(
    client,
    'organization.members.searchInfinite',
    (cursor, signal) =>
      client.organization.members
        .search(cursor === null ? input : { ...input, cursor }, { signal })
        .then(pageOf),
    (lastPage) => lastPage.results_metadata.next_cursor,
    { input },
  )
}

/**
 * The apps that a member has allowed something.
 *
 * @rbac stytch.member get.connected-apps
 * @example useSuspenseQuery(organizationMembersQueries.connectedApps(client, { member_id }))
 */
export function connectedApps(
  client: B2BClient,
  input: OrganizationMembersConnectedAppsInput,
): ReadOptions<MemberConnectedApp[]> {
  return readOptions(
    client,
    'organization.members.connectedApps',
    (signal) =>
      client.organization.members
        .getConnectedApps(input, { signal })
        .then((answer) => answer.connected_apps),
    { input },
  )
}

/** Of the organization, which each page repeats, there is a record of its own. */
const pageOf = ({ members, results_metadata }: MembersSearchOutput): OrganizationMembersPage => ({
  members,
  results_metadata,
})
