'use client'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { ErrorDetails } from '../ui/ErrorState.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { saveFailureReason } from './saveFailureReason.ts'
import type { SaveOutcome, SaveSteps } from './useSaveSteps.ts'

export interface SaveOutcomesProps {
  /** `useSaveSteps()`. */
  steps: Pick<SaveSteps, 'outcomes' | 'error' | 'saving'>
  /** Sends what is left: `steps.retry`, with whatever follows when all is done. */
  onRetry: () => void
}

const tones = { done: 'success', failed: 'danger', running: 'info', waiting: 'neutral' } as const

/**
 * What became of a save of several requests in which one failed: each with its outcome, the error in place, and a button for
 * what is left. While that is under way it stays; nothing where none failed.
 */
export function SaveOutcomes({ steps, onRetry }: SaveOutcomesProps) {
  const { saveOutcomes: messages } = useUiMessages()
  const { outcomes, error, saving } = steps
  if (error === null) return null
  return (
    <Callout
      tone="danger"
      announce="alert"
      title={messages.title}
      actions={
        <Button size="small" busy={saving} onClick={onRetry}>
          {messages.retry}
        </Button>
      }
    >
      {outcomes.length > 1 && <p>{messages.hint}</p>}
      <ul data-part="save-outcomes">
        {outcomes.map((outcome) => (
          <Outcome key={outcome.id} outcome={outcome} />
        ))}
      </ul>
    </Callout>
  )
}

function Outcome({ outcome: { label, state, error } }: { outcome: SaveOutcome }) {
  const { saveOutcomes: messages, saveFailed } = useUiMessages()
  return (
    <li data-part="save-outcome" data-state={state}>
      <StatusDot tone={tones[state]}>{messages.states[state]}</StatusDot> {label}
      {error && (
        <>
          <p>{saveFailureReason(error, saveFailed)}</p>
          <ErrorDetails error={error} />
        </>
      )}
    </li>
  )
}
