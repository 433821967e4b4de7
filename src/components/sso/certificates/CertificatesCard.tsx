'use client'
import { useCallback, useRef, useState } from 'react'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import { Table } from '../../ui/Table.tsx'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useCertificateColumns } from './useCertificateColumns.tsx'
import { useCertificates } from './useCertificates.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'

export interface CertificatesCardProps {
  connection: SamlSsoConnection
  viewer: SsoViewer
  /** The organization's connections; this one may be among them. */
  siblings: readonly SsoConnection[]
}

const AddCertificateDialog = lazyWhenOpen(() =>
  import('./certificateDialogs.ts').then((file) => file.certificateDialogs.AddCertificateDialog),
)
const CertificateDialog = lazyWhenOpen(() =>
  import('./certificateDialogs.ts').then((file) => file.certificateDialogs.CertificateDialog),
)
const RemoveCertificatesDialog = lazyWhenOpen(() =>
  import('./certificateDialogs.ts').then(
    (file) => file.certificateDialogs.RemoveCertificatesDialog,
  ),
)

/**
 * What the identity provider signs with: several at a time, the next added before the old one is removed.
 *
 * @rbac stytch.sso update
 */
export function CertificatesCard({ connection, viewer, siblings }: CertificatesCardProps) {
  const messages = useCertificatesMessages()
  const { address, openDialog, closeDialog } = useSsoNavigation()
  const model = useCertificates(connection)
  const [shown, setShown] = useState<X509Certificate | null>(null)
  const [leaving, setLeaving] = useState<readonly X509Certificate[]>([])
  const addRef = useRef<HTMLButtonElement>(null)
  const returnFocus = useCallback(() => addRef.current, [])
  const denied = viewer.access.update
  const { certificates, expired, valid, outcome } = model
  const columns = useCertificateColumns({
    read: model.read,
    now: model.now,
    isLast: certificates.length === 1,
    denied,
    onView: setShown,
    onRemove: setLeaving,
  })
  const isAdding =
    denied === undefined && 'dialog' in address && address.dialog === 'add-certificate'
  return (
    <Card
      title={messages.title}
      description={messages.hint}
      action={
        <Button
          ref={addRef}
          size="small"
          denied={denied}
          onPointerEnter={AddCertificateDialog.preload}
          onClick={() => openDialog('add-certificate')}
        >
          {messages.add}
        </Button>
      }
    >
      {valid.length > 1 && (
        <Callout title={messages.rotating(valid.length)}>
          {messages.rotatingHint(connection.display_name)}
        </Callout>
      )}
      <Table
        caption={messages.title}
        columns={columns}
        rows={certificates}
        getKey={({ certificate_id }) => certificate_id}
        empty={<p data-part="hint">{messages.none}</p>}
      />
      {expired.length > 0 && valid.length > 0 && (
        <div>
          <Button size="small" denied={denied} onClick={() => setLeaving(expired)}>
            {messages.removeExpired(expired.length)}
          </Button>
        </div>
      )}
      <details data-part="details">
        <summary data-part="summary">{messages.rotation.title}</summary>
        <ol data-part="sso-rotation">
          {messages.rotation.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <DeniedHint denied={denied} />
      <div data-part="saved" role="status">
        {outcome && messages[outcome.type](outcome.count)}
      </div>
      <AddCertificateDialog
        open={isAdding}
        onClose={closeDialog}
        returnFocus={returnFocus}
        connection={connection}
        siblings={siblings}
        model={model}
      />
      <CertificateDialog
        open={shown !== null}
        onClose={() => setShown(null)}
        certificate={shown}
        read={shown && model.read.of(shown)}
      />
      <RemoveCertificatesDialog
        open={leaving.length > 0}
        onClose={() => setLeaving([])}
        returnFocus={returnFocus}
        certificates={leaving}
        connection={connection}
        siblings={siblings}
        viewer={viewer}
        model={model}
      />
    </Card>
  )
}
