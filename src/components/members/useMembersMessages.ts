import { members } from '../i18n/en/members/members.ts'
import { useMessages, type Messages } from '../i18n/messages.ts'

/** The texts of the list, and those that several screens of the member management share. */
export function useMembersMessages(): Messages['members'] {
  return useMessages('members', members)
}
