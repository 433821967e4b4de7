import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'

/** Reads an email address, as it was written. Throws 400 `invalid_email` unless it can be one. */
export function readEmail(body: Body, field = 'email_address'): string {
  const emailAddress = body.string(field).trim()
  if (emailAddress.length <= 320 && /^[^\s@"<>]+@[^\s@."<>]+(\.[^\s@."<>]+)+$/.test(emailAddress)) {
    return emailAddress
  }
  throw badRequest(`${field} must be an email address.`, 'invalid_email')
}

/** The member of the organization with this address, in any letter case; not a deleted one. */
export function findMemberByEmail(
  context: EmulatorContext,
  organizationId: string,
  emailAddress: string,
): StoredMember | undefined {
  const wanted = emailAddress.toLowerCase()
  return context.members
    .of(organizationId)
    .withAddress(emailAddress)
    .find((member) => member.email_address.toLowerCase() === wanted && member.status !== 'deleted')
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

/** Whose former address it is: those stay reserved until they are unlinked. */
export function findMemberByRetiredEmail(
  context: EmulatorContext,
  organizationId: string,
  emailAddress: string,
): StoredMember | undefined {
  const wanted = emailAddress.toLowerCase()
  return context.members
    .of(organizationId)
    .withAddress(emailAddress)
    .find(
      (member) =>
        member.status !== 'deleted' &&
        member.retired_email_addresses.some(
          ({ email_address }) => email_address?.toLowerCase() === wanted,
        ),
    )
}

/** A mail or a provider has proved that the address is the member's. */
export function verifyEmail(context: EmulatorContext, member: StoredMember): void {
  if (member.email_address_verified) return
  member.email_address_verified = true
  member.updated_at = context.timestamp()
}

/** The first full sign-in turns an invited or pending member into an active one. */
export function markActive(context: EmulatorContext, member: StoredMember): void {
  if (member.status === 'active') return
  member.status = 'active'
  member.updated_at = context.timestamp()
}
