'use client'
import { useMemo, useState } from 'react'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import type { SsoConnection } from '../connections.ts'
import { LockOutNotice } from '../lockOut/LockOutNotice.tsx'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useConnectionMessages } from './useConnectionMessages.ts'
import {
  useSsoConnectionDeletion,
  type NewDefaultChoice,
  type SsoConnectionDeletion,
} from './useSsoConnectionDeletion.ts'

export interface DeleteConnectionDialogProps {
  open: boolean
  onClose: () => void
  connection: SsoConnection
  /** All of the organization's. */
  connections: readonly SsoConnection[]
  viewer: SsoViewer
  onDeleted: (connection: SsoConnection) => void
}

/** Says what deleting does to whom, and has another default connection chosen first where it is the default. */
export function DeleteConnectionDialog(props: DeleteConnectionDialogProps) {
  const { open, onClose, connection, connections, viewer, onDeleted } = props
  const { delete: messages } = useConnectionMessages()
  const { connection_id: connectionId, display_name } = connection
  const deletion = useSsoConnectionDeletion({ connection, connections, viewer, onDeleted })
  const change = useMemo(() => ({ type: 'delete' as const, connectionId }), [connectionId])
  const [locksOut, setLocksOut] = useState(true)
  const { newDefault, busy, begun, error, remove } = deletion
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={messages.title(display_name)}
      confirmLabel={messages.confirm}
      busy={busy}
      blocked={newDefault !== null || locksOut}
      error={error && { title: messages.failed, error }}
      onConfirm={remove}
    >
      {newDefault ? (
        <NewDefault choice={newDefault} name={display_name} viewer={viewer} />
      ) : (
        <>
          <Losses connection={connection} deletion={deletion} viewer={viewer} />
          {/* Not once it is being deleted: what it knows of members would be fetched anew. */}
          {!begun && <LockOutNotice {...{ viewer, change, connections }} onChange={setLocksOut} />}
        </>
      )}
    </ConfirmDialog>
  )
}

function NewDefault({
  choice,
  name,
  viewer,
}: {
  choice: NewDefaultChoice
  name: string
  viewer: SsoViewer
}) {
  const { defaultFailed } = useSsoMessages()
  const { defaultFirst } = useConnectionMessages().delete
  const { candidates, chosen } = choice
  const isNone = candidates.length === 0
  const chosenName = candidates.find(({ connection_id }) => connection_id === chosen)?.display_name
  return (
    <>
      <Callout tone="warning" title={defaultFirst.title}>
        {defaultFirst.hint(name)} {isNone && defaultFirst.none}
      </Callout>
      {!isNone && (
        <>
          <Field label={defaultFirst.choose}>
            <Select
              value={chosen ?? ''}
              onValueChange={choice.choose}
              options={candidates.map(({ connection_id, display_name }) => ({
                value: connection_id,
                label: display_name,
              }))}
            />
          </Field>
          <p>
            <Button denied={viewer.access.setDefault} busy={choice.saving} onClick={choice.set}>
              {defaultFirst.set}
            </Button>
          </p>
        </>
      )}
      <SaveFailed title={defaultFailed(chosenName ?? '')} error={choice.error} />
    </>
  )
}

function Losses({
  connection,
  deletion,
  viewer,
}: {
  connection: SsoConnection
  deletion: SsoConnectionDeletion
  viewer: SsoViewer
}) {
  const { delete: messages } = useConnectionMessages()
  const { rolesOfAll, rolesOfGroups, joining, lastDefault } = deletion.losses
  const { status, protocol } = connection
  return (
    <ul data-part="sso-losses">
      <li>{status === 'pending' ? messages.pending : messages.intro}</li>
      {rolesOfAll.length + rolesOfGroups > 0 && (
        <li>{messages.roles(rolesOfAll.map(viewer.roles.nameOf), rolesOfGroups)}</li>
      )}
      {joining !== 'not' && <li>{joining === 'last' ? messages.jitLast : messages.jit}</li>}
      {lastDefault && <li>{messages.isDefault}</li>}
      {status === 'active' && (
        <li>{protocol === 'external' ? messages.external : messages.others}</li>
      )}
    </ul>
  )
}
