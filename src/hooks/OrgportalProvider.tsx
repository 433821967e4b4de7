'use client'

import { replaceEqualDeep, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import { isSameOwner, operationKey, ownerKey, type OrgportalKey } from './keys.ts'
import { OrgportalClientContext } from './useOrgportalClient.ts'
import { usePartOf } from './useSessionSnapshot.ts'

export interface OrgportalProviderProps {
  /** Made once by `createB2BClient`, outside of components. */
  client: B2BClient
  children?: ReactNode
}

/**
 * The one provider to mount: gives hooks and components the client. Uses your app's own
 * QueryClient, in which all keys of this library begin with `'orgportal'`, project, organization and
 * member; when a session ends or changes hands, what was cached for its owner is removed.
 *
 * @throws where there is no `<QueryClientProvider>` above (TanStack Query does).
 * @example
 * <QueryClientProvider client={queryClient}>
 *   <OrgportalProvider client={client}>
 *     <App />
 *   </OrgportalProvider>
 * </QueryClientProvider>
 */
export function OrgportalProvider({ client, children }: OrgportalProviderProps): ReactNode {
  const queryClient = useQueryClient()
  const identity = usePartOf(client, (snapshot) => snapshot.identity)
  const intermediateId = usePartOf(client, (snapshot) => snapshot.intermediateId)
  // A new object per owner: see useOrgportalClient. Whatever is rendered with it is of that owner.
  const view = useMemo(
    () => ({ ...client, owner: { identity, intermediateId } }),
    [client, identity, intermediateId],
  )

  useEffect(() => followSession(client, queryClient), [client, queryClient])

  return <OrgportalClientContext.Provider value={view}>{children}</OrgportalClientContext.Provider>
}

/** Keeps the cache true to the session. Returns the function that stops it. */
function followSession(client: B2BClient, queryClient: QueryClient): () => void {
  let before = client.getServerSnapshot()
  // The page may have come with data of somebody who is not signed in here any more.
  follow()
  return client.subscribe(follow)

  function follow() {
    const now = client.getSnapshot()
    const owner = ownerKey(client, now)
    const formerOwner = ownerKey(client, before)
    const { organization, member, fromCache } = before
    before = now
    if (!isSameOwner(owner, formerOwner)) {
      forget(queryClient, formerOwner)
    } else if (!now.fromCache) {
      if (now.organization !== organization || fromCache) copy('organization.get', now.organization)
      if (now.member !== member || fromCache) copy('self.get', now.member)
    }

    /** The client's own records are newer than a read of them that somebody made earlier. */
    function copy(name: 'organization.get' | 'self.get', record: unknown) {
      const queryKey = operationKey(owner, name)
      const data = queryClient.getQueryData(queryKey)
      // The same again would make current what is known to be stale.
      if (record && data && replaceEqualDeep(data, record) !== data) {
        queryClient.setQueryData(queryKey, record)
      }
    }
  }
}

/** What anybody may know stays, and so does the sign-in that makes the change. */
function forget(queryClient: QueryClient, owner: OrgportalKey): void {
  // Also aborts the reads that are on their way.
  if (owner[3] !== null) queryClient.removeQueries({ queryKey: owner })
  const mutations = queryClient.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: owner.slice(0, 2) })) {
    const { options, state } = mutation
    if (options.mutationKey?.[3] !== null || state.status !== 'pending') mutations.remove(mutation)
  }
}
