import { useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { LeaveGuardContext } from './useLeaveGuard.ts'

/**
 * The screens of a part: those that are `live`, or, while something is unsaved, those that were live last, for as long as
 * `whyKept` gives a reason to keep them. Null where there is nothing to show.
 */
export function useKeptScreens<Screens, Because>(
  live: Screens | null,
  whyKept: (kept: Screens) => Because | null,
): { screens: Screens; because: Because | null } | null {
  const guard = useContext(LeaveGuardContext)
  const unsaved = useSyncExternalStore(
    guard?.subscribe ?? subscribeToNothing,
    guard?.isHeld ?? never,
    never,
  )
  const [last] = useState(createMemory<Screens>)
  const kept = unsaved ? last.recall() : null
  const because = kept === null ? null : whyKept(kept)
  const isLive = because === null
  // Remembering renders nothing again, so what is made anew in each render cannot go round in circles.
  useEffect(() => {
    if (isLive && live !== null) last.remember(live)
  })
  if (kept !== null && because !== null) return { screens: kept, because }
  return live && { screens: live, because: null }
}

/** What was on the screen last with everything behind it. */
function createMemory<Screens>() {
  let last: Screens | null = null
  return {
    remember: (screens: Screens) => {
      last = screens
    },
    recall: () => last,
  }
}

const subscribeToNothing = () => () => undefined
const never = () => false
