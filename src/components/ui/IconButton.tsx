'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react'
import type { Denied } from '../portal/denied.ts'
import { composeTrigger } from './composeTrigger.ts'
import { useDeniedText } from './DeniedHint.tsx'
import { useTooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'aria-label'> {
  /** Its name. Names what it acts on where there are several: `Actions for Ada Lovelace`. */
  label: string
  icon: ReactNode
  /** @default 'medium' */
  size?: 'small' | 'medium' | undefined
  denied?: Denied | undefined
}

/** A button that shows an icon and says its label on hover, on focus and to screen readers. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, size = 'medium', denied, ...props },
  ref,
) {
  const deniedText = useDeniedText(denied)
  const { triggerProps, tooltip } = useTooltip(deniedText ?? label, {
    describes: denied !== undefined,
    onClick: denied !== undefined,
  })
  return (
    <>
      <button
        ref={ref}
        type="button"
        data-part="icon-button"
        data-size={size}
        data-state={denied ? 'denied' : 'ready'}
        aria-label={label}
        aria-disabled={denied ? true : undefined}
        {...composeTrigger(triggerProps, denied ? { ...props, onClick: prevent } : props)}
      >
        {icon}
      </button>
      {tooltip}
    </>
  )
})

function prevent(event: MouseEvent) {
  event.preventDefault()
}
