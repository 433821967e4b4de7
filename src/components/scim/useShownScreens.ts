import { useContext, useState, useSyncExternalStore } from 'react'
import { LeaveGuardContext } from '../portal/useLeaveGuard.ts'
import type { ScimPage, ScimPortalState, ScimViewer } from './useScimPortal.ts'

/** What the screens show; `page` is null where there is no connection. */
export interface ShownScreens {
  viewer: ScimViewer
  page: ScimPage | null
  /** `ended`: what is shown is kept for the sake of what was typed; nothing can be saved until the same member signs in. */
  session: 'live' | 'ended'
}

/**
 * The screens of a state, or null where a state has none. When a session ends while something is unsaved the screens stay as
 * they were, until the same member is signed in again or the changes are dropped.
 */
export function useShownScreens(state: ScimPortalState): ShownScreens | null {
  const guard = useContext(LeaveGuardContext)
  const unsaved = useSyncExternalStore(
    guard?.subscribe ?? subscribeToNothing,
    guard?.isHeld ?? never,
    never,
  )
  const [kept, setKept] = useState<ShownScreens | null>(null)
  const live = screensOf(state)
  if (live && (kept?.page !== live.page || kept.viewer !== live.viewer)) setKept(live)
  if (live) return live

  const canKeep =
    state.type === 'signed-out' ||
    state.type === 'failed' ||
    (state.type === 'loading' &&
      (state.memberId === null || state.memberId === kept?.viewer.memberId))
  return kept && unsaved && canKeep ? { ...kept, session: 'ended' } : null
}

function screensOf(state: ScimPortalState): ShownScreens | null {
  if (state.type === 'connected') {
    return { viewer: state.page.viewer, page: state.page, session: 'live' }
  }
  if (state.type === 'empty') return { viewer: state.viewer, page: null, session: 'live' }
  return null
}

const subscribeToNothing = () => () => undefined
const never = () => false
