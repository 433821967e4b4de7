'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react'
import type { Denied } from '../portal/denied.ts'
import { useDeniedText } from './DeniedHint.tsx'
import { composeTrigger } from './composeTrigger.ts'
import { useTooltip } from './Tooltip.tsx'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** One primary per screen. @default 'secondary' */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined
  /** @default 'medium' */
  size?: 'small' | 'medium' | undefined
  /** Something that it started is under way: keeps width, label and focus, and does nothing more. */
  busy?: boolean | undefined
  /** It may not be used: it stays in place, can be focused, and says why. */
  denied?: Denied | undefined
  icon?: ReactNode
}

/** A button with a verb on it: `Create connection`. Its `type` is `button` unless another is given. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'secondary', size = 'medium', busy = false, denied, icon, children, ...props },
  ref,
) {
  const { triggerProps, tooltip } = useTooltip(useDeniedText(denied), { onClick: true })
  const blocked = busy || denied !== undefined
  return (
    <>
      <button
        ref={ref}
        type="button"
        data-part="button"
        data-variant={variant}
        data-size={size}
        data-state={busy ? 'busy' : denied ? 'denied' : 'ready'}
        aria-busy={busy || undefined}
        aria-disabled={blocked || undefined}
        {...composeTrigger(triggerProps, blocked ? { ...props, onClick: prevent } : props)}
      >
        {icon}
        <span data-part="button-label">{children}</span>
      </button>
      {tooltip}
    </>
  )
})

function prevent(event: MouseEvent) {
  event.preventDefault()
}
