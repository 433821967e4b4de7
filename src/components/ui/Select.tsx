'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { useFieldControl } from './Field.tsx'
import { ChevronDownIcon } from './icons.tsx'

export interface SelectOption<Value extends string = string> {
  value: Value
  label: string
  disabled?: boolean | undefined
}

export interface SelectProps extends Omit<ComponentPropsWithoutRef<'select'>, 'onChange'> {
  options: readonly SelectOption[]
  /** Shown while nothing is chosen; it cannot be chosen again. */
  placeholder?: string | undefined
  onValueChange?: ((value: string) => void) | undefined
}

/** One of a short list, by the browser's own select: it fits every device, and costs nothing. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { options, placeholder, onValueChange, ...props },
  ref,
) {
  return (
    <span data-part="select">
      <select
        ref={ref}
        data-part="select-control"
        onChange={(event) => onValueChange?.(event.target.value)}
        {...useFieldControl(props)}
        {...props}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon />
    </span>
  )
})
