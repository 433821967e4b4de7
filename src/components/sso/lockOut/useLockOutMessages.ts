import { ssoLockOut } from '../../i18n/en/sso/ssoLockOut.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of what a change does to the ways in. */
export function useLockOutMessages(): Messages['ssoLockOut'] {
  return useMessages('ssoLockOut', ssoLockOut)
}
