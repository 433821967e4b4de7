'use client'
import { forwardRef } from 'react'
import { ToggleInput } from './Checkbox.tsx'
import type { CheckboxProps } from './Checkbox.tsx'

export type SwitchProps = CheckboxProps

/** On or off, at once. Its label names the thing, not the action, and does not change with the state. */
export const Switch = forwardRef<HTMLInputElement, SwitchProps>(function Switch(props, ref) {
  return <ToggleInput ref={ref} kind="switch" {...props} />
})
