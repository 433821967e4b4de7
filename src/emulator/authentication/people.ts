import type { EmulatorContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'

/** The member of the organization with this address, in any letter case; not a deleted one. */
export function findMemberByEmail(
  { data }: EmulatorContext,
  organizationId: string,
  emailAddress: string,
): StoredMember | undefined {
  const wanted = emailAddress.toLowerCase()
  return Object.values(data.members).find(
    (member) =>
      member.organization_id === organizationId &&
      member.email_address.toLowerCase() === wanted &&
      member.status !== 'deleted',
  )
}

/** Throws 404 unless there is such a member. */
export function requireMemberByEmail(
  context: EmulatorContext,
  organizationId: string,
  emailAddress: string,
): StoredMember {
  const member = findMemberByEmail(context, organizationId, emailAddress)
  if (member) return member
  throw notFound('email_not_found', 'The organization has no member with this email address.')
}
