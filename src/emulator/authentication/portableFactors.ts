import type { AuthenticationFactor } from '../../client/types.ts'
import type { EmulatorContext } from '../context.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredIntermediateSession } from '../records/sessions.ts'
import { findRecord } from '../store.ts'
import { findMemberByEmail } from './people.ts'

interface Proof {
  factors: readonly AuthenticationFactor[]
  /** Who proved it, and so in which organization; null in discovery, where it is about an address. */
  provedBy: StoredMember | null
  emailAddress: string
}

/**
 * What counts in another organization of all that was proved in one: control over the address or over a verified
 * phone. A password, SSO and an authenticator app are the one organization's own.
 */
export function portableFactors(
  context: EmulatorContext,
  { factors, provedBy, emailAddress }: Proof,
  organization: { organization_id: string },
): AuthenticationFactor[] {
  if (provedBy === null || provedBy.organization_id === organization.organization_id) {
    return [...factors]
  }
  const member = findMemberByEmail(context, organization.organization_id, emailAddress)
  return factors.flatMap((factor) => {
    switch (factor.type) {
      case 'magic_link':
      case 'email_otp':
      case 'trusted_auth_token':
        return [factor]
      case 'oauth':
        return [asExchanged(factor)]
      case 'otp':
        return member && hasSamePhone(provedBy, member) ? [factor] : []
      default:
        return []
    }
  })
}

/** Whether one of the factors shows that the person reads mail at the address. */
export function provesEmail(factors: readonly AuthenticationFactor[]): boolean {
  return factors.some(
    ({ type, delivery_method }) =>
      type === 'magic_link' ||
      type === 'email_otp' ||
      (type === 'oauth' && delivery_method !== 'oauth_access_token_exchange'),
  )
}

/**
 * Whether the address is the person's: proved now, or some time before. With a password one may know an address
 * without having it, which is enough to sign in but not to join by it.
 */
export function hasProvedAddress(
  context: EmulatorContext,
  { email_address, authentication_factors }: StoredIntermediateSession,
): boolean {
  if (provesEmail(authentication_factors)) return true
  const wanted = email_address.toLowerCase()
  return context.members
    .all()
    .withAddress(email_address)
    .some(
      (member) =>
        member.email_address.toLowerCase() === wanted &&
        member.email_address_verified &&
        member.status !== 'deleted',
    )
}

/** The member that a stored record is of; null for one of discovery. */
export function memberBehind(
  { data }: EmulatorContext,
  { member_id }: { member_id: string | null },
): StoredMember | null {
  return member_id === null ? null : (findRecord(data.members, member_id) ?? null)
}

function hasSamePhone(one: StoredMember, other: StoredMember): boolean {
  return (
    one.mfa_phone_number !== '' &&
    one.mfa_phone_number === other.mfa_phone_number &&
    one.mfa_phone_number_verified &&
    other.mfa_phone_number_verified
  )
}

/** The registration with the provider, and its tokens, stay where they were made; that it was proved is taken along. */
function asExchanged(factor: AuthenticationFactor): AuthenticationFactor {
  const [, provider] = /^oauth_(google|slack|hubspot|github)$/.exec(factor.delivery_method) ?? []
  if (provider === undefined) return factor
  const { last_authenticated_at, created_at, updated_at, sequence_order } = factor
  const detail = factor[`${provider}_oauth_factor`]
  const email_id =
    typeof detail === 'object' && detail !== null && 'email_id' in detail ? detail.email_id : ''
  return {
    type: 'oauth',
    delivery_method: `oauth_exchange_${provider}`,
    last_authenticated_at,
    ...(created_at !== undefined && { created_at }),
    ...(updated_at !== undefined && { updated_at }),
    ...(sequence_order !== undefined && { sequence_order }),
    [`${provider}_oauth_exchange_factor`]: { email_id },
  }
}
