'use client'
import { lazy, Suspense, useState } from 'react'
import type { ComponentType } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

/** Puts a screen in a chunk of its own; until it is there the skeleton is. When it cannot be loaded the viewer is told, and Retry loads again. */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Skeleton: ComponentType,
): (props: Props) => React.JSX.Element {
  const create = () => lazy(async () => ({ default: await load() }))
  const First = create()

  return function LazyScreen(props: Props) {
    const { error: messages } = useUiMessages()
    const [Screen, setScreen] = useState<ComponentType<Props>>(() => First)
    return (
      <ErrorBoundary
        fallback={(error, reset) => (
          <ErrorState
            title={messages.notLoaded}
            description={messages.notLoadedHint}
            error={error}
            onRetry={() => {
              setScreen(() => create())
              reset()
            }}
          />
        )}
      >
        <Suspense fallback={<Skeleton />}>
          <Screen {...props} />
        </Suspense>
      </ErrorBoundary>
    )
  }
}
