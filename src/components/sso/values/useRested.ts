import { useEffect, useRef, useState } from 'react'

export interface Rested<Value> {
  /** The value as it was when its typing last rested. */
  rested: Value
  /** For the element around the fields: what is pasted, and what is left, counts at once. */
  events: { onPaste: () => void; onBlur: () => void }
}

const PAUSE = 300

/**
 * A value that somebody types, less the states in between: it follows after a pause of 300 ms, and at once when something
 * was pasted or the field was left. `value` is the same object as long as nothing is typed.
 */
export function useRested<Value>(value: Value): Rested<Value> {
  const [rested, setRested] = useState(value)
  const isPasted = useRef(false)
  useEffect(() => {
    if (Object.is(value, rested)) return
    const timer = setTimeout(() => setRested(value), isPasted.current ? 0 : PAUSE)
    isPasted.current = false
    return () => clearTimeout(timer)
  }, [value, rested])
  return {
    rested,
    events: {
      // The value follows the event.
      onPaste: () => {
        isPasted.current = true
      },
      onBlur: () => setRested(value),
    },
  }
}
