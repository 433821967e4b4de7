'use client'

import { QueryClientContext, type QueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionIdentity } from '../client/sessionStore.ts'
import { identityKey, operationKey, sameIdentity } from './keys.ts'
import { serverSnapshot } from './serverSnapshot.ts'
import { OrgportalClientContext } from './useOrgportalClient.ts'

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
 * @throws where there is no `<QueryClientProvider>` above.
 * @example
 * <QueryClientProvider client={queryClient}>
 *   <OrgportalProvider client={client}>
 *     <App />
 *   </OrgportalProvider>
 * </QueryClientProvider>
 */
export function OrgportalProvider({ client, children }: OrgportalProviderProps): ReactNode {
  const queryClient = useContext(QueryClientContext)
  if (queryClient === undefined) {
    throw new Error(
      'orgportal: <OrgportalProvider> was used outside <QueryClientProvider>. ' +
        'Render <QueryClientProvider client={queryClient}> of @tanstack/react-query above it.',
    )
  }
  const owner = useSyncExternalStore(client.subscribe, () => ownerOf(client), noOwner)
  const isHydrated = useSyncExternalStore(subscribeToNothing, yes, no)
  // A new object per owner: see useOrgportalClient. While hydrating, what the server knew: nothing.
  const view = useMemo(() => clientFor(client, owner, isHydrated), [client, owner, isHydrated])

  useEffect(() => followSession(client, queryClient), [client, queryClient])

  return <OrgportalClientContext.Provider value={view}>{children}</OrgportalClientContext.Provider>
}

function clientFor(client: B2BClient, _owner: string, isHydrated: boolean): B2BClient {
  return isHydrated ? { ...client } : { ...client, getSnapshot: () => serverSnapshot }
}

function ownerOf(client: B2BClient): string {
  const { identity } = client.getSnapshot()
  return identity === null ? '' : `${identity.organizationId} ${identity.memberId}`
}

/** Keeps the cache true to the session. Returns the function that stops it. */
function followSession(client: B2BClient, queryClient: QueryClient): () => void {
  let before = client.getSnapshot()
  return client.subscribe(() => {
    const now = client.getSnapshot()
    const { identity, organization, member, fromCache } = before
    before = now
    if (!sameIdentity(now.identity, identity)) {
      if (identity !== null) forget(client, queryClient, identity)
    } else if (!now.fromCache) {
      if (now.organization !== organization || fromCache) copy('organization.get', now.organization)
      if (now.member !== member || fromCache) copy('self.get', now.member)
    }
  })

  /** The client's own records are newer than a read of them that somebody made earlier. */
  function copy(name: 'organization.get' | 'self.get', record: unknown) {
    const queryKey = operationKey(identityKey(client, before.identity), name)
    if (record !== null && queryClient.getQueryData(queryKey) !== undefined) {
      queryClient.setQueryData(queryKey, record)
    }
  }
}

function forget(client: B2BClient, queryClient: QueryClient, identity: SessionIdentity): void {
  const key = identityKey(client, identity)
  // Also aborts the reads that are on their way.
  queryClient.removeQueries({ queryKey: key })
  const mutations = queryClient.getMutationCache()
  for (const mutation of mutations.findAll({ mutationKey: key })) mutations.remove(mutation)
}

const noOwner = () => ''
const subscribeToNothing = () => () => undefined
const yes = () => true
const no = () => false
