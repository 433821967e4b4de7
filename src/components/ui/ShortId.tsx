'use client'
import { CopyButton } from './CopyButton.tsx'
import { shortenId } from './shortenId.ts'

export interface ShortIdProps {
  /** The whole id. */
  value: string
  /** What it is the id of, for the copy button: `Request id`. */
  label: string
}

/** An id shortened in the middle and copied whole. */
export function ShortId({ value, label, ...props }: ShortIdProps) {
  return (
    <span data-part="short-id" {...props}>
      <code data-part="code" title={value}>
        {shortenId(value)}
      </code>
      <CopyButton value={value} label={label} />
    </span>
  )
}
