'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { useFieldControl } from './Field.tsx'

export interface TextInputProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange'> {
  /** Monospace, without spelling and capital help: for ids, URLs and tokens. */
  code?: boolean | undefined
  onValueChange?: ((value: string) => void) | undefined
}

/** One line of text. Line breaks in what is pasted become spaces. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(
  { code = false, onValueChange, ...props },
  ref,
) {
  return (
    <input
      ref={ref}
      type="text"
      data-part="input"
      data-code={code || undefined}
      {...(code && { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' })}
      autoComplete="off"
      onChange={(event) => onValueChange?.(event.target.value)}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text')
        if (!/[\r\n]/.test(text)) return
        event.preventDefault()
        insert(event.currentTarget, text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '))
      }}
      {...useFieldControl(props)}
      {...props}
    />
  )
})

/** Puts text in place of the selection as typing would, so that undo and change events go on working. */
function insert(input: HTMLInputElement, text: string) {
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: text }),
  )
}
