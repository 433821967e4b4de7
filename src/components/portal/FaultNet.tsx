'use client'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

/** In place of what broke: that it did, and Retry. What stands above it keeps its state. */
export function FaultNet({ children }: { children: ReactNode }) {
  const { error: messages } = useUiMessages()
  return (
    <ErrorBoundary
      fallback={(error, reset) => (
        <ErrorState
          title={messages.unexpected}
          description={messages.unexpectedHint}
          error={error}
          onRetry={reset}
        />
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
