'use client'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { DateTime } from '../../ui/DateTime.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import type { ReadCertificate } from '../reading/readCertificates.ts'
import { downloadPem } from './downloadPem.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'

export interface CertificateDialogProps {
  open: boolean
  onClose: () => void
  certificate: X509Certificate | null
  /** What was read of it; null where it was not. */
  read: ReadCertificate | null
}

/** Everything about a certificate, and its PEM to copy or download. */
export function CertificateDialog({ open, onClose, certificate, read }: CertificateDialogProps) {
  const { details: messages } = useCertificatesMessages()
  const ui = useUiMessages()
  if (!certificate) return null
  return (
    <Dialog
      open={open}
      size="wide"
      title={messages.title}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      footer={
        <>
          <Button icon={<DownloadIcon />} onClick={() => downloadPem(certificate)}>
            {messages.download}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {ui.close}
          </Button>
        </>
      }
    >
      <Rows>
        {read && <Row label={messages.subject}>{read.subject}</Row>}
        <Row label={messages.issuer}>
          {read?.isSelfSigned ? messages.selfSigned : (read?.issuer ?? certificate.issuer)}
        </Row>
        {read && (
          <Row label={messages.validFrom}>
            <DateTime value={read.validFrom} />
          </Row>
        )}
        <Row label={messages.validUntil}>
          <DateTime value={certificate.expires_at} />
        </Row>
        {read && <ReadRows read={read} />}
      </Rows>
      {read?.sha256 && <CopyField label={messages.sha256} value={read.sha256} />}
      {read?.sha1 && <CopyField label={messages.sha1} value={read.sha1} />}
      <CopyField label={messages.pem} value={certificate.certificate} />
    </Dialog>
  )
}

function ReadRows({ read: { key, hash, serialNumber } }: { read: ReadCertificate }) {
  const { details: messages } = useCertificatesMessages()
  return (
    <>
      <Row label={messages.key}>{messages.keyOf(messages.keys[key.type], key.bits)}</Row>
      <Row label={messages.signature}>{hash || messages.unknown}</Row>
      <Row label={messages.serialNumber}>
        <code data-part="code">{serialNumber}</code>
      </Row>
    </>
  )
}
