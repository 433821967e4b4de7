import { useEffect } from 'react'
import type { RefObject } from 'react'
import { useSsoNavigation } from '../useSsoNavigation.ts'

/** Brings the section that the address names onto the screen, once it is there, and the focus to it. */
export function useShownSection(body: RefObject<HTMLElement | null>): void {
  const { address } = useSsoNavigation()
  const section = address.screen === 'connection' ? (address.section ?? null) : null
  useEffect(() => {
    if (section === null) return
    const shown = body.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)
    shown?.focus({ preventScroll: true })
    shown?.scrollIntoView({ block: 'start' })
  }, [section, body])
}
