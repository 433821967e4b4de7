import { createContext, useContext, useEffect, useRef } from 'react'
import type { LeaveGuard, LeaveWords } from './leaveGuard.ts'

export const LeaveGuardContext = createContext<LeaveGuard | null>(null)

/**
 * While `dirty`, whoever leaves the screen is asked once, and the browser asks before the page is closed.
 * `words` say what is at stake where "Discard your changes?" does not.
 *
 * @example useUnsavedChanges(form.differs)
 * @example useUnsavedChanges(!key.stored, { question: 'Leave without the key?', explanation: 'It is shown only here.',
 *   discard: 'Leave without it', keep: 'Stay' })
 */
export function useUnsavedChanges(dirty: boolean, words?: LeaveWords): void {
  const guard = useContext(LeaveGuardContext)
  const latestWords = useRef(words)
  useEffect(() => {
    latestWords.current = words
  })
  useEffect(() => {
    if (!dirty) return
    const release = guard?.hold(() => latestWords.current)
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      release?.()
      window.removeEventListener('beforeunload', warn)
    }
  }, [dirty, guard])
}

/**
 * While `underWay`, the browser asks before the page is closed, and the host is told (`onUnsavedChange`). Moving about the
 * part asks nothing: the work goes on.
 *
 * @example usePartWork(run.isRunning)
 */
export function usePartWork(underWay: boolean): void {
  const guard = useContext(LeaveGuardContext)
  useEffect(() => {
    if (!underWay) return
    const release = guard?.holdPart()
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      release?.()
      window.removeEventListener('beforeunload', warn)
    }
  }, [underWay, guard])
}

/** For leaving by other ways than the location: runs `leave` at once, or after the viewer agreed. */
export function useRequestLeave(): (leave: () => void) => void {
  const guard = useContext(LeaveGuardContext)
  return (leave) => {
    if (guard) guard.request(leave)
    else leave()
  }
}
