'use client'

import { useSyncExternalStore, type ReactNode } from 'react'
import { Devtools } from './Devtools.tsx'
import type { EmulatorAccess } from '../testing/connectEmulator.ts'
import { ShadowHost } from './ShadowHost.tsx'

export interface OrgportalDevtoolsProps {
  /**
   * The emulator that the client talks to: the object, or the URL where it listens. There is a tab for it
   * then; without it nothing is ever sent to `/_emulator`.
   */
  emulator?: EmulatorAccess | undefined
  /** Whether the panel is open at first; later visits of the same tab find it as it was left. */
  initialOpen?: boolean | undefined
  /** The corner of the page that it stands in: `bottom-right` when left out. */
  position?: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left' | undefined
}

/**
 * A button in a corner of the page and, behind it, what this package knows and does: the session and when
 * it ends, each request with its id, what is in the query cache, what the policy allows (and how the page
 * looks to other roles), and the emulator's latency, faults, clock and inbox. For development: render it
 * within `<OrgportalProvider>`, loaded only there. It lives in a shadow root, so that its style and the
 * page's keep apart, and renders nothing on a server.
 *
 * @example
 * const Devtools = import.meta.env.DEV
 *   ? lazy(() => import('orgportal/devtools').then((m) => ({ default: m.OrgportalDevtools })))
 *   : () => null
 * // Within <OrgportalProvider>:
 * <Suspense fallback={null}>
 *   <Devtools emulator="http://localhost:4000" />
 * </Suspense>
 */
export function OrgportalDevtools({
  emulator,
  initialOpen = false,
  position = 'bottom-right',
}: OrgportalDevtoolsProps): ReactNode {
  const isHydrated = useSyncExternalStore(subscribeToNothing, yes, no)
  if (!isHydrated) return null
  return (
    <ShadowHost>
      <Devtools emulator={emulator} initialOpen={initialOpen} position={position} />
    </ShadowHost>
  )
}

const subscribeToNothing = () => () => undefined
const yes = () => true
const no = () => false
