'use client'
import { useEffect, useId, useRef } from 'react'
import { useAnnounce } from './LiveRegion.tsx'

export interface ProgressProps {
  /** What is under way: `Deactivating members`. */
  label: string
  /** How much is done. */
  value: number
  /** Of how much; null when it is not known. */
  max: number | null
  /** The same in words: `1,204 of 4,212, about 2 minutes left`. Said to screen readers every few seconds, and at the end. */
  text: string
}

/** How far something is that takes a while. */
export function Progress({ label, value, max, text, ...props }: ProgressProps) {
  const id = useId()
  useSaidNowAndThen(text, max !== null && value >= max)
  const share = max === null ? null : max > 0 ? Math.min(value / max, 1) : 1
  return (
    <div data-part="progress" {...props}>
      <span data-part="progress-label" id={id}>
        {label}
      </span>
      <span data-part="progress-text">{text}</span>
      <div
        data-part="progress-track"
        data-state={share === null ? 'unknown' : share === 1 ? 'done' : 'running'}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max ?? undefined}
        aria-valuenow={share === null ? undefined : value}
        aria-valuetext={text}
      >
        <span
          data-part="progress-bar"
          style={share === null ? undefined : { scale: `${String(share)} 1` }}
        />
      </div>
    </div>
  )
}

const PAUSE_MS = 5_000

function useSaidNowAndThen(text: string, done: boolean): void {
  const announce = useAnnounce()
  const now = useRef(text)
  const said = useRef(text)
  useEffect(() => {
    now.current = text
  }, [text])
  useEffect(() => {
    const say = () => {
      if (said.current === now.current) return
      said.current = now.current
      announce(now.current)
    }
    // What was done already when it came on the screen is no news.
    if (done) say()
    const timer = done ? undefined : setInterval(say, PAUSE_MS)
    return () => clearInterval(timer)
  }, [announce, done])
}
