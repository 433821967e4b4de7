import { useEffect, useState } from 'react'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { pemBody } from '../reading/pem.ts'
import type { ReadCertificate } from '../reading/readCertificates.ts'
import { loadReaders } from '../values/loadReaders.ts'

export interface ReadPems {
  state: 'reading' | 'done' | 'failed'
  /** What was read of a certificate; null while, or where, it is not. */
  of: (certificate: X509Certificate) => ReadCertificate | null
}

/** Reads certificates that are stored, for what the API does not tell of them: fingerprint, subject, key. */
export function useReadPems(certificates: readonly X509Certificate[]): ReadPems {
  const text = certificates.map(({ certificate }) => certificate).join('\n')
  const [read, setRead] = useState<{ text: string; found: readonly ReadCertificate[] | null }>()
  useEffect(() => {
    if (text === '') return
    let isCurrent = true
    const show = (found: readonly ReadCertificate[] | null) => {
      if (isCurrent) setRead({ text, found })
    }
    loadReaders()
      .then(({ readCertificates }) => readCertificates(text))
      .then(
        (reading) => show(reading.certificates),
        () => show(null),
      )
    return () => {
      isCurrent = false
    }
  }, [text])
  const found = read?.found
  return {
    state: read?.text !== text ? 'reading' : found ? 'done' : 'failed',
    of: ({ certificate }) =>
      found?.find(({ pem }) => pemBody(pem) === pemBody(certificate)) ?? null,
  }
}
