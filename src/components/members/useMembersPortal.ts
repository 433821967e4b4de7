import type { SessionEndReason } from '../../client/sessionStore.ts'
import { useOrganizationMember } from '../../hooks/useOrganizationMember.ts'
import { useOrganizationMembersSearch } from '../../hooks/organizationMembers.ts'
import { useSessionSnapshot } from '../../hooks/useSessionSnapshot.ts'
import type { Denied } from '../portal/denied.ts'
import { needsCursor, searchInput } from './list/listRequest.ts'
import { useListRequest } from './list/useListRequest.ts'
import { useMemberListMemory } from './list/useMemberListMemory.ts'
import { useMembersViewer, type MembersViewer } from './useMembersViewer.ts'

/** What can be seen of the member management, exactly one at a time. */
export type MembersPortalState =
  /** `memberId` as soon as it is known whose data is loading. */
  | { type: 'loading'; memberId: string | null }
  | { type: 'signed-out'; reason: SessionEndReason | null }
  | { type: 'denied'; memberId: string | null; denied: Denied }
  | { type: 'ready'; viewer: MembersViewer }

/**
 * The model of the whole member management: who looks, and whether that one may. What the screens themselves show is asked
 * for by their own models.
 *
 * @rbac stytch.member search
 */
export function useMembersPortal(): MembersPortalState {
  const { status, identity, endReason } = useSessionSnapshot()
  const viewer = useMembersViewer()
  const memberId = identity?.memberId ?? null
  if (status === 'anonymous' || status === 'intermediate') {
    return { type: 'signed-out', reason: endReason }
  }
  const { access } = viewer
  if (access.status === 'loading') return { type: 'loading', memberId }
  const denied = access.status === 'denied' ? access.others.search : undefined
  return denied ? { type: 'denied', memberId, denied } : { type: 'ready', viewer }
}

/** None of what is asked ahead renders anything: the screen that comes reads it from the cache. */
const SILENT: [] = []

/**
 * Asks for the list as soon as it is known whose it is, beside bootstrap and session, while the part is `loading`.
 *
 * @rbac stytch.member search
 */
export function useListAhead({ loading }: { loading: boolean }): void {
  const request = useListRequest(useMemberListMemory())
  useOrganizationMembersSearch(searchInput(request), {
    enabled: loading && !needsCursor(request),
    notifyOnChangeProps: SILENT,
  })
}

/**
 * The same for a member whose page was opened by its address.
 *
 * @rbac stytch.member search
 */
export function useMemberAhead(memberId: string, { loading }: { loading: boolean }): void {
  useOrganizationMember(memberId, { enabled: loading, notifyOnChangeProps: SILENT })
}
