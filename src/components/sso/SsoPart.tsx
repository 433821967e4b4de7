'use client'
import { SsoScreens } from './SsoScreens.tsx'
import { SsoStateScreen } from './SsoStateScreen.tsx'
import { useShownSso } from './useShownSso.ts'
import { useSsoNavigation } from './useSsoNavigation.ts'
import { useSsoPortal } from './useSsoPortal.ts'

/** The SSO part within a `PortalRoot`. */
export function SsoPart() {
  const state = useSsoPortal()
  const shown = useShownSso(state)
  const { address } = useSsoNavigation()
  if (shown) return <SsoScreens key={shown.viewer.memberId} {...shown} />
  if (state.type === 'ready') return null
  return <SsoStateScreen state={state} screen={address.screen} />
}
