import { ssoFindings } from '../../i18n/en/sso/ssoFindings.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** What was noticed in what somebody pasted, in words. */
export function useFindingsMessages(): Messages['ssoFindings'] {
  return useMessages('ssoFindings', ssoFindings)
}
