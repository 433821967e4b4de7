'use client'
import { useEffect, useRef } from 'react'

export interface SelectBoxProps {
  /** What it selects, for screen readers. */
  label: string
  checked: boolean | 'mixed'
  /** `range`: Shift was held. */
  onCheckedChange: (checked: boolean, options: { range: boolean }) => void
}

/** A checkbox without text: what it stands beside is what it selects. */
export function SelectBox({ label, checked, onCheckedChange }: SelectBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = checked === 'mixed'
  }, [checked])
  return (
    <input
      ref={input}
      type="checkbox"
      data-part="checkbox"
      aria-label={label}
      checked={checked === true}
      onChange={({ target, nativeEvent }) =>
        onCheckedChange(target.checked, {
          // A checkbox changes by a click, with the keyboard too, and that says whether Shift was held.
          range: nativeEvent instanceof MouseEvent && nativeEvent.shiftKey,
        })
      }
    />
  )
}
