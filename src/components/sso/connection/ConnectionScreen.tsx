'use client'
import { useRef } from 'react'
import { KeptNotice } from '../../portal/KeptNotice.tsx'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import { useToast } from '../../ui/Toast.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoSlots } from '../SsoConfig.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { ConnectionSummary, ConnectionTitle } from './ConnectionHeader.tsx'
import { ConnectionSections } from './ConnectionSections.tsx'
import { DangerCard } from './DangerCard.tsx'
import { useShownSection } from './useShownSection.ts'

const DeleteConnectionDialog = lazyWhenOpen(() =>
  import('./DeleteConnectionDialog.tsx').then((file) => file.DeleteConnectionDialog),
)

export interface ConnectionScreenProps {
  viewer: SsoViewer
  connection: SsoConnection
  /** All of the organization's. */
  connections: readonly SsoConnection[]
}

/** One connection, with everything that can be done: each card is edited and saved by itself. */
export function ConnectionScreen(props: ConnectionScreenProps) {
  const { viewer, connection, connections } = props
  const { connection_id } = connection
  const messages = useSsoMessages()
  const toast = useToast()
  const { address, go, replace, openDialog, closeDialog } = useSsoNavigation()
  const body = useRef<HTMLDivElement>(null)
  useShownSection(body)
  const isDefault = viewer.organization?.sso_default_connection_id === connection_id
  const dialog = address.screen === 'connection' ? address.dialog : null
  const list = { screen: 'list', dialog: null } as const
  return (
    <PartFrame
      title={<ConnectionTitle connection={connection} isDefault={isDefault} />}
      description={<ConnectionSummary connection={connection} />}
      back={{ label: messages.back, onSelect: () => go(list) }}
      screen={`sso-connection ${connection_id}`}
    >
      <KeptNotice />
      <div ref={body} data-part="sso-sections">
        <ConnectionSections {...props} />
        <HostCards connection={connection} />
        <DangerCard denied={viewer.access.delete} onDelete={() => openDialog('delete')} />
      </div>
      <DeleteConnectionDialog
        open={dialog === 'delete' && viewer.access.delete === undefined}
        onClose={closeDialog}
        {...{ viewer, connection, connections }}
        onDeleted={({ display_name }) => {
          replace(list)
          toast({ text: messages.deleted(display_name) })
        }}
      />
    </PartFrame>
  )
}

/** The host's own cards, after ours. */
function HostCards({ connection }: { connection: SsoConnection }) {
  return <>{useSsoSlots().connectionCards?.(connection)}</>
}
