import { useState } from 'react'
import { isApiError } from '../../../client/errors.ts'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import {
  useSsoConnections,
  useSsoSamlDeleteVerificationCertificate,
  useSsoSamlUpdateConnection,
} from '../../../hooks/sso.ts'
import { useNow } from '../../portal/useNow.ts'
import { useSaveSteps, type SaveSteps } from '../../portal/useSaveSteps.ts'
import type { SamlSsoConnection } from '../connections.ts'
import type { ReadCertificate } from '../reading/readCertificates.ts'
import { isExpired, shortName } from './certificateRules.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'
import { useReadPems, type ReadPems } from './useReadPems.ts'

export interface CertificatesModel {
  /** Those that end last come first. */
  certificates: readonly X509Certificate[]
  expired: readonly X509Certificate[]
  valid: readonly X509Certificate[]
  read: ReadPems
  /** In milliseconds. */
  now: number
  adding: SaveSteps
  /** True when all are added; those that the connection has already are passed over. */
  add: (certificates: readonly ReadCertificate[]) => Promise<boolean>
  retryAdding: () => Promise<boolean>
  removing: SaveSteps
  /** True when all are gone, be it by somebody else. */
  remove: (certificates: readonly X509Certificate[]) => Promise<boolean>
  retryRemoving: () => Promise<boolean>
  /** What was done last, to be said where it happened. */
  outcome: { type: 'added' | 'removed'; count: number } | null
}

/**
 * The model of the certificates that an identity provider signs with. Adding and removing several is several requests, each
 * with its own outcome.
 *
 * @rbac stytch.sso update
 */
export function useCertificates(connection: SamlSsoConnection): CertificatesModel {
  const { connection_id } = connection
  const messages = useCertificatesMessages()
  const now = useNow()
  const update = useSsoSamlUpdateConnection()
  const deletion = useSsoSamlDeleteVerificationCertificate()
  const connections = useSsoConnections({ enabled: false })
  const adding = useSaveSteps()
  const removing = useSaveSteps()
  const [outcome, setOutcome] = useState<CertificatesModel['outcome']>(null)

  const certificates = [...connection.verification_certificates].sort(
    (one, other) => Date.parse(other.expires_at) - Date.parse(one.expires_at),
  )
  const ended = (type: 'added' | 'removed', count: number) => (isDone: boolean) => {
    if (isDone) setOutcome({ type, count })
    return isDone
  }
  return {
    certificates,
    expired: certificates.filter((one) => isExpired(one, now)),
    valid: certificates.filter((one) => !isExpired(one, now)),
    read: useReadPems(certificates),
    now,
    adding,
    add: (added) =>
      adding
        .save(
          added.map(({ pem, subject }) => ({
            id: pem,
            label: messages.adding.step(shortName(subject)),
            send: () => update.mutateAsync({ connection_id, x509_certificate: pem }),
          })),
        )
        .then(ended('added', added.length)),
    retryAdding: () => adding.retry().then(ended('added', adding.outcomes.length)),
    removing,
    remove: (removed) =>
      removing
        .save(
          removed.map(({ certificate_id, issuer }) => ({
            id: certificate_id,
            label: messages.removing.step(shortName(issuer)),
            send: () => removeOne(certificate_id),
          })),
        )
        .then(ended('removed', removed.length)),
    retryRemoving: () => removing.retry().then(ended('removed', removing.outcomes.length)),
    outcome,
  }

  async function removeOne(certificate_id: string): Promise<void> {
    try {
      await deletion.mutateAsync({ connection_id, certificate_id })
    } catch (thrown) {
      // Somebody else was faster: it is gone, and what is shown here is old.
      if (!isApiError(thrown) || thrown.error_type !== 'sso_verification_key_not_found')
        throw thrown
      await connections.refetch()
    }
  }
}
