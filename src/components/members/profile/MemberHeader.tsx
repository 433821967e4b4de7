'use client'
import type { Member } from '../../../client/types.ts'
import { useNow } from '../../portal/useNow.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DateTime } from '../../ui/DateTime.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { MemberDirectory } from './memberDirectory.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { StatusTag } from '../StatusTag.tsx'
import { useMembersMessages } from '../useMembersMessages.ts'
import { useProfileMessages } from './useProfileMessages.ts'

/** Who it is: the name or address, and whether it is the viewer. */
export function MemberTitle({ member, own }: { member: Member; own: boolean }) {
  const { you } = useMembersMessages()
  return (
    <span data-part="member-title">
      {memberLabel(member)} {own && <Tag tone="accent">{you}</Tag>}
    </span>
  )
}

/** The line under it: address, status where it is not active, and until when signing in is locked. */
export function MemberSummary({ member }: { member: Member }) {
  const { locked } = useProfileMessages()
  const now = useNow()
  return (
    <span data-part="member-summary">
      {member.name.trim() !== '' && <span>{member.email_address}</span>}
      {member.status !== 'active' && <StatusTag status={member.status} />}
      {isLocked(member, now) && (
        <StatusDot tone="danger">
          {locked.title}
          {member.lock_expires_at && (
            <>
              {locked.until} <DateTime value={member.lock_expires_at} format="relative" />
            </>
          )}
        </StatusDot>
      )}
    </span>
  )
}

/** That a directory manages the member, and what it will undo. */
export function DirectoryNotice({ directory }: { directory: MemberDirectory }) {
  const { directory: messages } = useProfileMessages()
  const { name } = directory
  return <Callout title={messages.title(name)}>{messages.hint(name)}</Callout>
}

function isLocked({ is_locked, lock_expires_at }: Member, now: number): boolean {
  return is_locked === true && (!lock_expires_at || Date.parse(lock_expires_at) > now)
}
