'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useFloating } from './floating.ts'
import { useLightDismiss } from './useLightDismiss.ts'

export interface PopoverTriggerProps {
  'aria-haspopup': 'dialog'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  onClick: (event: React.MouseEvent<HTMLElement>) => void
}

export interface PopoverProps {
  /** Its name, for screen readers. */
  label: string
  /** Renders the button; it must spread the props that it is given. */
  trigger: (props: PopoverTriggerProps) => ReactNode
  children: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  /** A selector for what gets the focus first. @default the surface */
  initialFocus?: string | undefined
}

/**
 * A small surface beside its button. It takes the focus, and gives it back on Escape; a click elsewhere closes it.
 * It lies in the browser's top layer and needs no Radix.
 */
export function Popover({ label, trigger, children, align = 'start', initialFocus }: PopoverProps) {
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const surface = useRef<HTMLDivElement>(null)
  useFloating(anchor, surface, { align })

  useEffect(() => {
    const element = surface.current
    if (anchor === null || element === null) return
    const first = initialFocus ? element.querySelector<HTMLElement>(initialFocus) : null
    ;(first ?? element).focus({ preventScroll: true })
  }, [anchor, initialFocus])
  useLightDismiss(anchor, surface, () => setAnchor(null))

  const open = anchor !== null
  return (
    <>
      {trigger({
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: (event) => setAnchor(open ? null : event.currentTarget),
      })}
      {open && (
        <div
          ref={surface}
          id={id}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          data-part="popover"
          popover="manual"
        >
          {children}
        </div>
      )}
    </>
  )
}
