'use client'
import { Select } from '../../ui/Select.tsx'
import type { CheckedInvitee } from './checkInvitees.ts'
import type { InviteeAction } from './invitee.ts'
import { knownText } from './inviteWords.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface KnownInviteeProps {
  row: CheckedInvitee
  onChoose: (action: InviteeAction | null) => void
}

/** Whose the address is already, and what to do about it; nothing where it is nobody's. */
export function KnownInvitee({ row, onChoose }: KnownInviteeProps) {
  const messages = useInviteMessages()
  const text = knownText(row, messages)
  if (text === undefined) return null
  return (
    <div data-part="invite-known">
      <p data-part="hint" role="status">
        {text}
      </p>
      {row.choices.length > 0 ? (
        <Select
          aria-label={messages.table.actionOf(row.number)}
          value={row.action}
          options={row.choices.map((action) => ({
            value: action,
            label: messages.actions[action],
          }))}
          onValueChange={(value) =>
            onChoose(row.choices.find((choice) => choice === value) ?? null)
          }
        />
      ) : (
        <p data-part="hint">{messages.outcomes['left-out']}</p>
      )}
    </div>
  )
}
