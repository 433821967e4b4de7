import { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import * as organizationMembersQueries from '../../../hooks/organizationMembersQueries.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import type { SearchMembers } from './memberSource.ts'

/**
 * Searches of which nothing is kept: pages of a thousand have no place in the cache of the screens. Rejects once the
 * session is another's.
 *
 * @rbac stytch.member search
 */
export function useSearchMembers(): SearchMembers {
  const client = useOrgportalClient()
  return useMemo(() => {
    const aside = new QueryClient()
    return (input) => {
      // Sent as it is: how a client is asked for a read differs between the versions of TanStack Query.
      const { queryKey, queryFn } = organizationMembersQueries.search(client, input)
      const { signal } = new AbortController()
      return queryFn({ client: aside, queryKey, signal, meta: undefined })
    }
  }, [client])
}
