'use client'
import { Callout } from '../ui/Callout.tsx'
import type { ShownScreens } from './useShownScreens.ts'
import { useScimMessages } from './useScimMessages.ts'

/** Says that the session ended while something was being edited. */
export function SessionEnded({ session }: { session: ShownScreens['session'] }) {
  const { sessionEnded } = useScimMessages()
  if (session === 'live') return null
  return (
    <Callout tone="warning" announce="alert" title={sessionEnded.title}>
      {sessionEnded.hint}
    </Callout>
  )
}

/** The same where a save is blocked by it. */
export function SaveBlocked() {
  const { sessionEnded } = useScimMessages()
  return <Callout tone="warning">{sessionEnded.blocked}</Callout>
}
