'use client'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SkeletonProps {
  /** `text` is a line, `title` a heading, `tag` a short pill, `block` a box of three lines. @default 'text' */
  shape?: 'text' | 'title' | 'tag' | 'block' | undefined
}

/** A grey place of the shape that will come. Shows itself only after 150 ms. */
export function Skeleton({ shape = 'text', ...props }: SkeletonProps) {
  return <span data-part="skeleton" data-shape={shape} aria-hidden="true" {...props} />
}

export interface SkeletonGroupProps {
  /** What is loading, for screen readers. */
  label?: string | undefined
  children: ReactNode
}

/** Skeletons that belong together: one busy region that is announced once. */
export function SkeletonGroup({ label, children, ...props }: SkeletonGroupProps) {
  const messages = useUiMessages()
  return (
    <div data-part="skeletons" role="status" aria-busy="true" {...props}>
      <VisuallyHidden>{label ?? messages.loading}</VisuallyHidden>
      {children}
    </div>
  )
}
