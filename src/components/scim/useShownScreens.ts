import { useCallback, useState } from 'react'
import { useKeptScreens } from '../portal/useKeptScreens.ts'
import type { ScimPage, ScimPortalState, ScimViewer } from './useScimPortal.ts'

/** Why screens stay though there is nothing behind them any more. */
export type KeptBecause = 'session-ended' | 'access-lost' | 'deleted-elsewhere'

/** What the screens show; `page` is null where there is no connection. */
export interface ShownScreens {
  viewer: ScimViewer
  page: ScimPage | null
  /** `ended`: what is shown is kept for the sake of what was typed, and nothing can be saved; `keptBecause` says why. */
  session: 'live' | 'ended'
  keptBecause: KeptBecause | null
}

/** The id of the connection that the viewer deletes; null where that failed. */
export type OnDeleting = (connectionId: string | null) => void

/**
 * The screens of a state; `shown` is null where a state has none. When the session ends, the role is taken away or somebody
 * else deletes the connection while something is unsaved, the screens stay as they were, until that is over or the
 * changes are dropped. `onDeleting` has to be told of the viewer's own deletion, which keeps nothing.
 */
export function useShownScreens(state: ScimPortalState): {
  shown: ShownScreens | null
  onDeleting: OnDeleting
} {
  const [deletedHere, setDeletedHere] = useState<string | null>(null)
  const onDeleting = useCallback<OnDeleting>((id) => setDeletedHere(id), [])
  const shown = useKeptScreens(screensOf(state), (kept) => {
    const ownDeletion = kept.page !== null && kept.page.connection.connection_id === deletedHere
    return ownDeletion ? null : whyKept(state, kept)
  })
  if (shown?.because) {
    return {
      shown: { ...shown.screens, session: 'ended', keptBecause: shown.because },
      onDeleting,
    }
  }
  return { shown: shown?.screens ?? null, onDeleting }
}

function screensOf(state: ScimPortalState): ShownScreens | null {
  const live = { session: 'live', keptBecause: null } as const
  if (state.type === 'connected') {
    return { viewer: state.page.viewer, page: state.page, ...live }
  }
  if (state.type === 'empty') return { viewer: state.viewer, page: null, ...live }
  return null
}

/** Null where the state has screens of its own, or is that of somebody else. */
function whyKept(state: ScimPortalState, kept: ShownScreens): KeptBecause | null {
  const { memberId } = kept.viewer
  const whenGone = kept.page ? 'deleted-elsewhere' : null
  switch (state.type) {
    case 'connected':
      return null
    case 'empty':
      return state.viewer.memberId === memberId ? whenGone : null
    case 'not-enabled':
      return whenGone
    case 'denied':
      return state.memberId === memberId ? 'access-lost' : null
    case 'loading':
      if (state.memberId !== null && state.memberId !== memberId) return null
      return (state.connection === 'none' && whenGone) || 'session-ended'
    case 'failed':
      return (state.connection === 'none' && whenGone) || 'session-ended'
    case 'signed-out':
      return 'session-ended'
  }
}
