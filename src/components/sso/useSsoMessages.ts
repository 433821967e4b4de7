import { sso } from '../i18n/en/sso/sso.ts'
import { useMessages, type Messages } from '../i18n/messages.ts'

/** The texts of the list, and those that several screens of the SSO part share. */
export function useSsoMessages(): Messages['sso'] {
  return useMessages('sso', sso)
}
