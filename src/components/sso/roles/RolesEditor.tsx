'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { Roles } from '../../portal/useRoles.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { SsoViewer } from '../useSsoViewer.ts'
import type { RolesConnection } from './connectionRoles.ts'
import { RolePairList } from './RolePairList.tsx'
import type { EditedRow, RolesEditor as RolesEditorState } from './useConnectionRoles.ts'
import { useSeenGroups } from './useSeenGroups.ts'
import { useSsoRolesMessages } from './useSsoRolesMessages.ts'

export interface RolesEditorProps {
  editor: RolesEditorState
  connection: RolesConnection
  viewer: SsoViewer
}

/** The roles of everybody, and a row per group with its name and roles. Groups that were seen are offered. */
export function RolesEditor({ editor, connection, viewer }: RolesEditorProps) {
  const messages = useSsoRolesMessages()
  const listId = useId()
  const [said, setSaid] = useState('')
  // Not under the review: members would be fetched anew with the save, for a form that is about to go.
  const seen = useSeenGroups(connection.connection_id, { viewer, enabled: editor.review === null })
  const { roles } = viewer
  const adder = useRef<HTMLButtonElement>(null)
  const list = useFocusOnNewRow(editor.rows.length)
  return (
    <>
      <Conflict editor={editor} roles={roles} />
      <Field label={messages.everybodyLabel} hint={messages.everybodyHint}>
        <MultiSelect
          options={roleOptions(roles, editor.everybody)}
          value={editor.everybody}
          onValueChange={editor.setEverybody}
        />
      </Field>
      {editor.attribute !== null && (
        <Callout title={messages.notMapped}>
          <Field
            label={messages.attribute}
            hint={messages.attributeHint}
            error={editor.missing === 'attribute' && messages.attributeNeeded}
          >
            <TextInput code value={editor.attribute} onValueChange={editor.setAttribute} />
          </Field>
        </Callout>
      )}
      <div data-part="sso-roles-groups" role="group" aria-labelledby={`${listId}-title`}>
        <p data-part="label" id={`${listId}-title`}>
          {messages.groups}
        </p>
        <p data-part="hint">{messages.groupsHint}</p>
        {editor.rows.length > 0 && (
          <ul ref={list} data-part="sso-role-rows" aria-label={messages.groupsLabel}>
            {editor.rows.map((row, index) => (
              <RoleRow
                key={row.id}
                row={row}
                place={index + 1}
                roles={roles}
                listId={listId}
                onChange={(part) => editor.setRow(row.id, part)}
                onRemove={() => {
                  editor.removeRow(row.id)
                  // The button that was pressed goes with its row.
                  adder.current?.focus()
                  if (row.group !== '') setSaid(messages.removed(row.group))
                }}
              />
            ))}
          </ul>
        )}
        <datalist id={listId}>
          {seen.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
        <Button ref={adder} size="small" onClick={editor.addRow}>
          {messages.addGroup}
        </Button>
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}

/** The focus goes to the name of a row that was added. */
function useFocusOnNewRow(count: number) {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) {
      list.current?.lastElementChild?.querySelector<HTMLInputElement>('input')?.focus()
    }
    before.current = count
  }, [count])
  return list
}

interface RoleRowProps {
  row: EditedRow
  place: number
  roles: Roles
  listId: string
  onChange: (part: Partial<EditedRow>) => void
  onRemove: () => void
}

function RoleRow({ row, place, roles, listId, onChange, onRemove }: RoleRowProps) {
  const messages = useSsoRolesMessages()
  const name = row.group.trim()
  const hasRoles = row.roleIds.length > 0
  return (
    <li data-part="sso-role-row">
      <div data-part="sso-role-cell">
        <TextInput
          aria-label={messages.groupName(place)}
          aria-invalid={name === '' && hasRoles}
          placeholder={messages.group}
          list={listId}
          value={row.group}
          onValueChange={(group) => onChange({ group })}
        />
        {name === '' && hasRoles && <p data-part="hint">{messages.groupNeeded}</p>}
      </div>
      <div data-part="sso-role-cell">
        <MultiSelect
          aria-label={name === '' ? messages.ofUnnamed : messages.of(name)}
          options={roleOptions(roles, row.roleIds)}
          value={row.roleIds}
          onValueChange={(roleIds) => onChange({ roleIds })}
        />
        {!hasRoles && <p data-part="hint">{messages.noRoles}</p>}
      </div>
      <IconButton label={messages.remove(name)} icon={<TrashIcon />} onClick={onRemove} />
    </li>
  )
}

/** What can be given, and what is given already although it could not be given now: that can only be dropped. */
function roleOptions({ assignable, display }: Roles, given: readonly string[]) {
  const offered = new Set(assignable.map((role) => role.role_id))
  const others = given.filter((roleId) => !offered.has(roleId)).map(display)
  return [...assignable, ...others].map((role) => ({
    value: role.role_id,
    label: role.name,
    description: role.description,
  }))
}

function Conflict({ editor, roles }: { editor: RolesEditorState; roles: Roles }) {
  const { conflict: messages } = useSsoRolesMessages()
  if (editor.conflict === null) return null
  return (
    <Callout
      tone="warning"
      announce="alert"
      title={messages.title}
      actions={
        <>
          <Button size="small" onClick={editor.keepBoth}>
            {messages.merge}
          </Button>
          <Button size="small" onClick={editor.discardMine}>
            {messages.discard}
          </Button>
        </>
      }
    >
      <p>{messages.hint}</p>
      <RolePairList diff={editor.conflict} label={messages.theirs} nameOf={roles.nameOf} />
    </Callout>
  )
}
