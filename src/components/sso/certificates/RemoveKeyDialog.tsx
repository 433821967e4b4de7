'use client'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useCertificatesMessages } from './useCertificatesMessages.ts'
import type { ServiceKeysModel } from './useServiceKeys.ts'

export interface RemoveKeyDialogProps {
  open: boolean
  keyId: string | null
  onClose: () => void
  returnFocus: () => HTMLElement | null
  model: ServiceKeysModel
}

/** Asks before a key is removed that encrypted answers are read with. */
export function RemoveKeyDialog({
  open,
  keyId,
  onClose,
  returnFocus,
  model,
}: RemoveKeyDialogProps) {
  const { removing: messages } = useCertificatesMessages().keys
  const { busy, error, reset } = model.removal
  const close = () => {
    reset()
    onClose()
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close()
      }}
      returnFocus={returnFocus}
      title={messages.title}
      confirmLabel={messages.confirm}
      cancelLabel={messages.keep}
      busy={busy}
      error={error && { title: messages.failed, error }}
      onConfirm={() => {
        if (keyId !== null) model.remove(keyId, close)
      }}
    >
      <p>{messages.hint}</p>
    </ConfirmDialog>
  )
}
