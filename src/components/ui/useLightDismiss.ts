import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Closes a surface beside its button: on Escape, which gives the focus back to the button, and when one clicks or goes
 * elsewhere. Nothing while there is no anchor.
 */
export function useLightDismiss(
  anchor: HTMLElement | null,
  surface: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    const element = surface.current
    if (anchor === null || element === null) return
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      anchor.focus()
      latest.current()
    }
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node)) return
      if (!element.contains(target) && !anchor.contains(target)) latest.current()
    }
    element.addEventListener('keydown', closeOnEscape)
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      element.removeEventListener('keydown', closeOnEscape)
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [anchor, surface])
}
