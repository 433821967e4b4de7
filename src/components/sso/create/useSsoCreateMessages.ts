import { ssoCreate } from '../../i18n/en/sso/ssoCreate.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of making a connection. */
export function useSsoCreateMessages(): Messages['ssoCreate'] {
  return useMessages('ssoCreate', ssoCreate)
}
