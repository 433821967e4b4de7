'use client'
import { Tag } from '../ui/Tag.tsx'
import type { GroupRoles } from './roleAssignments.ts'
import { useScimMessages } from './useScimMessages.ts'

/** A group as it is known; one that is gone is marked. */
export function GroupName({ row }: { row: GroupRoles }) {
  const { roles: messages } = useScimMessages()
  return (
    <span data-part="scim-group">
      <span>{row.groupName ?? messages.unnamed}</span>
      {row.groupName === null && <code data-part="code">{row.groupId}</code>}
      {row.presence === 'gone' && <Tag tone="warning">{messages.gone}</Tag>}
    </span>
  )
}
