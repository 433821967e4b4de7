'use client'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactNode, RefObject } from 'react'
import { createPortal } from 'react-dom'
import { MessagesContext } from '../i18n/messages.ts'
import type { MessageOverrides } from '../i18n/messages.ts'
import { HeadingLevel } from '../ui/Heading.tsx'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { ToastRegion } from '../ui/Toast.tsx'
import { FaultNet } from './FaultNet.tsx'
import { createLeaveGuard, type LeaveGuard } from './leaveGuard.ts'
import { LastScreenContext } from './LastScreenContext.ts'
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
  /**
   * Called with `true` when there begins to be something unsaved (an edit, a token that is shown once), with `false` when
   * there is nothing any more. Within the part leaving is asked about by itself, and so is closing the page; navigation of
   * the host's own that takes the part off the screen has to ask.
   *
   * @example
   * const unsaved = useRef(false)
   * const leave = (path: string) => (!unsaved.current || confirm('Discard your changes?')) && router.push(path)
   * <AdminPortalSCIM onUnsavedChange={(now) => (unsaved.current = now)} />
   */
  onUnsavedChange?: ((hasUnsavedChanges: boolean) => void) | undefined
  /** The level of the part's title in the outline of the host's page; the cards within are one below. @default 2 */
  headingLevel?: 1 | 2 | 3 | 4 | undefined
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
  onUnsavedChange,
  headingLevel = 2,
  children,
  ...props
}: PortalRootProps) {
  const root = useRef<HTMLDivElement>(null)
  const lastScreen = useRef<string | undefined>(undefined)
  const rootClass = className ? `orgportal ${className}` : 'orgportal'
  const [layer, setLayer] = useState<HTMLElement>()
  const environment = useMemo(() => ({ theme, locale, layer }), [theme, locale, layer])
  const guard = useMemo(() => createLeaveGuard(), [])
  useUnsavedReport(guard, onUnsavedChange)
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
                      <FaultNet>
                        <LastScreenContext.Provider value={lastScreen}>
                          <HeadingLevel value={headingLevel}>{children}</HeadingLevel>
                        </LastScreenContext.Provider>
                      </FaultNet>
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

/** Tells the host of every change, and that nothing is unsaved once the part is gone. */
function useUnsavedReport(guard: LeaveGuard, onChange: PartProps['onUnsavedChange']) {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    let told = false
    const tell = (unsaved: boolean) => {
      if (unsaved === told) return
      told = unsaved
      latest.current?.(unsaved)
    }
    const look = () => tell(guard.isPartHeld())
    look()
    const stop = guard.subscribe(look)
    return () => {
      stop()
      tell(false)
    }
  }, [guard])
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
