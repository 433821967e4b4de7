import { useMemo } from 'react'
import { useOrganizationMembersSearch } from '../../../hooks/organizationMembers.ts'
import type { RoleManagers } from '../../portal/roleManagers.ts'
import { roleManagersQuery } from './roleManagersQuery.ts'
import { useManagingRoles } from '../../portal/useManagingRoles.ts'

export type RoleManagersState =
  /** Not asked for, or on its way. */
  | { type: 'loading' }
  | { type: 'failed'; error: Error; retry: () => void; retrying: boolean }
  | { type: 'known'; managers: RoleManagers }

/**
 * Who can manage roles. One small search as soon as it is `needed` (an edit begins that could take it from the last
 * one), and none before. Two are enough to tell whether there is anybody beside one member.
 *
 * @rbac stytch.member search
 */
export function useRoleManagers(input: { needed: boolean; limit?: number }): RoleManagersState {
  const { needed, limit = 2 } = input
  const roleIds = useManagingRoles()
  const query = roleManagersQuery(roleIds)
  const search = useOrganizationMembersSearch(
    { limit, ...(query && { query }) },
    // Asked again at each edit: somebody may have lost the role since the last one.
    { enabled: needed && roleIds.size > 0, staleTime: 0 },
  )
  const { data, error, isFetching, refetch } = search
  return useMemo(() => {
    if (roleIds.size === 0) return { type: 'known', managers: { roleIds, members: [], total: 0 } }
    if (!needed) return { type: 'loading' }
    if (data) {
      const managers = { roleIds, members: data.members, total: data.results_metadata.total }
      return { type: 'known', managers }
    }
    if (error) {
      return { type: 'failed', error, retrying: isFetching, retry: () => void refetch() }
    }
    return { type: 'loading' }
  }, [roleIds, needed, data, error, isFetching, refetch])
}
