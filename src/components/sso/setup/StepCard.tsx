'use client'
import type { ReactNode, RefObject } from 'react'
import { Card } from '../../ui/Card.tsx'

export interface StepCardProps {
  title: string
  /** Takes the focus when the step opens. */
  heading: RefObject<HTMLSpanElement | null>
  children: ReactNode
}

/** The card that a step begins with: its heading, and what to do. */
export function StepCard({ title, heading, children }: StepCardProps) {
  return (
    <Card
      title={
        <span ref={heading} tabIndex={-1} data-part="sso-step-heading">
          {title}
        </span>
      }
    >
      {children}
    </Card>
  )
}
