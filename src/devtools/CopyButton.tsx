'use client'

import { useState, type ReactNode } from 'react'

const WORDS = { idle: 'Copy', copied: 'Copied', failed: 'Cannot copy' }

/** Copies `text`; `what` says to screen readers what that is. */
export function CopyButton({ text, what }: { text: string; what: string }): ReactNode {
  const [state, setState] = useState<keyof typeof WORDS>('idle')

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }

  return (
    <button
      type="button"
      className="small"
      onClick={() => void copy()}
      onBlur={() => {
        setState('idle')
      }}
    >
      {WORDS[state]} <span className="hidden">{what}</span>
    </button>
  )
}
