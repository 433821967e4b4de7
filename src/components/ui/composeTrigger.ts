import type { DOMAttributes, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import type { TooltipTriggerProps } from './Tooltip.tsx'

interface TriggerElementProps extends DOMAttributes<HTMLElement> {
  'aria-describedby'?: string | undefined
}

/** A control's own props with those of its tooltip: the control's handlers run first, both descriptions are read. */
export function composeTrigger<Props extends TriggerElementProps>(
  trigger: TooltipTriggerProps,
  props: Props,
) {
  const descriptions = [props['aria-describedby'], trigger['aria-describedby']].filter(Boolean)
  return {
    ...props,
    'aria-describedby': descriptions.length > 0 ? descriptions.join(' ') : undefined,
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      props.onPointerEnter?.(event)
      trigger.onPointerEnter(event)
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      props.onPointerLeave?.(event)
      trigger.onPointerLeave()
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      props.onFocus?.(event)
      trigger.onFocus(event)
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      props.onBlur?.(event)
      trigger.onBlur()
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      props.onKeyDown?.(event)
      trigger.onKeyDown(event)
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      props.onClick?.(event)
      trigger.onClick?.(event)
    },
  }
}
