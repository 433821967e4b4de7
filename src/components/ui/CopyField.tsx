'use client'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'

export interface CopyFieldProps {
  /** The label that the other console uses, when it goes there. */
  label: string
  value: string
  hint?: ReactNode
  /** Masked until the viewer asks to see it; copied whole all the same. */
  secret?: boolean | undefined
  onCopied?: (() => void) | undefined
}

/** A value to be carried elsewhere: label, the value in monospace to select, and a button that copies it. */
export function CopyField({
  label,
  value,
  hint,
  secret = false,
  onCopied,
  ...props
}: CopyFieldProps) {
  const id = useId()
  const { copy } = useUiMessages()
  const [revealed, setRevealed] = useState(false)
  const text = useRef<HTMLElement>(null)
  const masked = secret && !revealed

  const select = () => {
    setRevealed(true)
    if (text.current) window.getSelection()?.selectAllChildren(text.current)
  }
  return (
    <div data-part="copy-field" role="group" aria-labelledby={id} {...props}>
      <div data-part="copy-field-head">
        <span data-part="label" id={id}>
          {label}
        </span>
        {hint && <p data-part="hint">{hint}</p>}
      </div>
      <div data-part="copy-field-body">
        <code ref={text} data-part="copy-value" data-state={masked ? 'masked' : 'shown'}>
          {masked ? mask(value) : value}
        </code>
        {secret && (
          <Button
            size="small"
            variant="ghost"
            aria-expanded={revealed}
            onClick={() => setRevealed(!revealed)}
          >
            {revealed ? copy.hide : copy.reveal}
          </Button>
        )}
        <CopyButton value={value} label={label} onCopied={onCopied} onFailed={select} />
      </div>
    </div>
  )
}

/** Dots and the last four: enough to tell two tokens apart. */
function mask(secret: string): string {
  return `••••••••••••${secret.slice(-4)}`
}
