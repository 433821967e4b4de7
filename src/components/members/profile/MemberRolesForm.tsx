'use client'
import type { NameSource } from '../../../hooks/roleSources.ts'
import type { Roles } from '../../portal/useRoles.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import type { ImplicitRole, RolesDiff } from './memberRoleChanges.ts'
import { RolePicker } from '../RolePicker.tsx'
import type { MemberRolesEditor } from './useMemberRoles.ts'
import { useProfileMessages } from './useProfileMessages.ts'
import { useRoleSourceText } from './useRoleSourceText.ts'

export interface MemberRolesFormProps {
  editor: MemberRolesEditor
  roles: Roles
  nameSource: NameSource
}

/** The roles given directly, to choose; under them what the choice really changes. */
export function MemberRolesForm({ editor, roles, nameSource }: MemberRolesFormProps) {
  const { roles: messages } = useProfileMessages()
  return (
    <>
      {editor.conflict && <Conflict conflict={editor.conflict} editor={editor} roles={roles} />}
      <Field label={messages.direct} hint={messages.directHint}>
        <RolePicker
          roles={roles}
          value={editor.chosen}
          placeholder={messages.placeholder}
          onValueChange={editor.setChosen}
        />
      </Field>
      <Changes editor={editor} roles={roles} nameSource={nameSource} />
      <Sessions editor={editor} nameSource={nameSource} />
    </>
  )
}

function Conflict(props: { conflict: RolesDiff; editor: MemberRolesEditor; roles: Roles }) {
  const { conflict, editor, roles } = props
  const { roles: messages } = useProfileMessages()
  const names = (roleIds: readonly string[]) => roles.sort(roleIds).map(roles.nameOf)
  return (
    <Callout
      tone="warning"
      announce="status"
      title={messages.changed}
      actions={
        <>
          <Button size="small" onClick={editor.keepBoth}>
            {messages.keepBoth}
          </Button>
          <Button size="small" onClick={editor.takeTheirs}>
            {messages.takeTheirs}
          </Button>
        </>
      }
    >
      {conflict.added.length > 0 && messages.theyAdded(names(conflict.added))}{' '}
      {conflict.removed.length > 0 && messages.theyRemoved(names(conflict.removed))}
    </Callout>
  )
}

function Changes({ editor, roles, nameSource }: MemberRolesFormProps) {
  const { roles: messages } = useProfileMessages()
  const textOf = useRoleSourceText()
  const { gains, loses, keeps, secures } = editor.changes
  if (!editor.differs) return null
  const sourcesOf = ({ sources }: ImplicitRole) =>
    sources.map((source) => textOf(nameSource(source)))
  const described = (roleId: string) => {
    const { name, description } = roles.display(roleId)
    return [name, description] as const
  }
  return (
    <ul data-part="member-changes" aria-label={messages.preview} aria-live="polite">
      {roles.sort(gains).map((roleId) => (
        <li key={roleId} data-part="member-change" data-state="gains">
          {messages.gains(...described(roleId))}
        </li>
      ))}
      {roles.sort(loses).map((roleId) => (
        <li key={roleId} data-part="member-change" data-state="loses">
          {messages.loses(...described(roleId))}
        </li>
      ))}
      {keeps.map((role) => (
        <li key={role.roleId} data-part="member-change" data-state="keeps">
          {messages.keeps(roles.nameOf(role.roleId), sourcesOf(role))}
        </li>
      ))}
      {secures.map((role) => (
        <li key={role.roleId} data-part="member-change" data-state="gains">
          {messages.secures(roles.nameOf(role.roleId), sourcesOf(role))}
        </li>
      ))}
    </ul>
  )
}

/** Sessions that end with a role which also comes from the connection they were begun through; a choice. */
function Sessions({ editor, nameSource }: Pick<MemberRolesFormProps, 'editor' | 'nameSource'>) {
  const { roles: messages } = useProfileMessages()
  const connections = editor.changes.endsSessionsOf.map((connection_id) => {
    const named = nameSource({ type: 'sso_connection', details: { connection_id } })
    return 'connection_name' in named ? named.connection_name : connection_id
  })
  if (connections.length === 0) return null
  return (
    <>
      <p>{messages.sessionsEnd(connections)}</p>
      <Checkbox
        label={messages.preserve}
        hint={messages.preserveHint}
        checked={editor.preservesSessions}
        onCheckedChange={editor.setPreservesSessions}
      />
    </>
  )
}
