import { membersInvite } from '../../i18n/en/members/membersInvite.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of inviting. */
export function useInviteMessages(): Messages['membersInvite'] {
  return useMessages('membersInvite', membersInvite)
}
