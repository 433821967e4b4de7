'use client'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Tone } from '../../ui/Tag.tsx'
import { LazyConfirmDialog } from '../profile/LazyConfirmDialog.ts'
import type { afterRemoval } from './secondFactors.ts'
import type { FactorOutcome, FactorReset } from './useFactorReset.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'

export interface FactorResetDialogProps {
  reset: FactorReset
  name: string
  /** What the next sign-in is like. */
  next: ReturnType<typeof afterRemoval>
  returnFocus: () => HTMLElement | null
}

/** Says what will be removed and what stays; then how each went, and tries again what failed. */
export function FactorResetDialog({ reset, name, next, returnFocus }: FactorResetDialogProps) {
  const { factors: words } = useMemberSignInMessages()
  return (
    <LazyConfirmDialog
      open={reset.open}
      onOpenChange={(open) => {
        if (!open) reset.close()
      }}
      title={words.resetTitle(name)}
      confirmLabel={reset.failed ? words.resetAgain : words.resetConfirm}
      busy={reset.busy}
      onConfirm={reset.run}
      returnFocus={returnFocus}
    >
      <p>{words.resetHint}</p>
      <ul data-part="member-outcomes" aria-live="polite">
        {reset.parts.map(({ part, state }) => (
          <li key={part} data-part="member-outcome">
            <span>{words.parts[part]}</span>
            <StatusDot tone={tones[state]}>{words.outcome[state]}</StatusDot>
          </li>
        ))}
      </ul>
      <p>{words.next[next]}</p>
      <SaveFailed
        title={words.resetFailed}
        error={reset.parts.find(({ error }) => error !== null)?.error ?? null}
      />
    </LazyConfirmDialog>
  )
}

const tones = {
  waiting: 'neutral',
  running: 'info',
  removed: 'success',
  failed: 'danger',
  denied: 'warning',
} satisfies Record<FactorOutcome['state'], Tone>
