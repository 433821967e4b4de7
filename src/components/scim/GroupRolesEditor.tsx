'use client'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { Field } from '../ui/Field.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { TrashIcon } from '../ui/icons.tsx'
import { MultiSelect } from '../ui/MultiSelect.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { GroupName } from './GroupName.tsx'
import type { GroupLabel } from './groupNames.ts'
import type { GroupRoles } from './roleAssignments.ts'
import type { GroupRolesEditor as GroupRolesEditorState } from './useGroupRoles.ts'
import { useGroupText } from './useGroupText.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'
import type { Roles } from '../portal/useRoles.ts'

export interface GroupRolesEditorProps {
  editor: GroupRolesEditorState
  page: ScimPage
}

/** A row per group with its roles to choose, and a place to add a group. */
export function GroupRolesEditor({ editor, page }: GroupRolesEditorProps) {
  const { roles: messages } = useScimMessages()
  const [said, setSaid] = useState('')
  const textOf = useGroupText()
  return (
    <>
      <Conflict editor={editor} page={page} />
      <Field label={messages.add} hint={editor.unused.length === 0 && messages.allUsed}>
        <MultiSelect
          mode="single"
          value={[]}
          placeholder={messages.addHint}
          options={editor.unused.map((group) => ({
            value: group.group_id,
            label: group.group_name,
            description: editor.names(group.group_id).id ?? undefined,
          }))}
          onValueChange={([groupId]) => groupId !== undefined && editor.addGroup(groupId)}
        />
      </Field>
      {editor.rows.length > 0 && (
        <ul data-part="scim-role-rows" aria-label={messages.title}>
          {editor.rows.map((row) => (
            <RoleRow
              key={row.groupId}
              row={row}
              label={editor.names(row.groupId)}
              roles={page.viewer.roles}
              onChange={(roleIds) => editor.setRoles(row.groupId, roleIds)}
              onRemove={() => {
                editor.removeGroup(row.groupId)
                setSaid(messages.removed(textOf(editor.names(row.groupId))))
              }}
            />
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

interface RoleRowProps {
  row: GroupRoles
  label: GroupLabel
  roles: Roles
  onChange: (roleIds: string[]) => void
  onRemove: () => void
}

function RoleRow({ row, label, roles, onChange, onRemove }: RoleRowProps) {
  const { roles: messages } = useScimMessages()
  const name = useGroupText()(label)
  return (
    <li data-part="scim-role-row">
      <GroupName groupId={row.groupId} label={label} gone={row.presence === 'gone'} />
      <div data-part="scim-role-choice">
        <MultiSelect
          aria-label={messages.pick(name)}
          options={roleOptions(roles, row.roleIds)}
          value={row.roleIds}
          onValueChange={onChange}
        />
        {row.roleIds.length === 0 && <p data-part="hint">{messages.noRoles}</p>}
        {row.presence === 'gone' && <p data-part="hint">{messages.goneHint}</p>}
      </div>
      <IconButton label={messages.remove(name)} icon={<TrashIcon />} onClick={onRemove} />
    </li>
  )
}

/** What a group can give, and what it gives already although it could not be given now: that can only be dropped. */
function roleOptions({ assignable, display }: Roles, given: readonly string[]) {
  const offered = new Set(assignable.map((role) => role.role_id))
  const others = given.filter((roleId) => !offered.has(roleId)).map(display)
  return [...assignable, ...others].map((role) => ({
    value: role.role_id,
    label: role.name,
    description: role.description,
  }))
}

function Conflict({ editor, page }: GroupRolesEditorProps) {
  const { roles: messages } = useScimMessages()
  const textOf = useGroupText()
  const { conflict } = editor
  if (conflict === null) return null
  const groupName = (groupId: string) => textOf(editor.names(groupId))
  const { nameOf } = page.viewer.roles
  return (
    <Callout
      tone="warning"
      announce="alert"
      title={messages.conflict.title}
      actions={
        <>
          <Button size="small" onClick={editor.keepBoth}>
            {messages.conflict.merge}
          </Button>
          <Button size="small" onClick={editor.discardMine}>
            {messages.conflict.discard}
          </Button>
        </>
      }
    >
      <p>{messages.conflict.hint}</p>
      <ul aria-label={messages.conflict.theirs}>
        {conflict.added.map(({ group_id, role_id }) => (
          <li key={`+${group_id} ${role_id}`}>
            {messages.conflict.added(groupName(group_id), nameOf(role_id))}
          </li>
        ))}
        {conflict.removed.map(({ group_id, role_id }) => (
          <li key={`-${group_id} ${role_id}`}>
            {messages.conflict.removed(groupName(group_id), nameOf(role_id))}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
