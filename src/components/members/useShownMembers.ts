import { useUiMessages } from '../i18n/useUiMessages.ts'
import type { KeptWords } from '../portal/KeptContext.ts'
import { useKeptScreens } from '../portal/useKeptScreens.ts'
import { useMembersMessages } from './useMembersMessages.ts'
import type { MembersPortalState } from './useMembersPortal.ts'
import type { MembersViewer } from './useMembersViewer.ts'

/** For whom the screens are shown; `kept` says why they stay though the session or the permission is gone. */
export interface ShownMembers {
  viewer: MembersViewer
  kept: KeptWords | null
}

/** The screens of a state; null where it has none. While something is unsaved they stay as they were. */
export function useShownMembers(state: MembersPortalState): ShownMembers | null {
  const { sessionEnded } = useUiMessages()
  const { accessLost } = useMembersMessages()
  const shown = useKeptScreens(state.type === 'ready' ? state.viewer : null, ({ memberId }) => {
    switch (state.type) {
      case 'ready':
        return null
      case 'denied':
        return state.memberId === memberId ? accessLost : null
      case 'loading':
        return state.memberId === null || state.memberId === memberId ? sessionEnded : null
      case 'signed-out':
        return sessionEnded
    }
  })
  return shown && { viewer: shown.screens, kept: shown.because }
}
