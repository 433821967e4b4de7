'use client'
import { Tag } from '../ui/Tag.tsx'
import type { GroupLabel } from './groupNames.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface GroupNameProps {
  groupId: string
  label: GroupLabel
  gone?: boolean
}

/** A group as it is known; one that is gone is marked, one that its name does not tell apart has its id. */
export function GroupName({ groupId, label, gone = false }: GroupNameProps) {
  const { roles: messages } = useScimMessages()
  return (
    <span data-part="scim-group">
      <span>{label.name ?? messages.unnamed}</span>
      {label.id !== null && (
        <code data-part="code" title={groupId}>
          {label.id}
        </code>
      )}
      {gone && <Tag tone="warning">{messages.gone}</Tag>}
    </span>
  )
}
