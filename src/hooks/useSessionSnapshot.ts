'use client'

import { useSyncExternalStore } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionEndReason, SessionSnapshot, SessionStatus } from '../client/sessionStore.ts'
import type { Member, MemberSession, Organization } from '../client/types.ts'
import { usePending } from './usePending.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'

/**
 * Everything the client knows of the session, as one immutable value. Renders again after each
 * change of any of it: where one part is enough, use the hook of that part.
 *
 * @example const { status, endReason, fromCache } = useSessionSnapshot()
 */
export function useSessionSnapshot(): SessionSnapshot {
  return useSessionPart(wholeSnapshot)
}

/**
 * Where sign-in stands. `loading` on a server and while hydrating.
 *
 * @example if (useSessionStatus() === 'anonymous') return <SignIn />
 */
export function useSessionStatus(): SessionStatus {
  return useSessionPart((snapshot) => snapshot.status)
}

/**
 * Why the last session ended; null while one is running or none was.
 *
 * @example if (useSessionEndReason()?.type === 'expired') return <p>Please sign in again.</p>
 */
export function useSessionEndReason(): SessionEndReason | null {
  return useSessionPart((snapshot) => snapshot.endReason)
}

/**
 * The signed-in member, as the client last heard of it, with the changes that are on their way. Costs no request.
 *
 * @example const name = useMember()?.name
 */
export function useMember(): Member | null {
  return usePending(
    'self.get',
    useSessionPart((snapshot) => snapshot.member),
  )
}

/**
 * The organization that the member is signed in to, as the client last heard of it, with the changes that are on
 * their way. Costs no request.
 *
 * @example const name = useOrganization()?.organization_name
 */
export function useOrganization(): Organization | null {
  return usePending(
    'organization.get',
    useSessionPart((snapshot) => snapshot.organization),
  )
}

/**
 * The session, with its expiry and the role ids that count now. Costs no request.
 *
 * @example const expiresAt = useMemberSession()?.expires_at
 */
export function useMemberSession(): MemberSession | null {
  return useSessionPart((snapshot) => snapshot.session)
}

/** `select` returns a part of the snapshot as it is, never something made of it: React compares by identity. */
export function useSessionPart<T>(select: (snapshot: SessionSnapshot) => T): T {
  return usePartOf(useOrgportalClient(), select)
}

/** As `useSessionPart`, where there is no provider yet. */
export function usePartOf<T>(client: B2BClient, select: (snapshot: SessionSnapshot) => T): T {
  return useSyncExternalStore(
    client.subscribe,
    () => select(client.getSnapshot()),
    () => select(client.getServerSnapshot()),
  )
}

const wholeSnapshot = (snapshot: SessionSnapshot) => snapshot
