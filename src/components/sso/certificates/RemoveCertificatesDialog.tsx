'use client'
import { useState } from 'react'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { SaveOutcomes } from '../../portal/SaveOutcomes.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import { LockOutNotice } from '../lockOut/LockOutNotice.tsx'
import type { SsoViewer } from '../useSsoViewer.ts'
import { isExpired, shortName } from './certificateRules.ts'
import type { CertificatesModel } from './useCertificates.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'

export interface RemoveCertificatesDialogProps {
  open: boolean
  onClose: () => void
  returnFocus: () => HTMLElement | null
  /** Those to be removed. */
  certificates: readonly X509Certificate[]
  connection: SamlSsoConnection
  siblings: readonly SsoConnection[]
  viewer: SsoViewer
  model: CertificatesModel
}

/** Asks before certificates are removed; where none that is valid would be left, whom that locks out is looked at first. */
export function RemoveCertificatesDialog(props: RemoveCertificatesDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null
}

function OpenDialog(props: RemoveCertificatesDialogProps) {
  const { onClose, returnFocus, certificates, connection, siblings, viewer, model } = props
  const { removing: messages } = useCertificatesMessages()
  const { removing, valid } = model
  // What is asked stays as it was, however much of it is done already.
  const [isBreaking] = useState(() => valid.length > 0 && valid.every((one) => isIn(one)))
  const [blocked, setBlocked] = useState(isBreaking)

  const close = () => {
    removing.reset()
    onClose()
  }
  const closeWhenDone = (isDone: boolean) => {
    if (isDone) close()
  }
  return (
    <Dialog
      open
      title={messages.title(certificates.length)}
      dismissible={!removing.saving}
      initialFocus='[data-part="button"][data-safe]'
      returnFocus={returnFocus}
      onOpenChange={(next) => {
        if (!next) close()
      }}
      footer={
        <>
          <Button data-safe disabled={removing.saving} onClick={close}>
            {messages.keep}
          </Button>
          {removing.error === null && (
            <Button
              variant="danger"
              busy={removing.saving}
              disabled={blocked}
              onClick={() => void model.remove(certificates).then(closeWhenDone)}
            >
              {messages.confirm}
            </Button>
          )}
        </>
      }
    >
      {certificates.map((one) => (
        <p key={one.certificate_id}>
          {messages.hint(shortName(one.issuer))}{' '}
          {isExpired(one, model.now) ? messages.expired : messages.inUse}
        </p>
      ))}
      {isBreaking && (
        <>
          <p>{messages.onlyValid}</p>
          <LockOutNotice
            viewer={viewer}
            change={{ type: 'break', connectionId: connection.connection_id }}
            connections={[
              connection,
              ...siblings.filter((one) => one.connection_id !== connection.connection_id),
            ]}
            onChange={setBlocked}
          />
        </>
      )}
      <SaveOutcomes
        steps={removing}
        onRetry={() => void model.retryRemoving().then(closeWhenDone)}
      />
    </Dialog>
  )

  function isIn({ certificate_id }: X509Certificate): boolean {
    return certificates.some((one) => one.certificate_id === certificate_id)
  }
}
