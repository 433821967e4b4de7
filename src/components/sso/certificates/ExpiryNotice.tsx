'use client'
import { formatRelative } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { useNow } from '../../portal/useNow.ts'
import { Callout } from '../../ui/Callout.tsx'
import type { SsoConnection } from '../connections.ts'
import { nearestEnd } from './certificateRules.ts'
import { expiryTones } from './expiryTones.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'

export interface ExpiryNoticeProps {
  connection: SsoConnection
}

/** That a certificate of the identity provider ends within 60, 30 or 7 days, or has ended; nothing else. */
export function ExpiryNotice({ connection }: ExpiryNoticeProps) {
  const { notice: messages } = useCertificatesMessages()
  const locale = useLocale()
  const now = useNow()
  if (connection.protocol !== 'saml') return null
  const end = nearestEnd(connection.verification_certificates, now)
  if (!end || end.level === 'fine') return null
  if (end.level === 'expired') {
    return (
      <Callout tone="danger" title={messages.expired}>
        {messages.expiredHint}
      </Callout>
    )
  }
  const when = formatRelative(locale, new Date(end.expiresAt), new Date(now))
  return (
    <Callout
      tone={end.replaced ? 'info' : expiryTones[end.level]}
      title={messages.expiring(when)}
      data-level={end.level}
    >
      {end.replaced ? messages.replaced : messages.expiringHint}
    </Callout>
  )
}
