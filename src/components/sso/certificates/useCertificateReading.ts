import { useEffect, useState } from 'react'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import type { Finding } from '../reading/finding.ts'
import type { ReadCertificate } from '../reading/readCertificates.ts'
import { loadReaders } from '../values/loadReaders.ts'

export type CertificateReading =
  | { state: 'none' | 'reading' | 'failed' }
  | {
      state: 'read'
      /** Those that the connection does not have yet. */
      added: readonly ReadCertificate[]
      findings: readonly Finding[]
    }

/** Reads what was typed, or the bytes of a file, as certificates for this connection, and checks them. */
export function useCertificateReading(
  source: string | Uint8Array,
  connection: SamlSsoConnection,
  siblings: readonly SsoConnection[],
): CertificateReading {
  const [read, setRead] = useState<{ source: string | Uint8Array; reading: CertificateReading }>()
  const isEmpty = source.length === 0
  useEffect(() => {
    if (isEmpty) return
    let isCurrent = true
    const show = (reading: CertificateReading) => {
      if (isCurrent) setRead({ source, reading })
    }
    readAndCheck(source, connection, siblings).then(show, () => show({ state: 'failed' }))
    return () => {
      isCurrent = false
    }
  }, [isEmpty, source, connection, siblings])
  if (isEmpty) return { state: 'none' }
  return read?.source === source ? read.reading : { state: 'reading' }
}

async function readAndCheck(
  source: string | Uint8Array,
  connection: SamlSsoConnection,
  siblings: readonly SsoConnection[],
): Promise<CertificateReading> {
  const { checkCertificates, isSameCertificate, readCertificates } = await loadReaders()
  const { certificates, findings } = await readCertificates(source)
  const context = { now: Date.now(), connection, siblings }
  return {
    state: 'read',
    added: certificates.filter(
      ({ pem }) =>
        !connection.verification_certificates.some(({ certificate }) =>
          isSameCertificate(certificate, pem),
        ),
    ),
    findings: [
      ...findings,
      ...(certificates.length > 0 ? checkCertificates(certificates, context) : []),
    ],
  }
}
