import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMembersUpdate } from '../../../hooks/organizationMembers.ts'
import { memberLabel } from '../../portal/memberLabel.ts'

export interface BreakglassGift {
  /** Who can be given it. */
  candidates: readonly Member[]
  chosen: string | null
  choose: (memberId: string | null) => void
  give: () => void
  busy: boolean
  error: Error | null
  /** How the member is called who was given it just now; null before. */
  given: string | null
}

/**
 * Gives one of the members break-glass access: an active one, whoever that is.
 *
 * @rbac stytch.member update.settings.is-breakglass
 */
export function useBreakglassGift(members: readonly Member[]): BreakglassGift {
  const [chosen, choose] = useState<string | null>(null)
  const update = useOrganizationMembersUpdate()
  return {
    candidates: members.filter(({ status }) => status === 'active'),
    chosen,
    choose,
    give: () => {
      if (chosen !== null && !update.isPending) {
        update.mutate({ member_id: chosen, is_breakglass: true })
      }
    },
    busy: update.isPending,
    error: update.error,
    given: update.data ? memberLabel(update.data.member) : null,
  }
}
