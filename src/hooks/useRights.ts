'use client'

import { QueryClientContext } from '@tanstack/react-query'
import { useContext, useMemo, useSyncExternalStore } from 'react'
import { createRightsReaders, type Rights } from './rights.ts'
import { OrgportalClientContext } from './useOrgportalClient.ts'

/** What all permission hooks answer from. It needs no provider: outside of one, nothing is allowed. */
export function useRights(): Rights {
  const client = useContext(OrgportalClientContext)
  const queryClient = useContext(QueryClientContext)
  const read = useMemo(() => createRightsReaders(client, queryClient), [client, queryClient])
  return useSyncExternalStore(client?.subscribe ?? toNothing, read.now, read.first)
}

const toNothing = () => () => undefined
