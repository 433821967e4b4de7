import { emailIdOf } from '../authentication/factor.ts'
import { findMemberByEmail, findMemberByRetiredEmail } from '../authentication/people.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'

/** Throws 400 `duplicate_member_email` when the address is another member's, or was and is still kept. */
export function requireFreeEmail(
  context: EmulatorContext,
  organizationId: string,
  emailAddress: string,
  self?: StoredMember,
): void {
  const owner =
    findMemberByEmail(context, organizationId, emailAddress) ??
    findMemberByRetiredEmail(context, organizationId, emailAddress)
  if (!owner || owner.member_id === self?.member_id) return
  throw badRequest(
    `email_address ${emailAddress} belongs to a member of the organization, or did so and was not unlinked.`,
    'duplicate_member_email',
  )
}

/**
 * Gives the member another address. The former one is kept from others unless it is to be `unlinked`, and whatever
 * was mailed to it no longer signs in.
 */
export function replaceEmail(
  context: EmulatorContext,
  member: StoredMember,
  {
    address,
    verified,
    unlinkFormer,
  }: { address: string; verified: boolean; unlinkFormer: boolean },
): void {
  const former = member.email_address
  const retired = member.retired_email_addresses.filter(
    ({ email_address = '' }) => !same(email_address, address),
  )
  if (!same(former, address)) {
    voidMailsTo(context, member, former)
    if (!unlinkFormer) retired.push({ email_id: emailIdOf(former), email_address: former })
  }
  member.email_address_verified = verified
  member.email_address = address
  member.retired_email_addresses = retired
  member.updated_at = context.timestamp()
  context.members.keep(member)
}

/** Lets others have a former address of the member, which the body names by its id, itself or both. */
export function unlinkRetiredEmail(
  context: EmulatorContext,
  member: StoredMember,
  body: Body,
): void {
  const email_id = body.optionalString('email_id')
  const email_address = body.optionalString('email_address')
  if (email_id === undefined && email_address === undefined) {
    throw badRequest(
      'Name the retired address by email_id or email_address.',
      'retired_email_missing_email_identifiers',
    )
  }
  const found = member.retired_email_addresses.find(
    (retired) =>
      (email_id === undefined || retired.email_id === email_id) &&
      (email_address === undefined || same(retired.email_address ?? '', email_address)),
  )
  if (!found) {
    throw notFound(
      'email_not_found',
      'The member has no retired address with this email_id or email_address.',
    )
  }
  member.retired_email_addresses = member.retired_email_addresses.filter((one) => one !== found)
  member.updated_at = context.timestamp()
}

function voidMailsTo({ data }: EmulatorContext, member: StoredMember, address: string): void {
  const mails = [...Object.values(data.magic_links), ...Object.values(data.email_otps)]
  for (const mail of mails) {
    if (mail.member_id === member.member_id && same(mail.email_address, address)) mail.used = true
  }
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
