'use client'
import type { ReactNode } from 'react'
import { Heading } from './Heading.tsx'

export interface EmptyStateProps {
  title: ReactNode
  /** What this is for and what to do first. */
  description?: ReactNode
  icon?: ReactNode
  /** One button. */
  action?: ReactNode
}

/** Nothing here yet, or nothing that matches: says why, and the one thing to do. */
export function EmptyState({ title, description, icon, action, ...props }: EmptyStateProps) {
  return (
    <div data-part="empty" {...props}>
      {icon && (
        <span data-part="empty-icon" aria-hidden="true">
          {icon}
        </span>
      )}
      <Heading data-part="empty-title">{title}</Heading>
      {description && <p data-part="empty-description">{description}</p>}
      {action && <div data-part="empty-action">{action}</div>}
    </div>
  )
}
