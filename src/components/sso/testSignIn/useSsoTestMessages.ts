import { ssoTest } from '../../i18n/en/sso/ssoTest.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of the test sign-in. */
export function useSsoTestMessages(): Messages['ssoTest'] {
  return useMessages('ssoTest', ssoTest)
}
