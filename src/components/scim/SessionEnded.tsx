'use client'
import { useContext } from 'react'
import { Callout } from '../ui/Callout.tsx'
import { KeptContext } from './KeptContext.ts'
import type { KeptBecause, ShownScreens } from './useShownScreens.ts'
import { useScimMessages } from './useScimMessages.ts'

/** Says why what is being edited cannot be saved any more: the session ended, the role or the connection is gone. */
export function SessionEnded({ session }: { session: ShownScreens['session'] }) {
  const words = useKeptWords()
  if (session === 'live') return null
  return (
    <Callout tone="warning" announce="alert" title={words.title}>
      {words.hint}
    </Callout>
  )
}

/** The same where a save is blocked by it. */
export function SaveBlocked() {
  return <Callout tone="warning">{useKeptWords().blocked}</Callout>
}

function useKeptWords() {
  const messages = useScimMessages()
  const because: KeptBecause = useContext(KeptContext) ?? 'session-ended'
  return {
    'session-ended': messages.sessionEnded,
    'access-lost': messages.accessLost,
    'deleted-elsewhere': messages.deletedElsewhere,
  }[because]
}
