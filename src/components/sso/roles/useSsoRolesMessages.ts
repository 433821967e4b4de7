import { ssoRoles } from '../../i18n/en/sso/ssoRoles.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of the roles that follow from a connection. */
export function useSsoRolesMessages(): Messages['ssoRoles'] {
  return useMessages('ssoRoles', ssoRoles)
}
