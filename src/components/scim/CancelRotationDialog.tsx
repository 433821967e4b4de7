'use client'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useScimMessages } from './useScimMessages.ts'
import type { TokenRotationModel } from './useTokenRotation.ts'

export interface CancelRotationDialogProps {
  open: boolean
  onClose: () => void
  returnFocus: () => HTMLElement | null
  rotation: TokenRotationModel
}

/** Asks before the next token is dropped. */
export function CancelRotationDialog(props: CancelRotationDialogProps) {
  const { open, onClose, returnFocus, rotation } = props
  const { rotation: messages } = useScimMessages()
  const { running, cancellation } = rotation
  return (
    <ConfirmDialog
      open={open && running !== null}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      returnFocus={returnFocus}
      title={messages.cancelTitle}
      confirmLabel={messages.cancelConfirm}
      cancelLabel={messages.keep}
      busy={cancellation.busy}
      error={cancellation.error && { title: messages.cancelFailed, error: cancellation.error }}
      onConfirm={cancellation.cancel}
    >
      <p>{running && messages.cancelHint(running.currentLastFour, running.nextLastFour)}</p>
    </ConfirmDialog>
  )
}
