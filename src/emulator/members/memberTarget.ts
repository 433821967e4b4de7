import type { Member, Organization } from '../../client/types.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'
import { findRecord } from '../store.ts'
import { organizationOf, wireMember, wireOrganization } from '../wire.ts'

/** A member of the caller's organization, not a deleted one. Those of others are as unknown as those who never were. */
export function requireMember(
  context: EmulatorContext,
  caller: Caller,
  memberId: string,
): StoredMember {
  const member = findRecord(context.data.members, memberId)
  const own = member?.organization_id === caller.organization.organization_id
  if (member && own && member.status !== 'deleted') return member
  throw notFound('member_not_found', `There is no member ${memberId} in the organization.`)
}

/** As `requireMember`, once it is clear that the caller may take the action on that member. */
export function requireTarget(
  context: EmulatorContext,
  caller: Caller,
  memberId: string,
  action: string,
): StoredMember {
  mustBeAllowedOn(caller, memberId, action)
  return requireMember(context, caller, memberId)
}

/** On oneself the action of `stytch.self` will do; on others it takes that of `stytch.member`. */
export function mustBeAllowedOn(caller: Caller, memberId: string, action: string): void {
  const own = memberId === caller.member.member_id && caller.can('stytch.self', action)
  if (!own) caller.mustBeAllowed('stytch.member', action)
}

/** What most changes to a member answer. */
export function memberAnswer(
  context: EmulatorContext,
  member: StoredMember,
): { member_id: string; member: Member; organization: Organization } {
  return {
    member_id: member.member_id,
    member: wireMember(context, member),
    organization: wireOrganization(context, organizationOf(context, member)),
  }
}
