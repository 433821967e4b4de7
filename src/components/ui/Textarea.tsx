'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { useFieldControl } from './Field.tsx'

export interface TextareaProps extends Omit<ComponentPropsWithoutRef<'textarea'>, 'onChange'> {
  /** Monospace, without spelling help: for certificates and metadata. */
  code?: boolean | undefined
  onValueChange?: ((value: string) => void) | undefined
}

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaProps>(function Textarea(
  { code = false, onValueChange, ...props },
  ref,
) {
  return (
    <textarea
      ref={ref}
      rows={4}
      data-part="textarea"
      data-code={code || undefined}
      {...(code && { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' })}
      onChange={(event) => onValueChange?.(event.target.value)}
      {...useFieldControl(props)}
      {...props}
    />
  )
})
