'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import type { Tone } from './Tag.tsx'

export interface StatusDotProps extends ComponentPropsWithoutRef<'span'> {
  tone: Tone
  /** The word; colour alone says nothing. */
  children: ReactNode
}

/** A status: a dot with its word. */
export const StatusDot = forwardRef<HTMLSpanElement, StatusDotProps>(function StatusDot(
  { tone, children, ...props },
  ref,
) {
  return (
    <span ref={ref} data-part="status" data-tone={tone} {...props}>
      <span data-part="status-dot" aria-hidden="true" />
      {children}
    </span>
  )
})
