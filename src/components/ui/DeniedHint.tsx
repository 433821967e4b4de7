'use client'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import type { Denied } from '../portal/denied.ts'
import { LockIcon } from './icons.tsx'

/** The sentence that says which permission is missing and which roles have it; undefined when nothing is denied. */
export function useDeniedText(denied: Denied | undefined): string | undefined {
  const { denied: messages } = useUiMessages()
  if (denied === undefined) return undefined
  return `${messages.missing(denied.permission)} ${messages.roles(denied.roles)}`
}

export interface DeniedHintProps {
  denied: Denied | undefined
}

/** The same as a line of text, for where a whole card or part is denied. */
export function DeniedHint({ denied, ...props }: DeniedHintProps) {
  const text = useDeniedText(denied)
  if (text === undefined) return null
  return (
    <p data-part="denied-hint" {...props}>
      <LockIcon />
      <span data-part="text">{text}</span>
    </p>
  )
}
