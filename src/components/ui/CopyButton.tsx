'use client'
import { forwardRef, useEffect, useState } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from './Button.tsx'
import { CheckIcon, CopyIcon } from './icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import { writeClipboard } from './writeClipboard.ts'

export interface CopyButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'value'> {
  /** What is copied, whole. */
  value: string
  /** What it is, for screen readers: `Copy Base URL`. */
  label: string
  /** After a copy that worked. */
  onCopied?: (() => void) | undefined
  /** After one that the browser refused: the place to select the text for copying by hand. */
  onFailed?: (() => void) | undefined
}

const SHOWN_FOR = 2000

/** Copies a text and says so for two seconds, on the button and to a screen reader. */
export const CopyButton = forwardRef<HTMLButtonElement, CopyButtonProps>(function CopyButton(
  { value, label, onCopied, onFailed, ...props },
  ref,
) {
  const { copy } = useUiMessages()
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (outcome !== 'copied') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [outcome])

  const copyValue = async () => {
    if (await writeClipboard(value)) {
      setOutcome('copied')
      onCopied?.()
    } else {
      setOutcome('failed')
      onFailed?.()
    }
  }
  return (
    <span data-part="copy" data-state={outcome}>
      <Button
        ref={ref}
        size="small"
        data-part="copy-button"
        icon={outcome === 'copied' ? <CheckIcon /> : <CopyIcon />}
        aria-label={outcome === 'copied' ? copy.copiedWhat(label) : copy.copyWhat(label)}
        {...props}
        onClick={() => void copyValue()}
      >
        {/* Both words are laid out, so that the button keeps its width. */}
        <span data-part="copy-word" data-state={outcome === 'copied' ? 'hidden' : 'shown'}>
          {copy.copy}
        </span>
        <span data-part="copy-word" data-state={outcome === 'copied' ? 'shown' : 'hidden'}>
          {copy.copied}
        </span>
      </Button>
      <VisuallyHidden role="status" aria-live="polite">
        {outcome === 'copied' && copy.copied}
      </VisuallyHidden>
      {outcome === 'failed' && (
        <span role="alert" data-part="copy-failed">
          {copy.failed}
        </span>
      )}
    </span>
  )
})
