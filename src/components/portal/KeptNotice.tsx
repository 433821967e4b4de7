'use client'
import { useContext } from 'react'
import { Callout } from '../ui/Callout.tsx'
import { KeptContext } from './KeptContext.ts'

/** Says why what is being edited cannot be saved any more; nothing as long as it can. */
export function KeptNotice() {
  const words = useContext(KeptContext)
  if (words === null) return null
  return (
    <Callout tone="warning" announce="alert" title={words.title}>
      {words.hint}
    </Callout>
  )
}

/** The same where a save is blocked by it. */
export function SaveBlocked() {
  const words = useContext(KeptContext)
  return words && <Callout tone="warning">{words.blocked}</Callout>
}
