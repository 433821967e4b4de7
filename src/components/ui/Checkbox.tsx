'use client'
import { forwardRef, useId } from 'react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import type { Denied } from '../portal/denied.ts'
import { useDeniedText } from './DeniedHint.tsx'

export interface CheckboxProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'onChange' | 'type'
> {
  label: ReactNode
  hint?: ReactNode
  denied?: Denied | undefined
  onCheckedChange?: ((checked: boolean) => void) | undefined
}

/** A native checkbox with its label, and a hint below that is read with it. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(props, ref) {
  return <ToggleInput ref={ref} kind="checkbox" {...props} />
})

interface ToggleInputProps extends CheckboxProps {
  kind: 'checkbox' | 'switch'
}

/** What checkbox and switch have in common. */
export const ToggleInput = forwardRef<HTMLInputElement, ToggleInputProps>(function ToggleInput(
  { kind, label, hint, denied, onCheckedChange, ...props },
  ref,
) {
  const hintId = useId()
  const explanation = useDeniedText(denied) ?? hint
  return (
    <div data-part="toggle" data-state={denied ? 'denied' : 'ready'}>
      <label data-part="toggle-label">
        <input
          ref={ref}
          type="checkbox"
          role={kind === 'switch' ? 'switch' : undefined}
          data-part={kind}
          aria-describedby={explanation ? hintId : undefined}
          aria-disabled={denied ? true : undefined}
          onClick={denied ? (event) => event.preventDefault() : undefined}
          onChange={(event) => !denied && onCheckedChange?.(event.target.checked)}
          {...props}
        />
        <span data-part="toggle-text">{label}</span>
      </label>
      {explanation && (
        <p data-part="hint" id={hintId}>
          {explanation}
        </p>
      )}
    </div>
  )
})
