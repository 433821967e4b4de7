'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react'
import { useFloating } from './floating.ts'

export interface TooltipTriggerProps {
  'aria-describedby'?: string | undefined
  onPointerEnter: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave: () => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined
}

export interface TooltipOptions {
  /** False when the content repeats the trigger's name, which is then not read twice. */
  describes?: boolean
  /** A click or tap shows it too. */
  onClick?: boolean
}

const HOVER_DELAY = 350
const LEAVE_DELAY = 120

/**
 * A short text that appears on hover and on keyboard focus, stays while the pointer is on it, and goes with Escape.
 * Spread `triggerProps` on a focusable element and render `tooltip` behind it. Without content: nothing.
 */
export function useTooltip(
  content: ReactNode,
  { describes = true, onClick = false }: TooltipOptions = {},
): { triggerProps: TooltipTriggerProps; tooltip: ReactNode } {
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useFloating(anchor, bubble, { side: 'top', align: 'center' })

  const show = (element: HTMLElement | null, delay: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAnchor(element), delay)
  }
  const set = (element: HTMLElement | null) => {
    clearTimeout(timer.current)
    setAnchor(element)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const has = content !== undefined && content !== null && content !== false && content !== ''
  return {
    triggerProps: {
      'aria-describedby': has && describes ? id : undefined,
      onPointerEnter: (event) =>
        has && event.pointerType !== 'touch' && show(event.currentTarget, HOVER_DELAY),
      onPointerLeave: () => show(null, LEAVE_DELAY),
      onFocus: (event) =>
        has && event.currentTarget.matches(':focus-visible') && set(event.currentTarget),
      onBlur: () => set(null),
      onKeyDown: (event) => event.key === 'Escape' && set(null),
      onClick: onClick ? (event) => has && set(event.currentTarget) : undefined,
    },
    tooltip: has && (
      <span
        ref={bubble}
        id={id}
        role="tooltip"
        data-part="tooltip"
        data-state={anchor ? 'open' : 'closed'}
        popover="manual"
        hidden={anchor === null}
        aria-hidden={describes ? undefined : true}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={() => show(null, LEAVE_DELAY)}
      >
        {content}
      </span>
    ),
  }
}

export interface TooltipProps extends TooltipOptions {
  content: ReactNode
  /** Renders the trigger; it must spread the props it is given on a focusable element. */
  children: (triggerProps: TooltipTriggerProps) => ReactNode
}

/**
 * `useTooltip` as a component.
 *
 * @example <Tooltip content="Sent by Okta">{(props) => <button {...props}>groups</button>}</Tooltip>
 */
export function Tooltip({ content, children, ...options }: TooltipProps) {
  const { triggerProps, tooltip } = useTooltip(content, options)
  return (
    <>
      {children(triggerProps)}
      {tooltip}
    </>
  )
}
