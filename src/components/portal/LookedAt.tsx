'use client'
import { formatNumber } from '../i18n/format.ts'
import { DateTime } from '../ui/DateTime.tsx'
import { useLocale } from './PortalContext.ts'
import type { KnownMembers } from './useKnownMembers.ts'
import { useNow } from './useNow.ts'
import { useRoleChangeMessages } from './useRoleChangeMessages.ts'

export interface LookedAtProps {
  members: Extract<KnownMembers, { type: 'partial' | 'known' }>
}

/** How many members were looked through, of how many, and when: where they are not looked for by themselves. */
export function LookedAt({ members }: LookedAtProps) {
  const messages = useRoleChangeMessages()
  const locale = useLocale()
  const now = useNow()
  const { lookedAt } = members
  const counted = formatNumber(locale, members.members.length)
  const total = members.type === 'partial' ? members.total : members.members.length
  return (
    <p data-part="hint">
      {messages.lookedThrough(counted, total === null ? null : formatNumber(locale, total))}{' '}
      <DateTime
        value={new Date(lookedAt).toISOString()}
        format="relative"
        now={new Date(Math.max(now, lookedAt))}
      />
      .
    </p>
  )
}
