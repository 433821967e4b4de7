'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { AlertIcon, ErrorIcon, InfoIcon, SuccessIcon } from './icons.tsx'

export interface CalloutProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** @default 'info' */
  tone?: 'info' | 'warning' | 'danger' | 'success' | undefined
  title?: ReactNode
  /** Buttons under the text. */
  actions?: ReactNode
  /** Read out when it appears: politely, or at once where something failed. @default 'off' */
  announce?: 'off' | 'status' | 'alert' | undefined
}

const icons = { info: InfoIcon, warning: AlertIcon, danger: ErrorIcon, success: SuccessIcon }

/** Something to know at this place. */
export const Callout = forwardRef<HTMLDivElement, CalloutProps>(function Callout(
  { tone = 'info', title, actions, announce = 'off', children, ...props },
  ref,
) {
  const ToneIcon = icons[tone]
  return (
    <div
      ref={ref}
      role={announce === 'off' ? undefined : announce}
      data-part="callout"
      data-tone={tone}
      {...props}
    >
      <ToneIcon />
      <div data-part="callout-body">
        {title && <p data-part="callout-title">{title}</p>}
        {children && <div data-part="callout-text">{children}</div>}
        {actions && <div data-part="callout-actions">{actions}</div>}
      </div>
    </div>
  )
})
