import type { AuthResponseWithMfa, Member, MemberRole, RoleSource } from '../../../client/types.ts'
import type { SsoConnection } from '../connections.ts'

/** What came of a test sign-in, and when (milliseconds). Kept in memory only, and without any secret. */
export type TestOutcome = { at: number } & (
  | ({ type: 'passed' } & PassedTest)
  /** The identity provider let somebody in, and the service did not. */
  | { type: 'refused'; error: Error }
  /** It did not even begin. */
  | { type: 'not-begun'; error: Error }
  | { type: 'no-return'; why: 'closed' | 'timed-out' }
)

export interface PassedTest {
  memberId: string
  memberLabel: string
  emailAddress: string
  /** By our names, as the service keeps them of the person. */
  attributes: Readonly<Record<string, unknown>>
  groups: readonly string[]
  roles: readonly TestRole[]
  /** Somebody who was no member joined by this test. */
  joined: boolean
  /** What the organization wants of them besides. */
  wants: 'second-factor' | 'other-method' | null
  /** Whether the session of the test is over. */
  ended: boolean
}

export interface TestRole {
  role_id: string
  sources: readonly RoleSource[]
  /** Whether it follows from the connection that was tested. */
  follows: boolean
}

/** Who a test has shown as a member: by name, else by address. */
type Named = Pick<Member, 'name' | 'email_address' | 'member_id'>

/** Longer ago, and the member was there before. Both times are the server's. */
const JUST_NOW_MS = 15_000

/** What an answer to `sso.authenticate` says of the person and of the connection. */
export function readPassed(
  { member, member_session, mfa_required, primary_required }: AuthResponseWithMfa,
  connection: Pick<SsoConnection, 'connection_id'>,
): Omit<PassedTest, 'ended'> {
  const { connection_id } = connection
  const registration = member.sso_registrations.find((one) => one.connection_id === connection_id)
  const attributes = registration?.sso_attributes ?? {}
  return {
    memberId: member.member_id,
    memberLabel: nameOf(member),
    emailAddress: member.email_address,
    attributes,
    groups: groupsIn(attributes),
    roles: rolesOf(member.roles, connection_id),
    joined: joinedJustNow(member, member_session?.started_at ?? member.updated_at),
    wants: mfa_required ? 'second-factor' : primary_required ? 'other-method' : null,
  }
}

function nameOf({ name, email_address, member_id }: Named): string {
  return name.trim() || email_address || member_id
}

/** Of one group only, some providers send a text instead of a list. */
function groupsIn({ groups }: Readonly<Record<string, unknown>>): string[] {
  const told: unknown[] = Array.isArray(groups) ? groups : [groups]
  return told.filter((group) => typeof group === 'string').filter(Boolean)
}

/** Those that follow from the connection first. That of every member says nothing. */
function rolesOf(roles: readonly MemberRole[], connectionId: string): TestRole[] {
  return roles
    .filter(({ role_id }) => role_id !== 'stytch_member')
    .map(({ role_id, sources }) => ({
      role_id,
      sources,
      follows: sources.some((source) => isOf(source, connectionId)),
    }))
    .sort((one, other) => Number(other.follows) - Number(one.follows))
}

const isOf = (source: RoleSource, connectionId: string) =>
  (source.type === 'sso_connection' || source.type === 'sso_connection_group') &&
  source.details.connection_id === connectionId

function joinedJustNow({ created_at }: Member, signedInAt: string): boolean {
  const age = Date.parse(signedInAt) - Date.parse(created_at)
  return age >= 0 && age < JUST_NOW_MS
}
