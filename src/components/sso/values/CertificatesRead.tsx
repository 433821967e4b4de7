'use client'
import { formatDate } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import type { ReadCertificate } from '../reading/readCertificates.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface CertificatesReadProps {
  certificates: readonly ReadCertificate[]
}

/** Certificates as they were read: whose, until when, and by which fingerprint they are told apart. */
export function CertificatesRead({ certificates }: CertificatesReadProps) {
  const { saml } = useValuesMessages()
  const locale = useLocale()
  return (
    <ul data-part="sso-certificates-read">
      {certificates.map(({ pem, subject, validUntil, sha256 }) => (
        <li key={pem}>
          <span>
            {saml.certificateOf(subject)},{' '}
            {saml.validUntil(formatDate(locale, new Date(validUntil)))}
          </span>
          {sha256 !== null && <code data-part="code">{sha256}</code>}
        </li>
      ))}
    </ul>
  )
}
