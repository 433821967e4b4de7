'use client'

import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { MembersSearchInput } from '../client/members.ts'
import type { Member } from '../client/types.ts'
import { operationKey, ownerKey, ownerOf } from './keys.ts'
import * as organizationMembersQueries from './organizationMembersQueries.ts'
import type { OrganizationMembersPage } from './organizationMembersQueries.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { useRead, type ReadHookOptions } from './useRead.ts'

/**
 * One member of the organization, whatever the status: a search for the id, since the API has no other way to ask. What
 * any list in the cache knows of the member is shown at once (`isPlaceholderData`), until the answer is there; the data
 * is null where there is no such member.
 *
 * @rbac stytch.member search
 * @example const { data: member } = useOrganizationMember(memberId)
 */
export function useOrganizationMember(
  memberId: string,
  options?: Omit<
    ReadHookOptions<OrganizationMembersPage, Member | null>,
    'select' | 'placeholderData'
  >,
): UseQueryResult<Member | null> {
  const client = useOrgportalClient()
  const queryKey = operationKey(ownerKey(client, ownerOf(client)), 'organization.members.search')
  const known = useQueryClient()
    .getQueriesData<OrganizationMembersPage>({ queryKey })
    .flatMap(([, page]) => page?.members ?? [])
    .find((member) => member.member_id === memberId)
  return useRead<MembersSearchInput, OrganizationMembersPage, Member | null>(
    organizationMembersQueries.search,
    searchFor(memberId),
    {
      ...options,
      select: ({ members }) => members[0] ?? null,
      ...(known && { placeholderData: { members: [known], results_metadata: { total: 1 } } }),
    },
  )
}

function searchFor(memberId: string): MembersSearchInput {
  return {
    limit: 1,
    query: {
      operator: 'AND',
      operands: [
        { filter_name: 'member_ids', filter_value: [memberId] },
        { filter_name: 'statuses', filter_value: ['active', 'invited', 'pending', 'deleted'] },
      ],
    },
  }
}
