'use client'
import type { ReactNode } from 'react'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { LazyConfirmDialog } from './LazyConfirmDialog.ts'
import type { Confirmation } from './useConfirmation.ts'

export interface ConfirmWriteProps {
  confirmation: Pick<Confirmation<unknown>, 'open' | 'busy' | 'error' | 'close' | 'confirm'>
  title: string
  confirmLabel: string
  /** What is said when it failed. */
  failed: string
  /** @default 'danger' */
  tone?: 'danger' | 'neutral'
  /** What gets the focus afterwards where that which opened the dialog is gone. */
  returnFocus?: (() => HTMLElement | null) | undefined
  /** What will happen. */
  children: ReactNode
}

/** Asks before a write, and stays open with the reason when it fails. */
export function ConfirmWrite(props: ConfirmWriteProps) {
  const {
    confirmation,
    title,
    confirmLabel,
    failed,
    tone = 'danger',
    returnFocus,
    children,
  } = props
  return (
    <LazyConfirmDialog
      open={confirmation.open}
      onOpenChange={(open) => {
        if (!open) confirmation.close()
      }}
      title={title}
      confirmLabel={confirmLabel}
      tone={tone}
      busy={confirmation.busy}
      onConfirm={confirmation.confirm}
      returnFocus={returnFocus}
    >
      {children}
      <SaveFailed title={failed} error={confirmation.error} />
    </LazyConfirmDialog>
  )
}
