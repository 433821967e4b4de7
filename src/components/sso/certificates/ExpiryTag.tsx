'use client'
import { credentialExpiry } from '../../../hooks/credentialExpiry.ts'
import { formatFullTime } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { useNow } from '../../portal/useNow.ts'
import { Tag } from '../../ui/Tag.tsx'
import { expiryTones } from './expiryTones.ts'
import { useExpiryMessages } from './useExpiryMessages.ts'

export interface ExpiryTagProps {
  /** RFC 3339. */
  expiresAt: string | null | undefined
}

/** That a certificate ends soon or has ended; nothing while that is more than 60 days away. */
export function ExpiryTag({ expiresAt }: ExpiryTagProps) {
  const messages = useExpiryMessages()
  const locale = useLocale()
  const { level, days } = credentialExpiry(expiresAt, useNow())
  if (level === 'fine' || !expiresAt) return null
  return (
    <Tag tone={expiryTones[level]} title={formatFullTime(locale, new Date(expiresAt))}>
      {level === 'expired' ? messages.expired : messages.expires(days)}
    </Tag>
  )
}
