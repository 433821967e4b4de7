'use client'
import { ScimScreens } from './ScimScreens.tsx'
import { ScimStateScreen } from './ScimStateScreen.tsx'
import { ScreenSequence } from './ScreenFrame.tsx'
import { useScimPortal } from './useScimPortal.ts'
import { useShownScreens } from './useShownScreens.ts'

/** The SCIM part within a `PortalRoot`. */
export function ScimPart() {
  const state = useScimPortal()
  const shown = useShownScreens(state)
  if (shown) {
    return (
      <ScreenSequence key={shown.viewer.memberId}>
        <ScimScreens {...shown} />
      </ScreenSequence>
    )
  }
  if (state.type === 'connected' || state.type === 'empty') return null
  return <ScimStateScreen state={state} />
}
