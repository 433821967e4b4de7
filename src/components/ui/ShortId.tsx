'use client'
import { CopyButton } from './CopyButton.tsx'

export interface ShortIdProps {
  /** The whole id. */
  value: string
  /** What it is the id of, for the copy button: `Request id`. */
  label: string
}

const HEAD = 12
const TAIL = 5

/** An id shortened in the middle and copied whole. */
export function ShortId({ value, label, ...props }: ShortIdProps) {
  const long = value.length > HEAD + TAIL + 1
  return (
    <span data-part="short-id" {...props}>
      <code data-part="code" title={value}>
        {long ? `${value.slice(0, HEAD)}…${value.slice(-TAIL)}` : value}
      </code>
      <CopyButton value={value} label={label} />
    </span>
  )
}
