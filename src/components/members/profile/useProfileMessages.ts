import { memberProfile } from '../../i18n/en/members/memberProfile.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of one member's page. */
export function useProfileMessages(): Messages['memberProfile'] {
  return useMessages('memberProfile', memberProfile)
}
