import { useMemo } from 'react'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMembersSearch } from '../../../hooks/organizationMembers.ts'
import { useMember, useMemberSession, useOrganization } from '../../../hooks/useSessionSnapshot.ts'
import { useKnownMembers, type KnownMembers } from '../../portal/useKnownMembers.ts'
import type { SsoConnection } from '../connections.ts'
import { useTestResults } from '../testSignIn/useTestResults.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { lockOutOf, type LockOut, type SsoChange } from './lockOut.ts'
import { lockOutDemands, type LockOutDemands, type LockOutKnowledge } from './lockOutDemands.ts'

export interface LockOutState extends LockOutKnowledge {
  /** Worked out of the members known so far, the viewer always among them. */
  lockOut: LockOut
  demands: LockOutDemands
  /** The members known so far. */
  members: readonly Member[]
  /** Members are on their way: how many of how many there are. */
  looking: { loaded: number; total: number | null } | null
  /** There are more than were looked at. */
  rest: { seen: number; total: number | null; look: () => void } | null
  failure: { error: Error; retry: () => void } | null
}

/**
 * Whom a change would lock out, and what it asks for. Members are searched for, a thousand at once; beyond that it is about
 * those that are known, until the others are looked through too. Null until organization and session are known.
 *
 * @rbac stytch.member search
 */
export function useLockOut(input: {
  change: SsoChange
  viewer: SsoViewer
  connections: readonly SsoConnection[]
}): LockOutState | null {
  const { change, viewer, connections } = input
  const own = useMember()
  const session = useMemberSession()
  const organization = useOrganization()
  const allowed = viewer.access.searchMembers === undefined
  const { members: known } = useKnownMembers({ allowed, enabled: true })
  const members = useMemo(() => withOwn(membersOf(known), own), [known, own])
  const isThere = members.some(({ is_breakglass, status }) => is_breakglass && status === 'active')
  const search = useOrganizationMembersSearch(SOMEBODY_WITH_BREAKGLASS, {
    enabled: known.type === 'partial' && !isThere,
  })
  const { data: breakglassPage, isLoading: searching, error: searchError, refetch } = search
  const found = breakglassPage && breakglassPage.members.length > 0
  const { results } = useTestResults()

  return useMemo(() => {
    if (!organization || !own) return null
    const lockOut = lockOutOf(change, {
      members,
      viewer: { memberId: own.member_id, factors: session?.authentication_factors ?? [] },
      organization,
      connections,
    })
    const seen = known.type === 'known' ? 'all' : known.type === 'partial' ? 'some' : 'none'
    const breakglass =
      isThere || found ? 'there' : seen === 'all' || found === false ? 'none' : 'unknown'
    const tested = [...results].flatMap(([id, { type }]) => (type === 'passed' ? [id] : []))
    const knowledge = { seen, breakglass, tested } as const
    return {
      ...knowledge,
      lockOut,
      members,
      demands: lockOutDemands(change, lockOut, knowledge),
      looking: lookingOf(known, { searching }),
      rest:
        known.type === 'partial'
          ? { seen: known.members.length, total: known.total, look: known.load }
          : null,
      failure:
        known.type === 'failed'
          ? { error: known.error, retry: known.retry }
          : searchError && { error: searchError, retry: () => void refetch() },
    }
  }, [
    change,
    connections,
    found,
    isThere,
    known,
    members,
    organization,
    own,
    refetch,
    results,
    searchError,
    searching,
    session,
  ])
}

/** Among more members than one request gives, somebody who has it may be anywhere. */
const SOMEBODY_WITH_BREAKGLASS = {
  limit: 1,
  query: {
    operator: 'AND' as const,
    operands: [
      { filter_name: 'member_is_breakglass' as const, filter_value: true },
      { filter_name: 'statuses' as const, filter_value: ['active'] },
    ],
  },
}

function lookingOf(
  known: KnownMembers,
  { searching }: { searching: boolean },
): LockOutState['looking'] {
  if (known.type === 'loading') return { loaded: known.loaded, total: known.total }
  return known.type === 'partial' && searching
    ? { loaded: known.members.length, total: known.total }
    : null
}

const membersOf = (known: KnownMembers): readonly Member[] =>
  known.type === 'known' || known.type === 'partial' ? known.members : []

function withOwn(members: readonly Member[], own: Member | null): readonly Member[] {
  if (!own || members.some(({ member_id }) => member_id === own.member_id)) return members
  return [...members, own]
}
