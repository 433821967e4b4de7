'use client'
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode, RefObject } from 'react'
import { createPortal } from 'react-dom'
import { MessagesContext } from '../i18n/messages.ts'
import type { MessageOverrides } from '../i18n/messages.ts'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { ToastRegion } from '../ui/Toast.tsx'
import { createLeaveGuard } from './leaveGuard.ts'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { createQueryLocation } from './location.ts'
import type { LocationAdapter } from './location.ts'
import { createLocationStore } from './locationStore.ts'
import { DEFAULT_LOCALE, PortalContext } from './PortalContext.ts'
import type { PortalTheme } from './PortalContext.ts'
import { LeaveGuardContext } from './useLeaveGuard.ts'
import { LocationContext } from './usePortalLocation.ts'
import { RoleDisplayContext } from './useRoleDisplay.ts'
import type { RoleDisplayConfig } from './useRoleDisplay.ts'

/** What every part of the portal takes. */
export interface PartProps {
  /** How roles are named, explained and ordered. */
  config?: RoleDisplayConfig | undefined
  /** Texts in place of the English ones, as many as wanted. */
  messages?: MessageOverrides | undefined
  /** BCP 47 tag for dates, numbers and lists. @default 'en-GB' */
  locale?: string | undefined
  /** `auto` follows the system. @default 'auto' */
  theme?: PortalTheme | undefined
  /** Where the place within the part is kept. Give the same object each time. @default the query string */
  location?: LocationAdapter | undefined
  /** Added to the root, and to where dialogs are put, so that custom properties set by it reach both. */
  className?: string | undefined
  /** Where dialogs, menus and toasts are put. @default the document's body */
  portalContainer?: HTMLElement | undefined
}

export interface PortalRootProps extends PartProps {
  children: ReactNode
}

const NO_CONFIG: RoleDisplayConfig = {}
const NO_MESSAGES: MessageOverrides = {}

/** The root of a part: theme, texts, locale, place, unsaved changes, announcements, and a net for faults. */
export function PortalRoot({
  config = NO_CONFIG,
  messages = NO_MESSAGES,
  locale = DEFAULT_LOCALE,
  theme = 'auto',
  location,
  className,
  portalContainer,
  children,
  ...props
}: PortalRootProps) {
  const root = useRef<HTMLDivElement>(null)
  const rootClass = className ? `orgportal ${className}` : 'orgportal'
  const [layer, setLayer] = useState<HTMLElement>()
  const environment = useMemo(() => ({ theme, locale, layer }), [theme, locale, layer])
  const guard = useMemo(() => createLeaveGuard(), [])
  const store = useMemo(
    () => createLocationStore(location ?? createQueryLocation(), guard),
    [location, guard],
  )
  return (
    <PortalContext.Provider value={environment}>
      <MessagesContext.Provider value={messages}>
        <RoleDisplayContext.Provider value={config}>
          <LeaveGuardContext.Provider value={guard}>
            <LocationContext.Provider value={store}>
              <div ref={root} className={rootClass} data-theme={theme} {...props}>
                <LiveRegion>
                  <ToastRegion>
                    <div data-part="portal">
                      <ErrorBoundary
                        fallback={(error, reset) => <Broken error={error} onRetry={reset} />}
                      >
                        {children}
                      </ErrorBoundary>
                    </div>
                    <LeaveQuestion />
                  </ToastRegion>
                </LiveRegion>
              </div>
              <Layer
                root={root}
                container={portalContainer}
                className={rootClass}
                theme={theme}
                onMount={setLayer}
              />
            </LocationContext.Provider>
          </LeaveGuardContext.Provider>
        </RoleDisplayContext.Provider>
      </MessagesContext.Provider>
    </PortalContext.Provider>
  )
}

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { error: messages } = useUiMessages()
  return (
    <ErrorState
      title={messages.unexpected}
      description={messages.unexpectedHint}
      error={error}
      onRetry={onRetry}
    />
  )
}

interface LayerProps {
  root: RefObject<HTMLElement | null>
  container: HTMLElement | undefined
  className: string
  theme: PortalTheme
  onMount: (element: HTMLElement | undefined) => void
}

/**
 * Where dialogs, menus and toasts are put: outside of everything that could clip or move what lies in it, a theme root
 * of its own, in the writing direction of the part.
 */
function Layer({ root, container, className, theme, onMount }: LayerProps) {
  const inBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const mount = useCallback(
    (element: HTMLDivElement | null) => {
      if (element && root.current) element.dir = getComputedStyle(root.current).direction
      onMount(element ?? undefined)
    },
    [root, onMount],
  )
  if (!inBrowser) return null
  return createPortal(
    <div ref={mount} className={className} data-theme={theme} data-layer />,
    container ?? document.body,
  )
}
