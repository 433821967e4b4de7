import type { Member, MfaMethod, Organization } from '../../../client/types.ts'

/** What a member has for the second step of a sign-in, by what the organization asks and allows. */
export interface SecondFactors {
  /** Who asks for it at each sign-in. */
  askedBy: 'organization' | 'member' | null
  phone: { number: string; verified: boolean; allowed: boolean } | null
  totp: { allowed: boolean } | null
  /** Which of the two the organization allows at all. */
  allowed: { sms_otp: boolean; totp: boolean }
  /** Set up and allowed: what one can be asked for. */
  usable: MfaMethod[]
}

type Facts = Pick<
  Member,
  'mfa_enrolled' | 'mfa_phone_number' | 'mfa_phone_number_verified' | 'totp_registration_id'
>
type Policy = Pick<Organization, 'mfa_policy' | 'mfa_methods' | 'allowed_mfa_methods'>

/** While the organization is not known, nothing is taken for forbidden or required. */
export function secondFactors(member: Facts, organization: Policy | null): SecondFactors {
  const allowed = { sms_otp: allows(organization, 'sms_otp'), totp: allows(organization, 'totp') }
  const phone = member.mfa_phone_number !== ''
  const totp = member.totp_registration_id !== ''
  return {
    askedBy: askedBy(member, organization),
    phone: phone
      ? {
          number: member.mfa_phone_number,
          verified: member.mfa_phone_number_verified,
          allowed: allowed.sms_otp,
        }
      : null,
    totp: totp ? { allowed: allowed.totp } : null,
    allowed,
    usable: [
      ...(phone && allowed.sms_otp ? (['sms_otp'] as const) : []),
      ...(totp && allowed.totp ? (['totp'] as const) : []),
    ],
  }
}

/**
 * What the next sign-in is like once these are removed: `free`: no second factor is asked for, `other`: the one that
 * stays, `setUp`: one has to be set up again.
 */
export function afterRemoval(
  { askedBy, usable }: SecondFactors,
  removed: readonly MfaMethod[],
): 'free' | 'other' | 'setUp' {
  if (usable.some((method) => !removed.includes(method))) return 'other'
  return askedBy === null ? 'free' : 'setUp'
}

function askedBy({ mfa_enrolled }: Facts, organization: Policy | null): SecondFactors['askedBy'] {
  if (organization?.mfa_policy === 'REQUIRED_FOR_ALL') return 'organization'
  return mfa_enrolled ? 'member' : null
}

function allows(organization: Policy | null, method: MfaMethod): boolean {
  if (organization?.mfa_methods !== 'RESTRICTED') return true
  return (organization.allowed_mfa_methods ?? []).includes(method)
}
