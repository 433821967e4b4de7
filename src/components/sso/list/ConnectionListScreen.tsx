'use client'
import { useMemo } from 'react'
import { KeptNotice } from '../../portal/KeptNotice.tsx'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Table } from '../../ui/Table.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoSlots } from '../SsoConfig.ts'
import { OnlySsoCard } from '../switchOn/OnlySsoCard.tsx'
import { useSsoMessages } from '../useSsoMessages.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { ProjectLimits } from '../useSsoPortal.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { EmptyConnections } from './EmptyConnections.tsx'
import { ProjectLimitsHint } from './ProjectLimitsHint.tsx'
import { useConnectionColumns } from './useConnectionColumns.tsx'
import { useConnectionList, type ConnectionList } from './useConnectionList.ts'

const DeleteConnectionDialog = lazyWhenOpen(() =>
  import('../connection/DeleteConnectionDialog.tsx').then((file) => file.DeleteConnectionDialog),
)

export interface ConnectionListScreenProps {
  viewer: SsoViewer
  connections: readonly SsoConnection[]
  projectLimits: ProjectLimits
}

/** All connections of the organization, what can be done to each, and the way to a new one. */
export function ConnectionListScreen(props: ConnectionListScreenProps) {
  const { viewer, connections, projectLimits } = props
  const messages = useSsoMessages()
  const slots = useSsoSlots()
  const toast = useToast()
  const { go } = useSsoNavigation()
  const list = useConnectionList(connections)
  const { create } = viewer.access
  return (
    <PartFrame
      title={messages.title}
      description={messages.purpose}
      width="full"
      screen="sso-list"
      action={
        <>
          {slots.listActions}
          <Button
            variant="primary"
            icon={<PlusIcon />}
            denied={create}
            onClick={() => go({ screen: 'new', choice: null })}
          >
            {messages.list.new}
          </Button>
        </>
      }
    >
      <KeptNotice />
      {!create && <ProjectLimitsHint limits={projectLimits} />}
      <SaveFailed
        title={messages.defaultFailed(list.defaultFailure?.name ?? '')}
        error={list.defaultFailure?.error ?? null}
      />
      {connections.length === 0 ? (
        <EmptyConnections viewer={viewer} projectLimits={projectLimits} />
      ) : (
        <>
          <Connections viewer={viewer} list={list} />
          <OnlySsoCard {...{ viewer, connections }} />
        </>
      )}
      {list.deleting && (
        <DeleteConnectionDialog
          key={list.deleting.connection.connection_id}
          open={list.deleting.open}
          connection={list.deleting.connection}
          {...{ viewer, connections }}
          onClose={list.closeDelete}
          onDeleted={({ display_name }) => {
            list.closeDelete()
            toast({ text: messages.deleted(display_name) })
          }}
        />
      )}
    </PartFrame>
  )
}

function Connections({ viewer, list }: { viewer: SsoViewer; list: ConnectionList }) {
  const { list: messages } = useSsoMessages()
  const { to, go } = useSsoNavigation()
  const { askDelete, search, defaultId, setDefault } = list
  const actions = useMemo(() => ({ go, askDelete, setDefault }), [go, askDelete, setDefault])
  const columns = useConnectionColumns({ viewer, defaultId, to, actions })
  return (
    <div data-part="sso-list">
      {search && (
        <SearchField label={messages.search} value={search.text} onValueChange={search.set} />
      )}
      <VisuallyHidden role="status">
        {search?.text && messages.found(list.shown.length)}
      </VisuallyHidden>
      <Table
        caption={messages.caption}
        columns={columns}
        rows={list.shown}
        getKey={connectionId}
        rowsAreLinks
        empty={
          search && (
            <EmptyState
              title={messages.noMatch}
              description={messages.noMatchHint(search.text)}
              action={<Button onClick={() => search.set('')}>{messages.clear}</Button>}
            />
          )
        }
      />
    </div>
  )
}

const connectionId = ({ connection_id }: SsoConnection) => connection_id
