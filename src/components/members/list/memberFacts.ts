import type { Member } from '../../../client/types.ts'

/** The role that every member has and that says nothing where there are others. */
export const EVERY_MEMBERS_ROLE = 'stytch_member'

/** The ids of the roles to show, each once: `stytch_member` only where there is no other. */
export function shownRoleIds(member: Pick<Member, 'roles'>): string[] {
  const ids = [...new Set(member.roles.map((role) => role.role_id))]
  const others = ids.filter((id) => id !== EVERY_MEMBERS_ROLE)
  return others.length ? others : ids
}

/** How somebody has signed in, or can: `sso`, `password`, and providers of OAuth as the API calls them, in small letters. */
export function signInMethods(
  member: Pick<Member, 'sso_registrations' | 'oauth_registrations' | 'member_password_id'>,
): string[] {
  const providers = member.oauth_registrations.map(({ provider_type }) =>
    provider_type.toLowerCase(),
  )
  return [
    ...(member.sso_registrations.length ? ['sso'] : []),
    ...new Set(providers),
    ...(member.member_password_id ? ['password'] : []),
  ]
}

/** What there is of a second factor, and whether it is asked for at each sign-in. */
export interface SecondFactor {
  required: boolean
  factors: 'none' | 'sms' | 'totp' | 'both'
}

/** A phone number counts once it is verified. Where the organization requires a second factor of all, it is required. */
export function secondFactor(
  member: Pick<
    Member,
    'mfa_enrolled' | 'mfa_phone_number' | 'mfa_phone_number_verified' | 'totp_registration_id'
  >,
  { requiredForAll }: { requiredForAll: boolean },
): SecondFactor {
  const sms = member.mfa_phone_number !== '' && member.mfa_phone_number_verified
  const totp = member.totp_registration_id !== ''
  return {
    required: requiredForAll || member.mfa_enrolled,
    factors: sms && totp ? 'both' : sms ? 'sms' : totp ? 'totp' : 'none',
  }
}

/** Whether a directory manages this member by SCIM. */
export const isManagedByDirectory = (member: Pick<Member, 'scim_registration'>) =>
  Boolean(member.scim_registration)
