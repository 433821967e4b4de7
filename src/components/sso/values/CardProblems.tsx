'use client'
import { isApiError } from '../../../client/errors.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { SaveOutcomes } from '../../portal/SaveOutcomes.tsx'
import type { SaveSteps } from '../../portal/useSaveSteps.ts'
import { Callout } from '../../ui/Callout.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useValuesMessages } from './useValuesMessages.ts'

export interface CardProblemsProps {
  steps: SaveSteps
  loadError: unknown
  onRetry: () => void
}

/** Why a card was not saved: what the service has against it in our words, and each request with its outcome. */
export function CardProblems({ steps, loadError, onRetry }: CardProblemsProps) {
  const { error: messages } = useUiMessages()
  return (
    <>
      {loadError !== null && (
        <ErrorState
          title={messages.notLoaded}
          description={messages.notLoadedHint}
          error={loadError}
        />
      )}
      <Refusal error={steps.error} />
      <SaveOutcomes steps={steps} onRetry={onRetry} />
    </>
  )
}

/** What to do about what the service refused, where that is known; nothing otherwise. */
export function Refusal({ error }: { error: Error | null }) {
  const { refusals } = useValuesMessages()
  const text = isApiError(error)
    ? new Map<string, string>(Object.entries(refusals)).get(error.error_type)
    : undefined
  return text === undefined ? null : <Callout tone="danger">{text}</Callout>
}
