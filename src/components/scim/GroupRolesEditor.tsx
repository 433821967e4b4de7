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
import type { GroupRoles } from './roleAssignments.ts'
import type { GroupRolesEditor as GroupRolesEditorState } from './useGroupRoles.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'

export interface GroupRolesEditorProps {
  editor: GroupRolesEditorState
  page: ScimPage
}

/** A row per group with its roles to choose, and a place to add a group. */
export function GroupRolesEditor({ editor, page }: GroupRolesEditorProps) {
  const { roles: messages } = useScimMessages()
  const [said, setSaid] = useState('')
  const options = page.viewer.roles.roles.map((role) => ({
    value: role.role_id,
    label: role.name,
    description: role.description,
  }))
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
              options={options}
              onChange={(roleIds) => editor.setRoles(row.groupId, roleIds)}
              onRemove={() => {
                editor.removeGroup(row.groupId)
                setSaid(messages.removed(nameOf(row)))
              }}
            />
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )

  function nameOf(row: GroupRoles): string {
    return row.groupName ?? messages.unnamed
  }
}

interface RoleRowProps {
  row: GroupRoles
  options: { value: string; label: string; description: string }[]
  onChange: (roleIds: string[]) => void
  onRemove: () => void
}

function RoleRow({ row, options, onChange, onRemove }: RoleRowProps) {
  const { roles: messages } = useScimMessages()
  const name = row.groupName ?? messages.unnamed
  return (
    <li data-part="scim-role-row">
      <GroupName row={row} />
      <div data-part="scim-role-choice">
        <MultiSelect
          aria-label={messages.pick(name)}
          options={options}
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

function Conflict({ editor, page }: GroupRolesEditorProps) {
  const { roles: messages } = useScimMessages()
  const { conflict } = editor
  if (conflict === null) return null
  const names = new Map(
    page.groups.type === 'known'
      ? page.groups.groups.map((group) => [group.group_id, group.group_name])
      : [],
  )
  const groupName = (groupId: string) => names.get(groupId) ?? messages.unnamed
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
