import type { AuthenticationFactor, AuthMethod, MfaMethod } from '../../client/types.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { SignInAnswer } from '../sessions/sessions.ts'

interface Standing {
  member: StoredMember
  organization: StoredOrganization
  factors: readonly AuthenticationFactor[]
}

export type MissingFactor = Pick<
  Extract<SignInAnswer, { member_authenticated: false }>,
  'mfa_required' | 'primary_required'
>

/** What the organization still wants to see; null when the factors are enough. */
export function missingFactor({ member, organization, factors }: Standing): MissingFactor | null {
  // Whoever acts for a member has been let in by the project, past what the organization asks of its members.
  if (factors.some(({ type }) => type === 'impersonated')) return null
  const primary = missingPrimary(member, organization, factors)
  if (primary) return { primary_required: { allowed_auth_methods: primary }, mfa_required: null }
  const mfaNeeded = organization.mfa_policy === 'REQUIRED_FOR_ALL' || member.mfa_enrolled
  if (!mfaNeeded || hasSecondFactor(organization, factors)) return null
  return {
    primary_required: null,
    mfa_required: {
      member_options: mfaOptions(member, organization),
      secondary_auth_initiated: null,
    },
  }
}

/** Whether the organization lets its members use this as a second factor. */
export function allowsMfaMethod(organization: StoredOrganization, method: MfaMethod): boolean {
  return (
    organization.mfa_methods !== 'RESTRICTED' ||
    (organization.allowed_mfa_methods ?? []).includes(method)
  )
}

/** Whether the organization lets this member begin a sign-in so. */
export function allowsAuthMethod(
  organization: StoredOrganization,
  member: StoredMember | undefined,
  method: AuthMethod,
): boolean {
  return (
    organization.auth_methods !== 'RESTRICTED' ||
    member?.is_breakglass === true ||
    (organization.allowed_auth_methods ?? []).includes(method)
  )
}

/** What the organization wants to see first, when none of the factors will do; null when one does. */
function missingPrimary(
  member: StoredMember,
  organization: StoredOrganization,
  factors: readonly AuthenticationFactor[],
): AuthMethod[] | null {
  const methods = factors.flatMap(methodsOf)
  const enough = methods.some((method) => allowsAuthMethod(organization, member, method))
  if (enough) return null
  return organization.auth_methods === 'RESTRICTED' && !member.is_breakglass
    ? (organization.allowed_auth_methods ?? [])
    : AUTH_METHODS
}

/** Every way to begin a sign-in that an organization can allow. */
export const AUTH_METHODS: AuthMethod[] = [
  'sso',
  'magic_link',
  'email_otp',
  'password',
  'google_oauth',
  'microsoft_oauth',
  'hubspot_oauth',
  'slack_oauth',
  'github_oauth',
]

/** Which of the methods that an organization can allow the factor counts as; none for a second factor. */
function methodsOf(factor: AuthenticationFactor): AuthMethod[] {
  switch (factor.type) {
    case 'oauth':
      return factor.delivery_method === 'oauth_access_token_exchange'
        ? AUTH_METHODS
        : [`${factor.delivery_method.replace(/^oauth_(exchange_)?/, '')}_oauth`]
    case 'trusted_auth_token':
      // The project vouches for these, whatever the organization allows its members to sign in with.
      return AUTH_METHODS
    case 'otp':
    case 'totp':
    case 'recovery_codes':
      return []
    default:
      return [factor.type]
  }
}

function hasSecondFactor(
  organization: StoredOrganization,
  factors: readonly AuthenticationFactor[],
): boolean {
  return factors.some(({ type }) => {
    if (type === 'otp') return allowsMfaMethod(organization, 'sms_otp')
    // A recovery code stands in for the app that was lost.
    if (type === 'totp' || type === 'recovery_codes') return allowsMfaMethod(organization, 'totp')
    return false
  })
}

/** What the member has, of what the organization allows; null when that is nothing. */
function mfaOptions(member: StoredMember, organization: StoredOrganization) {
  const mfa_phone_number = allowsMfaMethod(organization, 'sms_otp') ? member.mfa_phone_number : ''
  const totp_registration_id = allowsMfaMethod(organization, 'totp')
    ? member.totp_registration_id
    : ''
  return mfa_phone_number === '' && totp_registration_id === ''
    ? null
    : { mfa_phone_number, totp_registration_id }
}
