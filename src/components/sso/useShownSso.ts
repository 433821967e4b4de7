import { useUiMessages } from '../i18n/useUiMessages.ts'
import type { KeptWords } from '../portal/KeptContext.ts'
import { useKeptScreens } from '../portal/useKeptScreens.ts'
import type { SsoConnection } from './connections.ts'
import type { SsoAddress } from './ssoAddress.ts'
import { useSsoMessages } from './useSsoMessages.ts'
import { useSsoNavigation } from './useSsoNavigation.ts'
import type { ProjectLimits, SsoPortalState } from './useSsoPortal.ts'
import type { SsoViewer } from './useSsoViewer.ts'

/** What the screens show; `kept` says why they stay though session, permission or connection is gone. */
export interface ShownSso {
  viewer: SsoViewer
  connections: readonly SsoConnection[]
  projectLimits: ProjectLimits
  kept: KeptWords | null
}

/**
 * The screens of a state; null where it has none. While something is unsaved they stay as they were: also when somebody
 * else deletes the connection that is looked at.
 */
export function useShownSso(state: SsoPortalState): ShownSso | null {
  const { sessionEnded } = useUiMessages()
  const { accessLost, deletedElsewhere } = useSsoMessages()
  const { address } = useSsoNavigation()
  const live = state.type === 'ready' ? state : null
  const shown = useKeptScreens(live, (kept) => {
    const { memberId } = kept.viewer
    switch (state.type) {
      case 'ready':
        return state.viewer.memberId === memberId && isGone(address, kept, state)
          ? deletedElsewhere
          : null
      case 'denied':
        return state.memberId === memberId ? accessLost : null
      case 'loading':
        return state.memberId === null || state.memberId === memberId ? sessionEnded : null
      case 'signed-out':
        return sessionEnded
      case 'not-enabled':
      case 'failed':
        return null
    }
  })
  if (shown === null) return null
  const { viewer, connections, projectLimits } = shown.screens
  return { viewer, connections, projectLimits, kept: shown.because }
}

interface Known {
  connections: readonly SsoConnection[]
}

/** The connection that the address names was there, and is not any more. */
function isGone(address: SsoAddress, before: Known, now: Known): boolean {
  if (address.screen !== 'setup' && address.screen !== 'connection') return false
  const isIn = ({ connections }: Known) =>
    connections.some(({ connection_id }) => connection_id === address.connectionId)
  return isIn(before) && !isIn(now)
}
