import { createContext, useContext, useEffect } from 'react'
import type { LeaveGuard } from './leaveGuard.ts'

export const LeaveGuardContext = createContext<LeaveGuard | null>(null)

/**
 * While `dirty`, whoever leaves the screen is asked once, and the browser asks before the page is closed.
 *
 * @example useUnsavedChanges(form.differs)
 */
export function useUnsavedChanges(dirty: boolean): void {
  const guard = useContext(LeaveGuardContext)
  useEffect(() => {
    if (!dirty) return
    const release = guard?.hold()
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      release?.()
      window.removeEventListener('beforeunload', warn)
    }
  }, [dirty, guard])
}

/** For leaving by other ways than the location: runs `leave` at once, or after the viewer agreed. */
export function useRequestLeave(): (leave: () => void) => void {
  const guard = useContext(LeaveGuardContext)
  return (leave) => {
    if (guard) guard.request(leave)
    else leave()
  }
}
