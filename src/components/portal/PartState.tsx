'use client'
import type { SessionEndReason } from '../../client/sessionStore.ts'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { LockIcon } from '../ui/icons.tsx'
import type { Denied } from './denied.ts'

/** Why there is nothing of a part to be seen. */
export type AbsentPart =
  | { type: 'signed-out'; reason: SessionEndReason | null }
  | { type: 'denied'; denied: Denied }
  | { type: 'not-enabled' }
  | { type: 'failed'; error: Error; retry: () => void; retrying: boolean }

interface Words {
  title: string
  hint: string
}

export interface PartStateProps {
  state: AbsentPart
  /** What the part says of each. */
  words: {
    signedOut: Words & { ended: string }
    denied: Words
    notEnabled?: Words
    failed?: Words
  }
}

/** In place of a part: why it is not there, and what to do. */
export function PartState({ state, words }: PartStateProps) {
  switch (state.type) {
    case 'signed-out': {
      const { title, hint, ended } = words.signedOut
      return (
        <EmptyState icon={<LockIcon />} title={title} description={state.reason ? ended : hint} />
      )
    }
    case 'denied':
      return (
        <EmptyState
          icon={<LockIcon />}
          title={words.denied.title}
          description={words.denied.hint}
          action={<DeniedHint denied={state.denied} />}
        />
      )
    case 'not-enabled':
      return (
        words.notEnabled && (
          <EmptyState
            icon={<LockIcon />}
            title={words.notEnabled.title}
            description={words.notEnabled.hint}
          />
        )
      )
    case 'failed':
      return (
        words.failed && (
          <ErrorState
            title={words.failed.title}
            description={words.failed.hint}
            error={state.error}
            onRetry={state.retry}
            retrying={state.retrying}
          />
        )
      )
  }
}
