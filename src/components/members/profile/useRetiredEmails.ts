import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMembersUnlinkRetiredEmail } from '../../../hooks/organizationMembers.ts'
import { useConfirmation, type Confirmation } from './useConfirmation.ts'

export interface RetiredEmail {
  member_id: string
  email_id?: string
  email_address?: string
}

export interface RetiredEmails {
  addresses: readonly RetiredEmail[]
  /** The one that was unlinked last. */
  unlinked: RetiredEmail | null
  confirmation: Confirmation<RetiredEmail>
}

/**
 * The model of a member's former addresses: each can be freed for others.
 *
 * @rbac stytch.member update.info.unlink.retired-email, or the same of stytch.self for one's own
 */
export function useRetiredEmails(member: Member): RetiredEmails {
  const [unlinked, setUnlinked] = useState<RetiredEmail | null>(null)
  const unlink = useOrganizationMembersUnlinkRetiredEmail()
  const { member_id } = member
  return {
    addresses: member.retired_email_addresses.map((retired) => ({ member_id, ...retired })),
    unlinked,
    confirmation: useConfirmation(unlink, setUnlinked),
  }
}
