import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { downloadFile } from '../../portal/downloadFile.ts'

/** Has the browser save a certificate under its id. */
export function downloadPem({ certificate_id, certificate }: X509Certificate): void {
  downloadFile(`${certificate_id}.pem`, certificate, 'application/x-pem-file')
}
