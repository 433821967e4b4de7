'use client'
import type { MemberStatus } from '../../client/types.ts'
import { StatusDot } from '../ui/StatusDot.tsx'
import type { Tone } from '../ui/Tag.tsx'
import { useMembersMessages } from './useMembersMessages.ts'

/** A member's status: a dot with its word; one that is not known here is shown as the API calls it. */
export function StatusTag({ status }: { status: MemberStatus }) {
  const { statuses } = useMembersMessages()
  const known = isKnown(status) ? status : null
  return (
    <StatusDot tone={known ? tones[known] : 'neutral'}>
      {known ? statuses[known] : status}
    </StatusDot>
  )
}

const tones = {
  active: 'success',
  invited: 'info',
  pending: 'warning',
  deleted: 'neutral',
} satisfies Record<string, Tone>

function isKnown(status: string): status is keyof typeof tones {
  return status in tones
}
