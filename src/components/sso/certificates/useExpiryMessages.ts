import { ssoExpiry } from '../../i18n/en/sso/ssoExpiry.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** What the list says of certificates that end soon. */
export function useExpiryMessages(): Messages['ssoExpiry'] {
  return useMessages('ssoExpiry', ssoExpiry)
}
