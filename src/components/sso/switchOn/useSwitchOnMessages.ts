import { ssoSwitchOn } from '../../i18n/en/sso/ssoSwitchOn.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of what a connection is switched on for. */
export function useSwitchOnMessages(): Messages['ssoSwitchOn'] {
  return useMessages('ssoSwitchOn', ssoSwitchOn)
}
