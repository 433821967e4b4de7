import { scim } from '../i18n/en/scim.ts'
import { useMessages, type Messages } from '../i18n/messages.ts'

/** The texts of the SCIM part. */
export function useScimMessages(): Messages['scim'] {
  return useMessages('scim', scim)
}
