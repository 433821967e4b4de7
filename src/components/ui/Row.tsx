'use client'
import type { ReactNode } from 'react'

export interface RowsProps {
  children: ReactNode
}

/** The values of a card, one `Row` each. */
export function Rows(props: RowsProps) {
  return <dl data-part="rows" {...props} />
}

export interface RowProps {
  label: ReactNode
  /** Explains the label where an admin may not know the term. */
  hint?: ReactNode
  children: ReactNode
}

/** A label and its value; the label goes above where it is narrow. */
export function Row({ label, hint, children, ...props }: RowProps) {
  return (
    <div data-part="row" {...props}>
      <dt data-part="row-label">
        {label}
        {hint && <span data-part="hint">{hint}</span>}
      </dt>
      <dd data-part="row-value">{children}</dd>
    </div>
  )
}
