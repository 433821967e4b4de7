import { ssoConnection } from '../../i18n/en/sso/ssoConnection.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of a connection's page. */
export function useConnectionMessages(): Messages['ssoConnection'] {
  return useMessages('ssoConnection', ssoConnection)
}
