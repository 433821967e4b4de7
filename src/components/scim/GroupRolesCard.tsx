'use client'
import { useState } from 'react'
import type { ComponentType } from 'react'
import type { Denied } from '../portal/denied.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { lazyWhenOpen } from '../ui/lazyWhenOpen.tsx'
import { SettingsCard } from '../ui/SettingsCard.tsx'
import { Table } from '../ui/Table.tsx'
import { TagList } from '../ui/TagList.tsx'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { GroupName } from './GroupName.tsx'
import type { GroupNames } from './groupNames.ts'
import type { GroupRolesEditorProps } from './GroupRolesEditor.tsx'
import type { GroupRoles } from './roleAssignments.ts'
import { SaveBlocked } from '../portal/KeptNotice.tsx'
import type { GroupRolesState } from './useGroupRoles.ts'
import { useGroupText } from './useGroupText.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'

const RolesReviewDialog = lazyWhenOpen(() =>
  import('./RolesReviewDialog.tsx').then((file) => file.RolesReviewDialog),
)

export interface GroupRolesCardProps {
  state: GroupRolesState
  page: ScimPage
  denied: Denied | undefined
  session: 'live' | 'ended'
}

/** Which group gives which roles: a table that turns into an editor in place, and a review before it is saved. */
export function GroupRolesCard({ state, page, denied, session }: GroupRolesCardProps) {
  const { roles: messages } = useScimMessages()
  const ui = useUiMessages()
  const [Editor, setEditor] = useState<ComponentType<GroupRolesEditorProps> | null>(null)
  const [loadError, setLoadError] = useState<unknown>(null)
  const editor = state.type === 'editing' ? state : null

  // The editor is there before the card switches over, so that the focus can go to its first field.
  const edit = async () => {
    if (state.type !== 'viewing') return
    try {
      const { GroupRolesEditor } = await import('./GroupRolesEditor.tsx')
      setEditor(() => GroupRolesEditor)
      setLoadError(null)
      state.edit()
    } catch (error) {
      setLoadError(error)
    }
  }
  return (
    <>
      <SettingsCard
        title={messages.title}
        description={messages.hint}
        denied={denied}
        editing={editor !== null}
        dirty={editor?.differs ?? false}
        saveLabel={messages.review}
        onEdit={() => void edit()}
        onCancel={() => editor?.cancel()}
        onSave={() => session === 'live' && editor?.openReview()}
        saved={state.type === 'viewing' && state.justSaved && messages.saved(state.rows.length)}
        preview={session === 'ended' && <SaveBlocked />}
        form={editor && Editor && <Editor editor={editor} page={page} />}
      >
        {state.type === 'viewing' && (
          <RolesTable rows={state.rows} names={state.names} page={page} />
        )}
        {loadError !== null && (
          <ErrorState
            title={ui.error.notLoaded}
            description={ui.error.notLoadedHint}
            error={loadError}
            onRetry={() => void edit()}
          />
        )}
      </SettingsCard>
      <RolesReviewDialog
        open={editor?.review != null}
        review={editor?.review ?? null}
        page={page}
      />
    </>
  )
}

interface RolesTableProps {
  rows: readonly GroupRoles[]
  names: GroupNames
  page: ScimPage
}

function RolesTable({ rows, names, page }: RolesTableProps) {
  const textOf = useGroupText()
  const { roles: messages } = useScimMessages()
  const { roles } = page.viewer
  const noGroups = page.groups.type === 'known' && page.groups.groups.length === 0
  if (rows.length === 0) {
    return <p data-part="hint">{noGroups ? messages.noGroups : messages.none}</p>
  }
  return (
    <>
      {rows.some((row) => row.presence === 'gone') && <p data-part="hint">{messages.goneHint}</p>}
      <Table
        caption={messages.title}
        rows={rows}
        getKey={(row) => row.groupId}
        columns={[
          {
            id: 'group',
            header: messages.group,
            width: '40%',
            cell: (row) => (
              <GroupName
                groupId={row.groupId}
                label={names(row.groupId)}
                gone={row.presence === 'gone'}
              />
            ),
          },
          {
            id: 'roles',
            header: messages.roles,
            cell: (row) => (
              <TagList
                label={messages.pick(textOf(names(row.groupId)))}
                items={roles
                  .sort(row.roleIds)
                  .map((roleId) => ({ key: roleId, label: roles.nameOf(roleId) }))}
              />
            ),
          },
        ]}
      />
    </>
  )
}
