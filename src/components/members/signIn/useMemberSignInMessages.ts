import { memberSignIn } from '../../i18n/en/members/memberSignIn.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of how a member signs in. */
export function useMemberSignInMessages(): Messages['memberSignIn'] {
  return useMessages('memberSignIn', memberSignIn)
}
