'use client'
import { formatNumber } from '../i18n/format.ts'
import { useLocale } from '../portal/PortalContext.ts'
import { DateTime } from '../ui/DateTime.tsx'
import type { KnownMembers } from './useProvisionedMembers.ts'
import { useNow } from '../portal/useNow.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface LookedAtProps {
  members: Extract<KnownMembers, { type: 'partial' | 'known' }>
}

/** How many members were looked through, of how many, and when: where they are not looked for by themselves. */
export function LookedAt({ members }: LookedAtProps) {
  const { provisioning } = useScimMessages()
  const locale = useLocale()
  const now = useNow()
  const { lookedAt } = members
  const counted = formatNumber(locale, members.members.length)
  const total = members.type === 'partial' ? members.total : members.members.length
  return (
    <p data-part="hint">
      {provisioning.lookedThrough(counted, total === null ? null : formatNumber(locale, total))}{' '}
      <DateTime
        value={new Date(lookedAt).toISOString()}
        format="relative"
        now={new Date(Math.max(now, lookedAt))}
      />
      .
    </p>
  )
}
