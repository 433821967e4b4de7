import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

export interface FloatingOptions {
  /** The side that is tried first; the other one is taken where there is more room. */
  side?: 'top' | 'bottom'
  align?: 'start' | 'center' | 'end'
  /** At least as wide as the anchor. */
  matchWidth?: boolean
}

const GAP = 6
const EDGE = 8

/**
 * Keeps `floating` (an element with `popover="manual"`) beside `anchor` while there is an anchor. It lies in the browser's
 * top layer, so no ancestor clips or covers it, and it stays where it is in the document, so theme
 * and focus order need no portal.
 */
export function useFloating(
  anchor: Element | null,
  floating: RefObject<HTMLElement | null>,
  { side = 'bottom', align = 'start', matchWidth = false }: FloatingOptions = {},
): void {
  useLayoutEffect(() => {
    const element = floating.current
    if (anchor === null || element === null) return
    if (hasPopover(element)) element.showPopover()
    else element.style.setProperty('display', 'block')
    const place = () => placeBeside(anchor, element, { side, align, matchWidth })
    place()
    const resize = new ResizeObserver(place)
    resize.observe(anchor)
    resize.observe(element)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      resize.disconnect()
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
      if (!hasPopover(element)) element.style.removeProperty('display')
      else if (element.isConnected) element.hidePopover()
    }
  }, [anchor, floating, side, align, matchWidth])
}

/** Older browsers and jsdom have no top layer; the element is then simply fixed. jsdom would hide it. */
function hasPopover(element: HTMLElement): boolean {
  return 'showPopover' in element
}

function placeBeside(
  anchor: Element,
  floating: HTMLElement,
  options: Required<FloatingOptions>,
): void {
  const box = anchor.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const room = { top: box.top - GAP - EDGE, bottom: clientHeight - box.bottom - GAP - EDGE }
  floating.style.setProperty('--_width', options.matchWidth ? `${String(box.width)}px` : null)
  floating.style.setProperty('--_room', 'none')
  const { width, height } = floating.getBoundingClientRect()

  const other = options.side === 'top' ? 'bottom' : 'top'
  const side =
    room[options.side] < height && room[other] > room[options.side] ? other : options.side
  const shown = Math.min(height, Math.max(room[side], 0))
  const top = side === 'bottom' ? box.bottom + GAP : box.top - GAP - shown

  const rightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const start = rightToLeft ? box.right - width : box.left
  const end = rightToLeft ? box.left : box.right - width
  const wanted = { start, end, center: (box.left + box.right - width) / 2 }[options.align]
  const left = Math.max(EDGE, Math.min(wanted, clientWidth - width - EDGE))

  floating.dataset['side'] = side
  floating.style.setProperty('--_room', `${String(Math.round(Math.max(room[side], 80)))}px`)
  floating.style.setProperty('top', `${String(Math.round(top))}px`)
  floating.style.setProperty('left', `${String(Math.round(left))}px`)
}
