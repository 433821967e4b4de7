'use client'
import { useId, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import type { DialogProps } from './Dialog.tsx'
import { ErrorState } from './ErrorState.tsx'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'

/* Brings Radix: import this file only from files that are loaded lazily (see lazyWhenOpen). */

export interface ConfirmDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The question: `Delete the connection?` */
  title: ReactNode
  /** What will happen, to how many people. */
  children?: ReactNode
  /** The verb: `Delete connection`. */
  confirmLabel: string
  /** The way back. @default 'Cancel' */
  cancelLabel?: string | undefined
  /** @default 'danger' */
  tone?: 'danger' | 'neutral' | undefined
  /** Text to be typed first, for what cannot be undone. */
  typedConfirmation?: string | undefined
  onConfirm: () => void
  /** The action is under way: the dialog stays and cannot be dismissed. */
  busy?: boolean | undefined
  /** Something is in the way, which the children say: confirming waits. */
  blocked?: boolean | undefined
  /** The action failed: shown in place, the dialog stays open. */
  error?: { title: ReactNode; error?: unknown } | null | undefined
  /** What gets the focus afterwards where that which opened the dialog is gone. */
  returnFocus?: (() => HTMLElement | null) | undefined
  /** `wide` where the children hold a table. @default 'regular' */
  size?: DialogProps['size']
}

/** Asks before something is done. The safe button has the focus, unless something has to be typed. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  typedConfirmation,
  onConfirm,
  busy = false,
  blocked = false,
  error,
  returnFocus,
  ...props
}: ConfirmDialogProps) {
  const messages = useUiMessages()
  const formId = useId()
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState(false)

  const change = (next: boolean) => {
    if (busy) return
    setTyped('')
    setMismatch(false)
    onOpenChange(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Dialogs lie in React's tree of whatever form opened them.
    event.stopPropagation()
    if (busy || blocked) return
    if (typedConfirmation !== undefined && typed.trim() !== typedConfirmation.trim()) {
      setMismatch(true)
      return
    }
    onConfirm()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      returnFocus={returnFocus}
      title={title}
      dismissible={!busy}
      initialFocus={typedConfirmation === undefined ? '[data-part="button"][data-safe]' : 'input'}
      footer={
        <>
          <Button data-safe onClick={() => change(false)}>
            {cancelLabel ?? messages.cancel}
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={tone === 'danger' ? 'danger' : 'primary'}
            busy={busy}
            disabled={blocked}
          >
            {confirmLabel}
          </Button>
        </>
      }
      {...props}
    >
      <form id={formId} data-part="dialog-form" onSubmit={submit}>
        {children}
        {typedConfirmation !== undefined && (
          <Field
            label={messages.confirmDialog.typeToConfirm(typedConfirmation)}
            error={mismatch && messages.confirmDialog.mismatch(typedConfirmation)}
          >
            <TextInput
              value={typed}
              onValueChange={(value) => {
                setTyped(value)
                setMismatch(false)
              }}
            />
          </Field>
        )}
        {error && <ErrorState title={error.title} error={error.error} />}
      </form>
    </Dialog>
  )
}
