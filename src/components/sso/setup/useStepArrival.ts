import { useEffect, useRef, type RefObject } from 'react'
import { useAnnounce } from '../../ui/LiveRegion.tsx'

/** When another step opens the focus moves to its heading, and its place among the others is said. */
export function useStepArrival(current: string, said: string): RefObject<HTMLSpanElement | null> {
  const heading = useRef<HTMLSpanElement>(null)
  const before = useRef(current)
  const announce = useAnnounce()
  useEffect(() => {
    if (before.current === current) return
    before.current = current
    heading.current?.focus()
    announce(said)
  }, [current, said, announce])
  return heading
}
