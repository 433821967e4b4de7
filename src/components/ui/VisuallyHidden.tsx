import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'

/** Text for screen readers only. */
export const VisuallyHidden = forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<'span'>>(
  function VisuallyHidden(props, ref) {
    return <span ref={ref} data-part="visually-hidden" {...props} />
  },
)
