import type {
  AuthenticationFactor,
  AuthMethod,
  Member,
  Organization,
} from '../../../client/types.ts'
import { signInWays as waysOf, type SignInWays } from '../../portal/signInWays.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import type { SsoConnection } from '../connections.ts'

/** A change after which somebody may not get in any more. */
export type SsoChange =
  /** `break`: what is entered for it may turn out wrong, and then nobody signs in through it. */
  | { type: 'delete' | 'break'; connectionId: string }
  /** SSO becomes the only method. */
  | { type: 'require-sso' }
  /** These become the only methods; null: all are allowed. */
  | { type: 'set-methods'; methods: readonly AuthMethod[] | null }

/** What is read of a member. */
export type LockOutMember = Pick<
  Member,
  | 'member_id'
  | 'name'
  | 'email_address'
  | 'status'
  | 'is_breakglass'
  | 'member_password_id'
  | 'sso_registrations'
  | 'oauth_registrations'
>

/** What is read of a connection. */
export type LockOutConnection = Pick<
  SsoConnection,
  'connection_id' | 'display_name' | 'status' | 'protocol'
>

export type LockOutPolicy = Pick<
  Organization,
  'auth_methods' | 'allowed_auth_methods' | 'sso_default_connection_id'
>

export interface LockOutPerson {
  memberId: string
  /** Name, or the e-mail address where there is no name. */
  label: string
}

export interface LockedPerson extends LockOutPerson {
  /** A method is left to them that they have never used: they get in if the identity provider knows them. */
  mayReturn: boolean
}

export interface LockOut {
  /** Who can sign in now, and could not as they are after the change. */
  locked: LockedPerson[]
  /** The viewer is one of them. */
  viewerLocked: boolean
  /** Active members who get in whatever the organization demands. */
  breakglass: LockOutPerson[]
  /** Of all that were looked at nobody could sign in after the change. */
  nobodyLeft: boolean
  /** Any member at all gets in afterwards, by a mail: then nobody can be locked out, whoever they are. */
  openToAll: boolean
  /** About the connection that the change is of; null for the others, and where there is no such connection. */
  connection: ConnectionUse | null
  /** Ids of the active connections that stay. */
  active: string[]
  /** Those of them that some member has come through. */
  used: string[]
}

/** What a connection is to the organization. */
export interface ConnectionUse {
  connectionId: string
  name: string
  active: boolean
  /** Members who have signed in through it; empty: it was never used. */
  users: LockOutPerson[]
  isDefault: boolean
  /** No other one is active. */
  isOnlyActive: boolean
  /** The viewer's session was begun through it. */
  isViewersOwn: boolean
}

/**
 * By which methods a member can sign in now, where these are the connections: what the organization allows (all, for a
 * break-glass member), by what the member has. Mails reach everybody. A deleted member cannot sign in.
 */
export function signInWays(
  member: LockOutMember,
  organization: LockOutPolicy,
  connections: readonly LockOutConnection[],
): SignInWays {
  const sso_active_connections = connections
    .filter(({ status }) => status === 'active')
    .map(({ connection_id, display_name }) => ({
      connection_id,
      display_name,
      identity_provider: '',
    }))
  const ways = waysOf(member, { ...organization, sso_active_connections })
  if (member.status !== 'deleted') return ways
  return { policy: ways.policy, ready: [], later: [], impossible: [...ways.ready, ...ways.later] }
}

/**
 * Who is locked out by a change. `members` are those that are known, be it all of them or not.
 *
 * @example
 * lockOutOf({ type: 'require-sso' }, { members, viewer: { memberId, factors }, organization, connections })
 */
export function lockOutOf(
  change: SsoChange,
  now: {
    members: readonly LockOutMember[]
    /** `factors`: by what the viewer's session was begun. */
    viewer: { memberId: string; factors: readonly AuthenticationFactor[] }
    organization: LockOutPolicy
    connections: readonly LockOutConnection[]
  },
): LockOut {
  const { members, viewer, organization, connections } = now
  const after = afterwards(change, { organization, connections })
  const waysAfter = (member: LockOutMember) =>
    signInWays(member, after.organization, after.connections)

  const locked = members.flatMap((member): LockedPerson[] => {
    if (signInWays(member, organization, connections).ready.length === 0) return []
    const { ready, later } = waysAfter(member)
    return ready.length > 0 ? [] : [{ ...personOf(member), mayReturn: later.length > 0 }]
  })
  const active = after.connections
    .filter(({ status }) => status === 'active')
    .map(({ connection_id }) => connection_id)
  return {
    locked,
    viewerLocked: locked.some(({ memberId }) => memberId === viewer.memberId),
    breakglass: members
      .filter((member) => member.is_breakglass && member.status === 'active')
      .map(personOf),
    nobodyLeft: members.every((member) => waysAfter(member).ready.length === 0),
    openToAll: allowsMail(after.organization),
    connection:
      'connectionId' in change ? connectionUse(change.connectionId, { ...now, members }) : null,
    active,
    used: active.filter((id) => members.some((member) => isRegistered(member, id))),
  }
}

/** The organization and its connections as the change would leave them. */
function afterwards(
  change: SsoChange,
  {
    organization,
    connections,
  }: { organization: LockOutPolicy; connections: readonly LockOutConnection[] },
) {
  switch (change.type) {
    case 'delete':
    case 'break':
      return {
        organization,
        connections: connections.filter((one) => one.connection_id !== change.connectionId),
      }
    case 'require-sso':
      return { organization: restrictedTo(organization, ['sso']), connections }
    case 'set-methods':
      return { organization: restrictedTo(organization, change.methods), connections }
  }
}

function restrictedTo(
  organization: LockOutPolicy,
  methods: readonly AuthMethod[] | null,
): LockOutPolicy {
  return methods === null
    ? { ...organization, auth_methods: 'ALL_ALLOWED' }
    : { ...organization, auth_methods: 'RESTRICTED', allowed_auth_methods: [...methods] }
}

function allowsMail({ auth_methods, allowed_auth_methods = [] }: LockOutPolicy): boolean {
  if (auth_methods !== 'RESTRICTED') return true
  return allowed_auth_methods.some((method) => method === 'magic_link' || method === 'email_otp')
}

function connectionUse(
  connectionId: string,
  { members, viewer, organization, connections }: Parameters<typeof lockOutOf>[1],
): ConnectionUse | null {
  const connection = connections.find(({ connection_id }) => connection_id === connectionId)
  if (!connection) return null
  const isActive = ({ status }: LockOutConnection) => status === 'active'
  const active = isActive(connection)
  return {
    connectionId,
    name: connection.display_name,
    active,
    users: members
      .filter((member) => member.status !== 'deleted' && isRegistered(member, connectionId))
      .map(personOf),
    isDefault: organization.sso_default_connection_id === connectionId,
    isOnlyActive: active && connections.filter(isActive).length === 1,
    isViewersOwn: viewer.factors.some(
      ({ saml_sso_factor, oidc_sso_factor }) =>
        (saml_sso_factor ?? oidc_sso_factor)?.provider_id === connectionId,
    ),
  }
}

const isRegistered = ({ sso_registrations }: LockOutMember, connectionId: string) =>
  sso_registrations.some(({ connection_id }) => connection_id === connectionId)

const personOf = (member: LockOutMember): LockOutPerson => ({
  memberId: member.member_id,
  label: memberLabel(member),
})
