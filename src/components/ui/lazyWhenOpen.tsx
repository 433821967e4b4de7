'use client'
import { Suspense, lazy, useState } from 'react'
import type { ComponentType } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ErrorState } from './ErrorState.tsx'

/** What every lazily loaded surface has. */
export interface OpenProps {
  open: boolean
}

export interface LazySurface<Props> {
  (props: Props): React.JSX.Element | null
  /** Loads the code ahead: on hover of the button that will open it. */
  preload: () => void
}

/**
 * Puts a dialog or menu in a chunk of its own that is loaded when it is first opened. When it cannot be loaded
 * the viewer is told in place, and Retry loads again.
 *
 * @example
 * const DeleteDialog = lazyWhenOpen(() => import('./DeleteDialog.tsx').then((file) => file.DeleteDialog))
 */
export function lazyWhenOpen<Props extends OpenProps>(
  load: () => Promise<ComponentType<Props>>,
): LazySurface<Props> {
  const create = () => lazy(async () => ({ default: await load() }))
  const First = create()

  function LazyWhenOpen(props: Props) {
    const [opened, setOpened] = useState(false)
    const [Surface, setSurface] = useState<ComponentType<Props>>(() => First)
    if (props.open && !opened) setOpened(true)
    if (!opened) return null
    return (
      <ErrorBoundary
        fallback={(error, reset) =>
          props.open && (
            <NotLoaded
              error={error}
              onRetry={() => {
                setSurface(() => create())
                reset()
              }}
            />
          )
        }
      >
        <Suspense fallback={null}>
          <Surface {...props} />
        </Suspense>
      </ErrorBoundary>
    )
  }
  return Object.assign(LazyWhenOpen, {
    preload: () => {
      // A failure is shown when the surface is opened.
      load().catch(() => {})
    },
  })
}

function NotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { error: messages } = useUiMessages()
  return (
    <ErrorState
      title={messages.notLoaded}
      description={messages.notLoadedHint}
      error={error}
      onRetry={onRetry}
    />
  )
}
