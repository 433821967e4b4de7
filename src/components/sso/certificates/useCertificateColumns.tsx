'use client'
import { useMemo } from 'react'
import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import type { Denied } from '../../portal/denied.ts'
import { DateTime } from '../../ui/DateTime.tsx'
import { EyeIcon, TrashIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { Column } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { credentialExpiry } from '../../../hooks/credentialExpiry.ts'
import { shortName } from './certificateRules.ts'
import { expiryTones } from './expiryTones.ts'
import { useCertificatesMessages } from './useCertificatesMessages.ts'
import type { ReadPems } from './useReadPems.ts'

/** The columns of the certificates' table. */
export function useCertificateColumns(input: {
  read: ReadPems
  /** In milliseconds. */
  now: number
  /** There is only one, which cannot be removed. */
  isLast: boolean
  denied: Denied | undefined
  onView: (certificate: X509Certificate) => void
  onRemove: (certificates: readonly X509Certificate[]) => void
}): readonly Column<X509Certificate>[] {
  const { read, now, isLast, denied, onView, onRemove } = input
  const messages = useCertificatesMessages()
  const { actionsFor } = useUiMessages()
  return useMemo(
    () => [
      {
        id: 'issuer',
        header: messages.columns.issuer,
        cell: ({ issuer }) => <span title={issuer}>{shortName(issuer)}</span>,
      },
      {
        id: 'validUntil',
        header: messages.columns.validUntil,
        cell: ({ expires_at }) => <ValidUntil expiresAt={expires_at} now={now} />,
      },
      {
        id: 'fingerprint',
        header: messages.columns.fingerprint,
        mono: true,
        cell: (certificate) => {
          const sha256 = read.of(certificate)?.sha256
          if (sha256) return <span title={sha256}>{shortened(sha256)}</span>
          return read.state === 'reading' ? '…' : messages.notRead
        },
      },
      {
        id: 'firstSeen',
        header: messages.columns.firstSeen,
        cell: ({ created_at }) => <DateTime value={created_at} format="date" />,
      },
      {
        id: 'actions',
        header: messages.columns.actions,
        hideHeader: true,
        align: 'end',
        width: '56px',
        cell: (certificate) => (
          <Menu
            label={actionsFor(shortName(certificate.issuer))}
            items={[
              {
                id: 'view',
                label: messages.view,
                icon: <EyeIcon />,
                onSelect: () => onView(certificate),
              },
              {
                id: 'remove',
                label: messages.remove,
                icon: <TrashIcon />,
                tone: 'danger',
                denied,
                reason: isLast ? messages.lastReason : undefined,
                onSelect: () => onRemove([certificate]),
              },
            ]}
          />
        ),
      },
    ],
    [messages, actionsFor, read, now, isLast, denied, onView, onRemove],
  )
}

function ValidUntil({ expiresAt, now }: { expiresAt: string; now: number }) {
  const messages = useCertificatesMessages()
  const { level } = credentialExpiry(expiresAt, now)
  return (
    <span data-part="sso-valid-until" data-tone={expiryTones[level]}>
      <DateTime value={expiresAt} now={new Date(now)} />
      {level === 'expired' && <Tag tone="danger">{messages.expired}</Tag>}
    </span>
  )
}

/** Enough to tell two apart; the whole is in the title and the details. */
const shortened = (fingerprint: string) => `${fingerprint.slice(0, 11)}…${fingerprint.slice(-11)}`
