'use client'
import { useEffect, useId, useState } from 'react'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { Findings } from '../reading/Findings.tsx'
import { readPrivateKey } from '../reading/readPrivateKey.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'
import type { KeyPurpose, ServiceKeysModel } from './useServiceKeys.ts'

export interface KeyDialogProps {
  open: boolean
  purpose: KeyPurpose | null
  onClose: () => void
  model: ServiceKeysModel
}

/** Takes a private key, checks it here, and sends it. Nothing of it outlives the dialog. */
export function KeyDialog({ open, purpose, ...props }: KeyDialogProps) {
  return open && purpose ? <OpenDialog purpose={purpose} {...props} /> : null
}

interface OpenDialogProps extends Omit<KeyDialogProps, 'open'> {
  purpose: KeyPurpose
}

function OpenDialog({ purpose, onClose, model }: OpenDialogProps) {
  const { keys, adding } = useCertificatesMessages()
  const messages = keys.dialogs[purpose]
  const ui = useUiMessages()
  const formId = useId()
  const [text, setText] = useState('')
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const { pem, findings, ...reading } = readPrivateKey(text)
  const { busy, error, reset } = model.saving
  // Whatever way it is left, the mutation is not to remember the key.
  useEffect(() => reset, [reset])

  const change = (next: string) => {
    setText(next)
    setUnreadable(null)
    if (error) reset()
  }
  return (
    <Dialog
      open
      title={messages.title}
      description={messages.hint}
      dismissible={!busy}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {messages.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        data-part="dialog-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setAsked(true)
          if (!busy && pem !== null && findings.length === 0) model.save(purpose, pem, onClose)
        }}
      >
        <Field label={keys.privateKey} hint={keys.privateKeyHint}>
          <Textarea code rows={6} autoComplete="off" value={text} onValueChange={change} />
        </Field>
        <FileDrop
          label={keys.file}
          hint={keys.fileHint}
          accept=".pem,.key,.txt"
          error={unreadable === null ? undefined : adding.fileUnreadable(unreadable)}
          onFiles={([file]) => {
            file?.text().then(change, () => setUnreadable(file.name))
          }}
        />
        {'bits' in reading && <p data-part="hint">{keys.bits(reading.bits)}</p>}
        <Findings findings={asked || text.trim() !== '' ? findings : []} />
        <SaveFailed title={messages.failed} error={error} kept />
      </form>
    </Dialog>
  )
}
