'use client'
import type { Member } from '../../../client/types.ts'
import { PlaceLink } from '../../portal/PlaceLink.tsx'
import type { LocationChange } from '../../portal/location.ts'
import type { Roles } from '../../portal/useRoles.ts'
import { DateTime } from '../../ui/DateTime.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { isManagedByDirectory, secondFactor, shownRoleIds, signInMethods } from './memberFacts.ts'
import type { ListColumnId } from './listColumns.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { StatusTag } from '../StatusTag.tsx'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

interface CellProps {
  member: Member
}

export interface NameCellProps extends CellProps {
  own: boolean
  to: LocationChange
  onFollow: () => void
}

/** The name, which is the link to the member's page. */
export function NameCell({ member, own, to, onFollow }: NameCellProps) {
  const messages = useMembersMessages()
  return (
    <span data-part="members-name">
      <PlaceLink to={to} onFollow={onFollow}>
        {memberLabel(member)}
      </PlaceLink>
      {own && <Tag tone="accent">{messages.you}</Tag>}
    </span>
  )
}

export interface ListCellProps extends CellProps {
  id: Exclude<ListColumnId, 'name'>
  viewer: MembersViewer
}

/** What a column says of a member. */
export function ListCell({ id, member, viewer }: ListCellProps) {
  const messages = useMembersMessages()
  switch (id) {
    case 'email':
      return (
        <span data-part="members-email" title={member.email_address}>
          {member.email_address}
        </span>
      )
    case 'roles':
      return <RolesCell member={member} roles={viewer.roles} />
    case 'status':
      return <StatusTag status={member.status} />
    case 'methods':
      return <MethodsCell member={member} />
    case 'mfa':
      return (
        <SecondFactorCell
          member={member}
          requiredForAll={viewer.organization?.mfa_policy === 'REQUIRED_FOR_ALL'}
        />
      )
    case 'created':
      return <DateTime value={member.created_at} format="date" />
    case 'updated':
      return <DateTime value={member.updated_at} format="date" />
    case 'breakglass':
      return member.is_breakglass ? <Tag tone="warning">{messages.breakglassYes}</Tag> : null
    case 'directory':
      return isManagedByDirectory(member) ? <Tag tone="info">{messages.managed}</Tag> : null
    case 'externalId':
      return member.external_id ? <code data-part="code">{member.external_id}</code> : null
    case 'lastSeen':
      return <LastSeenCell member={member} />
  }
}

function RolesCell({ member, roles }: CellProps & { roles: Roles }) {
  const messages = useMembersMessages()
  const items = roles
    .sort(shownRoleIds(member))
    .map((roleId) => ({ key: roleId, label: roles.nameOf(roleId) }))
  if (items.length === 0) return null
  return <TagList label={messages.rolesOf(memberLabel(member))} items={items} />
}

function MethodsCell({ member }: CellProps) {
  const { methods: names, methodsOf, providers } = useMembersMessages()
  const known: Readonly<Record<string, string>> = { ...providers, ...names }
  const methods = signInMethods(member)
  if (methods.length === 0) return <span data-part="hint">{names.none}</span>
  const items = methods.map((method) => ({ key: method, label: known[method] ?? method }))
  return <TagList label={methodsOf(memberLabel(member))} items={items} />
}

function SecondFactorCell({ member, requiredForAll }: CellProps & { requiredForAll: boolean }) {
  const { mfa: messages } = useMembersMessages()
  const { required, factors } = secondFactor(member, { requiredForAll })
  if (factors === 'none') {
    return (
      <span data-part={required ? 'members-missing' : 'hint'}>
        {required ? messages.missing : messages.off}
      </span>
    )
  }
  return <>{required ? messages[factors] : messages.optional(messages[factors])}</>
}

function LastSeenCell({ member }: CellProps) {
  const { getLastSeen } = useMembersConfig()
  return <DateTime value={getLastSeen?.(member)} format="relative" />
}
