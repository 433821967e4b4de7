'use client'
import { useMemo } from 'react'
import type { Column } from '../../ui/Table.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { SsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import {
  CertificateCell,
  NameCell,
  ProviderCell,
  RolesCell,
  StatusCell,
} from './ConnectionCells.tsx'
import { ConnectionRowMenu, type ConnectionRowActions } from './ConnectionRowMenu.tsx'

/** The columns of the list; the same until one of what they are made of changes. */
export function useConnectionColumns(input: {
  viewer: SsoViewer
  defaultId: string | null
  to: SsoNavigation['to']
  actions: ConnectionRowActions
}): Column<SsoConnection>[] {
  const { viewer, defaultId, to, actions } = input
  const { columns: names } = useSsoMessages().list
  return useMemo(() => {
    const isDefault = ({ connection_id }: SsoConnection) => connection_id === defaultId
    const mayUpdate = viewer.access.update === undefined
    return [
      {
        id: 'name',
        header: names.name,
        cell: (connection) => (
          <NameCell {...{ connection, to }} isDefault={isDefault(connection)} />
        ),
      },
      {
        id: 'provider',
        header: names.provider,
        cell: (connection) => <ProviderCell connection={connection} />,
      },
      {
        id: 'status',
        header: names.status,
        cell: (connection) => <StatusCell {...{ connection, to, mayUpdate }} />,
      },
      {
        id: 'roles',
        header: names.roles,
        cell: (connection) => <RolesCell connection={connection} />,
      },
      {
        id: 'certificate',
        header: names.certificate,
        cell: (connection) => <CertificateCell connection={connection} />,
      },
      {
        id: 'actions',
        header: names.actions,
        hideHeader: true,
        align: 'end',
        width: '1px',
        cell: (connection) => (
          <ConnectionRowMenu
            {...{ connection, viewer, actions }}
            isDefault={isDefault(connection)}
          />
        ),
      },
    ]
  }, [names, viewer, defaultId, to, actions])
}
