'use client'
import { useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { SaveOutcomes } from '../../portal/SaveOutcomes.tsx'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import { Findings } from '../reading/Findings.tsx'
import { hasErrors, type Finding } from '../reading/finding.ts'
import { CertificatesRead } from '../values/CertificatesRead.tsx'
import { withoutPrivateKeys } from '../values/withoutPrivateKeys.ts'
import { useCertificateReading } from './useCertificateReading.ts'
import type { CertificatesModel } from './useCertificates.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'

export interface AddCertificateDialogProps {
  open: boolean
  onClose: () => void
  returnFocus: () => HTMLElement | null
  connection: SamlSsoConnection
  siblings: readonly SsoConnection[]
  model: CertificatesModel
}

/** Takes the next certificate, pasted or as a file, and shows what was read of it before it is sent. */
export function AddCertificateDialog(props: AddCertificateDialogProps) {
  // What was typed goes with the dialog.
  return props.open ? <OpenDialog {...props} /> : null
}

const EMPTY: Finding = { severity: 'error', code: 'empty' }
const PRIVATE_KEY: Finding = { severity: 'error', code: 'certificate-private-key' }

function OpenDialog(props: AddCertificateDialogProps) {
  const { onClose, returnFocus, connection, siblings, model } = props
  const { adding: messages } = useCertificatesMessages()
  const ui = useUiMessages()
  const formId = useId()
  const [text, setText] = useState('')
  const [file, setFile] = useState<Uint8Array | null>(null)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const [hadPrivateKey, setHadPrivateKey] = useState(false)
  const [asked, setAsked] = useState(false)
  const reading = useCertificateReading(file ?? text, connection, siblings)
  const { adding } = model

  const findings = [
    ...(hadPrivateKey ? [PRIVATE_KEY] : []),
    ...(reading.state === 'read' ? reading.findings : []),
    ...(asked && reading.state === 'none' && !hadPrivateKey ? [EMPTY] : []),
  ]
  const added = reading.state === 'read' ? reading.added : []
  const close = () => {
    adding.reset()
    onClose()
  }
  const save = async () => {
    setAsked(true)
    if (added.length === 0 || hasErrors(findings)) return
    if (await model.add(added)) close()
  }
  const type = (next: string) => {
    const kept = withoutPrivateKeys(next)
    setHadPrivateKey(kept !== next)
    setText(kept)
    setFile(null)
    adding.reset()
  }
  const take = (chosen: File) => {
    adding.reset()
    chosen.arrayBuffer().then(
      (bytes) => {
        setUnreadable(null)
        setHadPrivateKey(false)
        setText('')
        setFile(new Uint8Array(bytes))
      },
      () => setUnreadable(chosen.name),
    )
  }
  return (
    <Dialog
      open
      title={messages.title}
      description={messages.hint}
      dismissible={!adding.saving}
      returnFocus={returnFocus}
      onOpenChange={(next) => {
        if (!next) close()
      }}
      footer={
        <>
          <Button disabled={adding.saving} onClick={close}>
            {ui.cancel}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={adding.saving || reading.state === 'reading'}
          >
            {messages.save(Math.max(added.length, 1))}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        data-part="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void save()
        }}
      >
        <Field label={messages.text} hint={messages.textHint}>
          <Textarea code rows={6} readOnly={adding.saving} value={text} onValueChange={type} />
        </Field>
        <FileDrop
          label={messages.file}
          hint={messages.fileHint}
          accept=".pem,.crt,.cer,.der,.cert,.txt"
          error={unreadable === null ? undefined : messages.fileUnreadable(unreadable)}
          onFiles={([chosen]) => {
            if (chosen) take(chosen)
          }}
        />
        {added.length > 0 && (
          <section data-part="sso-read" aria-label={messages.read}>
            <p data-part="label">{messages.read}</p>
            <CertificatesRead certificates={added} />
          </section>
        )}
        <Findings findings={findings} />
        {reading.state === 'failed' && <ErrorState title={messages.notChecked} />}
        <SaveOutcomes
          steps={adding}
          onRetry={() => {
            void model.retryAdding().then((isDone) => {
              if (isDone) close()
            })
          }}
        />
      </form>
    </Dialog>
  )
}
