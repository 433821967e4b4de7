import { useEffect, useRef } from 'react'

/**
 * Looks again and again while the page is visible, and at once when it becomes so after a while.
 * `interval` in milliseconds; null stops.
 */
export function useLiveUpdates(look: () => void, interval: number | null): void {
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  useEffect(() => {
    if (interval === null) return
    let lookedAt = Date.now()
    const lookIfVisible = () => {
      if (document.visibilityState !== 'visible' || Date.now() - lookedAt < interval) return
      lookedAt = Date.now()
      latest.current()
    }
    const timer = setInterval(lookIfVisible, interval)
    document.addEventListener('visibilitychange', lookIfVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfVisible)
    }
  }, [interval])
}
