import { ssoValues } from '../../i18n/en/sso/ssoValues.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of the forms for what the identity provider tells. */
export function useValuesMessages(): Messages['ssoValues'] {
  return useMessages('ssoValues', ssoValues)
}
