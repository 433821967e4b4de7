'use client'
import { useCallback, useRef, useState } from 'react'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { useNow } from '../../portal/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { DateTime } from '../../ui/DateTime.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { Heading } from '../../ui/Heading.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import { ShortId } from '../../ui/ShortId.tsx'
import type { SamlSsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { shortName } from './certificateRules.ts'
import { downloadPem } from './downloadPem.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'
import { useServiceKeys, type KeyPurpose } from './useServiceKeys.ts'

export interface KeysCardProps {
  connection: SamlSsoConnection
  viewer: SsoViewer
}

const KeyDialog = lazyWhenOpen(() =>
  import('./certificateDialogs.ts').then((file) => file.certificateDialogs.KeyDialog),
)
const RemoveKeyDialog = lazyWhenOpen(() =>
  import('./certificateDialogs.ts').then((file) => file.certificateDialogs.RemoveKeyDialog),
)

/**
 * Our side of signing and encryption: certificates to carry to the identity provider, and keys to replace, add and remove.
 *
 * @rbac stytch.sso update
 */
export function KeysCard({ connection, viewer }: KeysCardProps) {
  const { keys: messages } = useCertificatesMessages()
  const model = useServiceKeys(connection.connection_id)
  const now = useNow()
  const [purpose, setPurpose] = useState<KeyPurpose | null>(null)
  const [leaving, setLeaving] = useState<string | null>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  const returnFocus = useCallback(() => addRef.current, [])
  const denied = viewer.access.update
  const { signing_certificates, saml_encryption_private_keys } = connection
  const { outcome } = model
  return (
    <Card title={messages.title} description={messages.hint}>
      <section data-part="sso-keys">
        <Heading>{messages.signing}</Heading>
        <p data-part="hint">
          {signing_certificates.length > 0 ? messages.signingHint : messages.signingNone}
        </p>
        <ul data-part="sso-key-list">
          {signing_certificates.map((certificate) => (
            <SigningCertificate
              key={certificate.certificate_id}
              certificate={certificate}
              now={now}
            />
          ))}
        </ul>
        <Button size="small" denied={denied} onClick={() => setPurpose('signing')}>
          {messages.replace}
        </Button>
      </section>
      <section data-part="sso-keys">
        <Heading>{messages.encryption}</Heading>
        <p data-part="hint">
          {saml_encryption_private_keys.length > 0
            ? messages.encryptionHint
            : messages.encryptionNone}
        </p>
        <ul data-part="sso-key-list">
          {saml_encryption_private_keys.map(({ private_key_id, created_at }) => (
            <li key={private_key_id}>
              <ShortId value={private_key_id} label={messages.keyId} />
              <span>
                {messages.addedOn} <DateTime value={created_at} format="date" />
              </span>
              <Button
                size="small"
                denied={denied}
                aria-label={messages.removeWhat(private_key_id)}
                onClick={() => setLeaving(private_key_id)}
              >
                {messages.removeKey}
              </Button>
            </li>
          ))}
        </ul>
        <Button ref={addRef} size="small" denied={denied} onClick={() => setPurpose('encryption')}>
          {messages.addKey}
        </Button>
      </section>
      <DeniedHint denied={denied} />
      <div data-part="saved" role="status">
        {outcome === 'removed' && messages.removing.done}
        {outcome !== null && outcome !== 'removed' && messages.dialogs[outcome].done}
      </div>
      <KeyDialog
        open={purpose !== null}
        purpose={purpose}
        onClose={() => setPurpose(null)}
        model={model}
      />
      <RemoveKeyDialog
        open={leaving !== null}
        keyId={leaving}
        onClose={() => setLeaving(null)}
        returnFocus={returnFocus}
        model={model}
      />
    </Card>
  )
}

function SigningCertificate({ certificate, now }: { certificate: X509Certificate; now: number }) {
  const { keys: messages } = useCertificatesMessages()
  const name = shortName(certificate.issuer)
  return (
    <li>
      <span title={certificate.issuer}>{name}</span>
      <DateTime value={certificate.expires_at} now={new Date(now)} />
      <CopyButton value={certificate.certificate} label={messages.copyWhat(name)} />
      <Button
        size="small"
        icon={<DownloadIcon />}
        aria-label={messages.downloadWhat(name)}
        onClick={() => downloadPem(certificate)}
      >
        {messages.download}
      </Button>
    </li>
  )
}
