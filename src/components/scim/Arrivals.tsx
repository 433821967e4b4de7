'use client'
import type { ScimConnection, ScimGroup } from '../../client/scim.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Denied } from '../portal/denied.ts'
import { useLocale } from '../portal/PortalContext.ts'
import { Button } from '../ui/Button.tsx'
import { DateTime } from '../ui/DateTime.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { providerName } from './providerName.ts'
import { provisionedUsers, type Arrival, type ProvisionedUser } from './provisionedUsers.ts'
import type { KnownMembers } from './useProvisionedMembers.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface ArrivalsProps {
  connection: ScimConnection
  arrival: Arrival
  groups: readonly ScimGroup[]
  /** False while more groups are being loaded. */
  complete: boolean
  members: KnownMembers
  searchDenied: Denied | undefined
}

/** How many of the newest users are named. */
const NEWEST = 5

/** Waiting for the first push, or what has come: how much, who, when. */
export function Arrivals({
  connection,
  arrival,
  groups,
  complete,
  members,
  searchDenied,
}: ArrivalsProps) {
  const messages = useScimMessages()
  const locale = useLocale()
  const { provisioning } = messages
  const provider = providerName(messages, connection.identity_provider)
  const users =
    members.type === 'known' ? provisionedUsers(members.members, connection.connection_id) : null
  const groupCount = formatNumber(locale, groups.length)
  return (
    <>
      <Rows>
        <Row label={provisioning.status}>
          <Status arrival={arrival} provider={provider} />
        </Row>
        <Row label={provisioning.users}>
          {users ? (
            formatNumber(locale, users.length)
          ) : (
            <Uncounted {...{ members, searchDenied }} />
          )}
        </Row>
        <Row label={provisioning.groups}>
          {complete ? groupCount : provisioning.atLeast(groupCount)}
        </Row>
        {arrival.type === 'arrived' && arrival.lastChangeAt !== null && (
          <Row label={provisioning.lastChange}>
            <DateTime value={arrival.lastChangeAt} />
          </Row>
        )}
        {users !== null && users.length > 0 && (
          <Row label={provisioning.usersLabel}>
            <Newest users={users.slice(0, NEWEST)} />
          </Row>
        )}
      </Rows>
    </>
  )
}

function Status({ arrival, provider }: { arrival: Arrival; provider: string }) {
  const { provisioning } = useScimMessages()
  switch (arrival.type) {
    case 'unknown':
      return <StatusDot tone="neutral">{provisioning.looking}</StatusDot>
    case 'arrived':
      return <StatusDot tone="success">{provisioning.arrived}</StatusDot>
    case 'waiting':
      return (
        <>
          <StatusDot tone="info">{provisioning.waiting}</StatusDot>
          <p data-part="hint">{provisioning.waitingHint(provider)}</p>
        </>
      )
  }
}

function Uncounted({ members, searchDenied }: Pick<ArrivalsProps, 'members' | 'searchDenied'>) {
  const { provisioning, preview } = useScimMessages()
  const { retry } = useUiMessages()
  switch (members.type) {
    case 'hidden':
      return (
        <>
          {provisioning.usersDenied}
          <DeniedHint denied={searchDenied} />
        </>
      )
    case 'failed':
      return (
        <>
          {provisioning.usersFailed}{' '}
          <Button size="small" onClick={members.retry}>
            {retry}
          </Button>
        </>
      )
    case 'loading':
      return members.loaded === 0
        ? provisioning.counting
        : preview.counting(members.loaded, members.total)
    case 'known':
      return null
  }
}

function Newest({ users }: { users: readonly ProvisionedUser[] }) {
  const { provisioning } = useScimMessages()
  return (
    <ul data-part="scim-users" aria-label={provisioning.usersLabel}>
      {users.map((user) => (
        <li key={user.memberId} data-part="scim-user">
          <span data-part="scim-user-name">{user.label}</span>
          {user.label !== user.email && <span data-part="hint">{user.email}</span>}
          {!user.active && <Tag>{provisioning.inactive}</Tag>}
          <DateTime value={user.changedAt} format="relative" />
        </li>
      ))}
    </ul>
  )
}
