'use client'
import type { Member, MemberRole } from '../../../client/types.ts'
import type { NameSource, NamedRoleSource } from '../../../hooks/roleSources.ts'
import { EVERY_MEMBERS_ROLE, type Roles } from '../../portal/useRoles.ts'
import { Table } from '../../ui/Table.tsx'
import { useProfileMessages } from './useProfileMessages.ts'
import { useRoleSourceText } from './useRoleSourceText.ts'

export interface MemberRolesTableProps {
  member: Pick<Member, 'roles'>
  roles: Roles
  nameSource: NameSource
}

/** The roles of a member, where each comes from, and how each of these ends. */
export function MemberRolesTable({ member, roles, nameSource }: MemberRolesTableProps) {
  const { roles: messages } = useProfileMessages()
  const byId = new Map(member.roles.map((role) => [role.role_id, role]))
  const rows = roles.sort([...byId.keys()]).flatMap((roleId) => byId.get(roleId) ?? [])
  return (
    <Table
      caption={messages.caption}
      rows={rows}
      getKey={(role) => role.role_id}
      empty={<p data-part="hint">{messages.none}</p>}
      columns={[
        {
          id: 'role',
          header: messages.role,
          width: '36%',
          cell: (role) => <RoleName roleId={role.role_id} roles={roles} />,
        },
        {
          id: 'from',
          header: messages.from,
          cell: (role) => <Sources role={role} nameSource={nameSource} />,
        },
      ]}
    />
  )
}

function RoleName({ roleId, roles }: { roleId: string; roles: Roles }) {
  const { roles: messages } = useProfileMessages()
  const { name, description, known } = roles.display(roleId)
  return (
    <span data-part="member-role">
      {known ? <span>{name}</span> : <code data-part="code">{roleId}</code>}
      {(!known || description) && (
        <span data-part="hint">{known ? description : messages.unknown}</span>
      )}
    </span>
  )
}

interface SourcesProps {
  role: MemberRole
  nameSource: NameSource
}

function Sources({ role, nameSource }: SourcesProps) {
  const { roles: messages } = useProfileMessages()
  const textOf = useRoleSourceText()
  if (role.role_id === EVERY_MEMBERS_ROLE) {
    return <Source from={messages.everyMember} ends={messages.everyMemberEnds} />
  }
  return (
    <ul data-part="member-sources">
      {role.sources.map((source) => {
        const named = nameSource(source)
        return (
          <li key={JSON.stringify(source)}>
            <Source from={textOf(named)} ends={messages.ends[endOf(named)]} />
          </li>
        )
      })}
    </ul>
  )
}

function Source({ from, ends }: { from: string; ends: string }) {
  return (
    <span data-part="member-role">
      <span>{from}</span>
      <span data-part="hint">{ends}</span>
    </span>
  )
}

function endOf({ type }: NamedRoleSource) {
  switch (type) {
    case 'direct_assignment':
      return 'direct'
    case 'email_assignment':
      return 'email'
    case 'sso_connection':
      return 'sso'
    case 'sso_connection_group':
      return 'ssoGroup'
    case 'scim_connection_group':
      return 'scimGroup'
    case 'viewed':
    case 'other':
      return 'other'
  }
}
