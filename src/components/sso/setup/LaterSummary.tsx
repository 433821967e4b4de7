'use client'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import type { DraftSection } from './draft.ts'
import type { SetupModel } from './useSetup.ts'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

export interface LaterSummaryProps {
  left: NonNullable<SetupModel['left']>
  /** What is typed is kept in the browser. */
  kept: boolean
  onLeave: () => void
}

/** Before one leaves: exactly what is saved, what is only kept in this browser, and what would be lost. */
export function LaterSummary({ left, kept, onLeave }: LaterSummaryProps) {
  const { laterSummary: messages, sections } = useSsoSetupMessages()
  const named = (ids: readonly DraftSection[]) => ids.map((id) => sections[id])
  const unsaved = named(left.left)
  const lost = [...(kept ? [] : unsaved), ...(left.secretLost ? [messages.secret] : [])]
  return (
    <Callout
      tone="warning"
      announce="alert"
      title={messages.title}
      actions={
        <Button size="small" onClick={onLeave}>
          {messages.leave}
        </Button>
      }
    >
      {left.saved.length > 0 && <p>{messages.saved(named(left.saved))}</p>}
      {kept && <p>{messages.kept(unsaved)}</p>}
      {lost.length > 0 && <p>{messages.lost(lost)}</p>}
    </Callout>
  )
}
