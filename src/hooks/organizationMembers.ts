import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { MembersSearchInput, MembersSearchOutput } from '../client/members.ts'
import type { ResponseCommon } from '../client/types.ts'
import { infiniteReadOptions, readOptions, useInfiniteRead, useRead } from './read.ts'
import type {
  InfiniteReadHookOptions,
  InfiniteReadOptions,
  ReadHookOptions,
  ReadOptions,
} from './read.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'

/** One page of a search for members. */
export type OrganizationMembersPage = Omit<MembersSearchOutput, keyof ResponseCommon>

/** The reads of the organization's members, as options for TanStack Query. */
export const organizationMembersQueries = {
  /**
   * One page of a search for members. `limit` is 1 to 1000, 100 when left out.
   *
   * @rbac stytch.member search
   * @example useSuspenseQuery(organizationMembersQueries.search(client, { limit: 50 }))
   */
  search: (
    client: B2BClient,
    input: MembersSearchInput = {},
  ): ReadOptions<OrganizationMembersPage> =>
    readOptions(
      client,
      'organization.members.search',
      (signal) => client.organization.members.search(input, { signal }).then(page),
      { input },
    ),

  /**
   * A search for members, page by page.
   *
   * @rbac stytch.member search
   * @example useInfiniteQuery(organizationMembersQueries.searchInfinite(client, { limit: 50 }))
   */
  searchInfinite: (
    client: B2BClient,
    input: Omit<MembersSearchInput, 'cursor'> = {},
  ): InfiniteReadOptions<OrganizationMembersPage> =>
    infiniteReadOptions(
      client,
      'organization.members.searchInfinite',
      (cursor, signal) =>
        client.organization.members
          .search(cursor === null ? input : { ...input, cursor }, { signal })
          .then(page),
      (lastPage) => lastPage.results_metadata.next_cursor,
      { input },
    ),
}

/**
 * One page of a search for members.
 *
 * @rbac stytch.member search
 * @example
 * const { data: total } = useOrganizationMembersSearch(
 *   { limit: 1, query: { operator: 'AND', operands: [{ filter_name: 'member_roles', filter_value: ['stytch_admin'] }] } },
 *   { select: (page) => page.results_metadata.total },
 * )
 */
export function useOrganizationMembersSearch<TData = OrganizationMembersPage>(
  input?: MembersSearchInput,
  options?: ReadHookOptions<OrganizationMembersPage, TData>,
): UseQueryResult<TData> {
  return useRead(organizationMembersQueries.search(useOrgportalClient(), input), options)
}

/**
 * A search for members, page by page.
 *
 * @rbac stytch.member search
 * @example const { data, fetchNextPage, hasNextPage } = useOrganizationMembersSearchInfinite({ limit: 50 })
 */
export function useOrganizationMembersSearchInfinite<
  TData = InfiniteData<OrganizationMembersPage, string | null>,
>(
  input?: Omit<MembersSearchInput, 'cursor'>,
  options?: InfiniteReadHookOptions<OrganizationMembersPage, TData>,
): UseInfiniteQueryResult<TData> {
  return useInfiniteRead(
    organizationMembersQueries.searchInfinite(useOrgportalClient(), input),
    options,
  )
}

function page({
  members,
  results_metadata,
  organizations,
}: MembersSearchOutput): OrganizationMembersPage {
  return { members, results_metadata, organizations }
}
