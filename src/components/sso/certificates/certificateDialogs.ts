import { AddCertificateDialog } from './AddCertificateDialog.tsx'
import { CertificateDialog } from './CertificateDialog.tsx'
import { KeyDialog } from './KeyDialog.tsx'
import { RemoveCertificatesDialog } from './RemoveCertificatesDialog.tsx'
import { RemoveKeyDialog } from './RemoveKeyDialog.tsx'

/** One chunk: whoever opens one of them is about to open another. */
export const certificateDialogs = {
  AddCertificateDialog,
  CertificateDialog,
  KeyDialog,
  RemoveCertificatesDialog,
  RemoveKeyDialog,
}
