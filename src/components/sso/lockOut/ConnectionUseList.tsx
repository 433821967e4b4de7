'use client'
import type { ConnectionUse } from './lockOut.ts'
import { useLockOutMessages } from './useLockOutMessages.ts'

export interface ConnectionUseListProps {
  use: ConnectionUse | null
  /** All members were looked at. */
  known: boolean
  /** How many are named before the rest is only counted. */
  named: number
}

/** What the connection is to the organization: who comes through it, and what it stands for. Nothing for one that is not active. */
export function ConnectionUseList({ use, known, named }: ConnectionUseListProps) {
  const { use: messages, names } = useLockOutMessages()
  if (!use?.active) return null
  const { users, isViewersOwn, isDefault, isOnlyActive } = use
  const shown = users.slice(0, named).map(({ label }) => label)
  return (
    <ul data-part="sso-use" aria-label={messages.label(use.name)}>
      {users.length > 0 && (
        <li>
          {messages.users(users.length, names(shown, users.length - shown.length), { known })}
        </li>
      )}
      {users.length === 0 && <li>{known ? messages.neverUsed : messages.usersUnknown}</li>}
      {isViewersOwn && <li>{messages.own}</li>}
      {isDefault && <li>{messages.isDefault}</li>}
      {isOnlyActive && <li>{messages.onlyActive}</li>}
    </ul>
  )
}
