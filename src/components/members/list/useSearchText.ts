import { useCallback, useEffect, useRef, useState } from 'react'
import { isTooShort } from '../searchQuery.ts'

/** How long typing has to pause before it is searched for. */
export const SEARCH_PAUSE_MS = 300

export interface SearchText {
  text: string
  setText: (text: string) => void
  tooShort: boolean
  /** Searches now, without waiting for a pause. */
  flush: () => void
}

/**
 * The text of the search box: at once what is typed, and `apply` is told after a pause, so that typing renders nothing but
 * the box. What was applied elsewhere (a cleared filter, Back) takes its place.
 */
export function useSearchText(applied: string, apply: (text: string) => void): SearchText {
  const [text, setText] = useState(applied)
  const [sent, setSent] = useState(applied)
  const [seen, setSeen] = useState(applied)
  if (applied !== seen) {
    setSeen(applied)
    // One's own text that comes back must not undo what was typed since.
    if (applied !== sent) {
      setSent(applied)
      setText(applied)
    }
  }
  const latest = useRef(apply)
  useEffect(() => {
    latest.current = apply
  })
  const send = useCallback((next: string) => {
    setSent(next)
    latest.current(next)
  }, [])
  const differs = text !== sent
  useEffect(() => {
    if (!differs) return
    const timer = setTimeout(() => send(text), SEARCH_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, differs, send])
  return {
    text,
    setText,
    tooShort: isTooShort(text),
    flush: () => {
      if (differs) send(text)
    },
  }
}
