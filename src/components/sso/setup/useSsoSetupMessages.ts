import { ssoSetup } from '../../i18n/en/sso/ssoSetup.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of the set-up wizard. */
export function useSsoSetupMessages(): Messages['ssoSetup'] {
  return useMessages('ssoSetup', ssoSetup)
}
