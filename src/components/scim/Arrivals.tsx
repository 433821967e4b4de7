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
import { LookedAt } from '../portal/LookedAt.tsx'
import { providerName } from './providerName.ts'
import { provisionedUsers, type Arrival, type ProvisionedUser } from './provisionedUsers.ts'
import type { KnownMembers } from '../portal/useKnownMembers.ts'
import { useRoleChangeMessages } from '../portal/useRoleChangeMessages.ts'
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
  const found =
    members.type === 'known' || members.type === 'partial'
      ? provisionedUsers(members.members, connection.connection_id)
      : null
  const users = members.type === 'known' ? found : null
  const groupCount = formatNumber(locale, groups.length)
  return (
    <Rows>
      <Row label={provisioning.status}>
        <Status arrival={arrival} provider={provider} large={isLarge(members)} />
      </Row>
      <Row label={provisioning.users}>
        {found && <CountedUsers count={found.length} members={members} />}
        <Uncounted {...{ members, searchDenied }} />
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
  )
}

/** Too many for one request: then users are not looked for by themselves. */
function isLarge(members: KnownMembers): boolean {
  return members.type === 'partial' || (members.type === 'known' && members.again !== null)
}

interface StatusProps {
  arrival: Arrival
  provider: string
  large: boolean
}

function Status({ arrival, provider, large }: StatusProps) {
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
          <p data-part="hint">
            {large ? provisioning.waitingHintLarge(provider) : provisioning.waitingHint(provider)}
          </p>
        </>
      )
  }
}

/** How many users, among how many members, and the way to look again where that is not done by itself. */
function CountedUsers({ count, members }: { count: number; members: KnownMembers }) {
  const { provisioning } = useScimMessages()
  const locale = useLocale()
  const number = formatNumber(locale, count)
  if (members.type === 'partial') {
    return (
      <div data-part="scim-counted">
        <span>{provisioning.atLeast(number)}</span>
        <Button size="small" onClick={members.load}>
          {provisioning.lookThroughAll}
        </Button>
        <LookedAt members={members} />
      </div>
    )
  }
  if (members.type !== 'known' || members.again === null) return number
  const { look, busy, failed } = members.again
  return (
    <div data-part="scim-counted">
      <span>{number}</span>
      <Button size="small" busy={busy} onClick={look}>
        {provisioning.lookAgain}
      </Button>
      <LookedAt members={members} />
      {failed && (
        <p data-part="hint" role="alert">
          {provisioning.lookFailed}
        </p>
      )}
    </div>
  )
}

function Uncounted({ members, searchDenied }: Pick<ArrivalsProps, 'members' | 'searchDenied'>) {
  const { provisioning } = useScimMessages()
  const { counting } = useRoleChangeMessages()
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
      return members.loaded === 0 ? provisioning.counting : counting(members.loaded, members.total)
    case 'partial':
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
