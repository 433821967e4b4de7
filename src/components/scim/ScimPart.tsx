'use client'
import { ScimScreens } from './ScimScreens.tsx'
import { ScimStateScreen } from './ScimStateScreen.tsx'
import { useScimPortal } from './useScimPortal.ts'
import { useShownScreens } from './useShownScreens.ts'

/** The SCIM part within a `PortalRoot`. */
export function ScimPart() {
  const state = useScimPortal()
  const { shown, onDeleting } = useShownScreens(state)
  if (shown) {
    return <ScimScreens key={shown.viewer.memberId} {...shown} onDeleting={onDeleting} />
  }
  if (state.type === 'connected' || state.type === 'empty') return null
  return <ScimStateScreen state={state} />
}
