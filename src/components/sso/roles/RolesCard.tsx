'use client'
import { Card } from '../../ui/Card.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import { Table } from '../../ui/Table.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { KeptContext } from '../../portal/KeptContext.ts'
import type { SsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import type { GroupRow, RolesConnection } from './connectionRoles.ts'
import { RolesEditor } from './RolesEditor.tsx'
import { useConnectionRoles } from './useConnectionRoles.ts'
import { useSsoRolesMessages } from './useSsoRolesMessages.ts'
import { useContext } from 'react'

const RolesReviewDialog = lazyWhenOpen(() =>
  import('./RolesReviewDialog.tsx').then((file) => file.RolesReviewDialog),
)

export interface RolesCardProps {
  connection: SsoConnection
  viewer: SsoViewer
}

/**
 * The roles that follow from a connection, for everybody and by group: edited in place, and reviewed before they are saved.
 *
 * @rbac stytch.sso update
 */
export function RolesCard({ connection, viewer }: RolesCardProps) {
  const messages = useSsoRolesMessages()
  return connection.protocol === 'oidc' ? (
    <Card title={messages.title} description={messages.hint}>
      <p>{messages.oidc}</p>
    </Card>
  ) : (
    <EditableRoles connection={connection} viewer={viewer} />
  )
}

function EditableRoles({ connection, viewer }: { connection: RolesConnection; viewer: SsoViewer }) {
  const messages = useSsoRolesMessages()
  const kept = useContext(KeptContext)
  const state = useConnectionRoles(connection)
  const editor = state.type === 'editing' ? state : null
  return (
    <>
      <SettingsCard
        title={messages.title}
        description={messages.hint}
        denied={viewer.access.update}
        editing={editor !== null}
        dirty={editor?.differs ?? false}
        blocked={editor?.missing != null || editor?.conflict != null || kept !== null}
        saveLabel={messages.review}
        onEdit={() => state.type === 'viewing' && state.edit()}
        onCancel={() => editor?.cancel()}
        onSave={() => editor?.openReview()}
        saved={
          state.type === 'viewing' &&
          state.justSaved &&
          messages.saved(state.everybody.length, state.rows.length)
        }
        preview={<SaveBlocked />}
        form={editor && <RolesEditor editor={editor} connection={connection} viewer={viewer} />}
      >
        {state.type === 'viewing' && (
          <RolesView everybody={state.everybody} rows={state.rows} viewer={viewer} />
        )}
      </SettingsCard>
      <RolesReviewDialog
        open={editor?.review != null}
        review={editor?.review ?? null}
        connectionId={connection.connection_id}
        viewer={viewer}
      />
    </>
  )
}

interface RolesViewProps {
  everybody: readonly string[]
  rows: readonly GroupRow[]
  viewer: SsoViewer
}

function RolesView({ everybody, rows, viewer: { roles } }: RolesViewProps) {
  const messages = useSsoRolesMessages()
  const tags = (roleIds: readonly string[]) =>
    roles.sort(roleIds).map((roleId) => ({ key: roleId, label: roles.nameOf(roleId) }))
  return (
    <>
      <Rows>
        <Row label={messages.everybody} hint={messages.everybodyHint}>
          {everybody.length === 0 ? (
            messages.noneForEverybody
          ) : (
            <TagList label={messages.everybodyLabel} items={tags(everybody)} />
          )}
        </Row>
      </Rows>
      {rows.length === 0 ? (
        <p data-part="hint">{messages.none}</p>
      ) : (
        <Table
          caption={messages.groupsLabel}
          rows={rows}
          getKey={({ group }) => group}
          columns={[
            {
              id: 'group',
              header: messages.group,
              width: '40%',
              cell: ({ group }) => <span data-part="sso-group">{group}</span>,
            },
            {
              id: 'roles',
              header: messages.roles,
              cell: ({ group, roleIds }) => (
                <TagList label={messages.of(group)} items={tags(roleIds)} />
              ),
            },
          ]}
        />
      )}
    </>
  )
}
