import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMember } from '../../../hooks/useOrganizationMember.ts'
import { useKeptScreens } from '../../portal/useKeptScreens.ts'

/** A request that failed, and how to repeat it. */
interface Failure {
  error: Error
  retry: () => void
  retrying: boolean
}

export type MemberPageState =
  | { type: 'loading' }
  | { type: 'failed'; failure: Failure }
  | { type: 'not-found' }
  | {
      type: 'shown'
      member: Member
      /** The member is gone; what is shown stays only for the sake of what was typed. */
      gone: boolean
      /** The latest state could not be had. */
      failure: Failure | null
    }

/**
 * The model of a member's page: at once what any list knows of the member, then the latest state. What was on the screen
 * stays when that cannot be had, and, as long as something is unsaved, when the member is gone.
 *
 * @rbac stytch.member search
 */
export function useMemberPage(memberId: string): MemberPageState {
  const { data, error, isFetching, refetch } = useOrganizationMember(memberId)
  const [last, setLast] = useState<Member | null>(null)
  if (data && data !== last) setLast(data)
  const failure = error && { error, retry: () => void refetch(), retrying: isFetching }
  const known = failure && last?.member_id === memberId ? last : null

  const shown = useKeptScreens(data ?? known, (kept) => {
    if (data || failure || kept.member_id !== memberId) return null
    return data === null ? 'gone' : 'unknown'
  })
  if (shown) {
    return { type: 'shown', member: shown.screens, gone: shown.because === 'gone', failure }
  }
  if (data === null) return { type: 'not-found' }
  return failure ? { type: 'failed', failure } : { type: 'loading' }
}
