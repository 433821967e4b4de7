import { findMemberByEmail, findMemberByRetiredEmail } from '../authentication/people.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import { revokeAppsOf } from '../idp/grants.ts'
import type { StoredMember } from '../records/organizations.ts'
import { revokeSessionsOf } from '../sessions/sessions.ts'

/**
 * Deactivates a member, which ends all sessions, begun sign-ins and what connected apps may do. Whoever a directory
 * manages stays in it, and is inactive there until it or an admin says otherwise.
 */
export function deactivateMember(context: EmulatorContext, member: StoredMember): void {
  setStatus(context, member, 'deleted')
  revokeSessionsOf(context, member.member_id)
  revokeAppsOf(context, member)
}

/** Makes a deactivated member active again. Throws when there is none, or the address is not theirs for sure. */
export function reactivateMember(
  context: EmulatorContext,
  member: StoredMember | undefined,
): StoredMember {
  if (member?.status !== 'deleted') {
    throw notFound(
      'no_deleted_member_found_for_reactivation',
      'The organization has no deactivated member with this id.',
    )
  }
  const { organization_id, email_address } = member
  if (!member.email_address_verified) {
    throw badRequest(
      'The address of the member was never verified, so the member cannot be reactivated.',
      'email_unverified_for_reactivation',
    )
  }
  const taken =
    findMemberByEmail(context, organization_id, email_address) ??
    findMemberByRetiredEmail(context, organization_id, email_address)
  if (taken) {
    throw badRequest(
      `The address ${email_address} has become that of another member.`,
      'reactivation_email_belongs_to_another_member',
    )
  }
  // What others took while the member was away is theirs.
  member.retired_email_addresses = member.retired_email_addresses.filter(
    ({ email_address = '' }) =>
      !findMemberByEmail(context, organization_id, email_address) &&
      !findMemberByRetiredEmail(context, organization_id, email_address),
  )
  setStatus(context, member, 'active')
  return member
}

export function deletePhoneNumber(context: EmulatorContext, member: StoredMember): void {
  if (member.mfa_phone_number === '') {
    throw notFound('member_phone_number_not_found', 'The member has no phone number.')
  }
  member.mfa_phone_number = ''
  member.mfa_phone_number_verified = false
  member.default_mfa_method = member.totp_registration_id === '' ? '' : 'totp'
  member.updated_at = context.timestamp()
}

/** Deletes the authenticator app, with the recovery codes that stand in for it. */
export function deleteTotp(context: EmulatorContext, member: StoredMember): void {
  const { data } = context
  if (member.totp_registration_id === '') {
    throw notFound('totp_not_found', 'The member has no authenticator app.')
  }
  Reflect.deleteProperty(data.totps, member.totp_registration_id)
  Reflect.deleteProperty(data.recovery_codes, member.member_id)
  member.totp_registration_id = ''
  member.default_mfa_method = member.mfa_phone_number === '' ? '' : 'sms_otp'
  member.updated_at = context.timestamp()
}

/** A password that was set in discovery is of several members, and goes when the last of them gives it up. */
export function deletePassword(context: EmulatorContext, member: StoredMember): void {
  const { data } = context
  const passwordId = member.member_password_id
  member.member_password_id = ''
  member.updated_at = context.timestamp()
  const inUse = context.members
    .all()
    .members.some((other) => other.member_password_id === passwordId)
  if (!inUse) Reflect.deleteProperty(data.passwords, passwordId)
}

function setStatus(
  context: EmulatorContext,
  member: StoredMember,
  status: 'active' | 'deleted',
): void {
  member.status = status
  member.updated_at = context.timestamp()
  if (!member.scim) return
  member.scim.resource = { ...member.scim.resource, active: status === 'active' }
  member.scim.updated_at = context.timestamp()
}
