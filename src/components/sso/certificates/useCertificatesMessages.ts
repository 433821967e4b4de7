import { ssoCertificates } from '../../i18n/en/sso/ssoCertificates.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of certificates and keys. */
export function useCertificatesMessages(): Messages['ssoCertificates'] {
  return useMessages('ssoCertificates', ssoCertificates)
}
