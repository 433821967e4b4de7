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
    return (input) =>
      aside.query({
        ...organizationMembersQueries.search(client, input),
        staleTime: 0,
        gcTime: 0,
      })
  }, [client])
}
