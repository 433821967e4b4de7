import type { OAuthRegistration } from '../../client/types.ts'
import { findMemberByEmail } from '../authentication/people.ts'
import { provisionMember } from '../authentication/provisioning.ts'
import type { EmulatorContext } from '../context.ts'
import type { StoredOAuthAccount } from '../records/oauth.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { PROVIDER_NAMES } from './oauthProvider.ts'

/**
 * The member that an account signs in as, with its registration: the one that has signed in with it before, or has
 * its address; else a new one, where the organization lets such people join.
 */
export function oauthMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  account: StoredOAuthAccount,
): { member: StoredMember; registration: OAuthRegistration } {
  const { organization_id } = organization
  const member =
    findRegistered(context, organization_id, account) ??
    findMemberByEmail(context, organization_id, account.email_address) ??
    provisionMember(context, organization, {
      emailAddress: account.email_address,
      name: account.name,
      by: joinsBy(organization, account),
    })
  if (member.email_address.toLowerCase() === account.email_address.toLowerCase()) {
    member.email_address_verified = true
  }
  member.name ||= account.name
  return { member, registration: register(context, member, account) }
}

/** By a workspace that the organization lets in, or else by the domain of the address. */
function joinsBy(
  organization: StoredOrganization,
  { provider, tenants }: StoredOAuthAccount,
): Parameters<typeof provisionMember>[2]['by'] {
  const allowed = organization.allowed_oauth_tenants[provider] ?? []
  const tenant_ids = tenants.map(({ tenant_id }) => tenant_id)
  return tenant_ids.some((id) => allowed.includes(id))
    ? { type: 'oauth_tenant', provider, tenant_ids }
    : { type: 'email' }
}

function findRegistered(
  { members }: EmulatorContext,
  organizationId: string,
  account: StoredOAuthAccount,
): StoredMember | undefined {
  return members
    .of(organizationId)
    .members.find(
      (member) => member.status !== 'deleted' && registrationOf(member, account) !== undefined,
    )
}

function register(
  context: EmulatorContext,
  member: StoredMember,
  account: StoredOAuthAccount,
): OAuthRegistration {
  const known = registrationOf(member, account)
  if (known) return known
  const registration: OAuthRegistration = {
    member_oauth_registration_id: context.newId('oauth-member'),
    provider_subject: account.provider_subject,
    provider_type: PROVIDER_NAMES[account.provider],
    profile_picture_url: null,
    locale: null,
    provider_tenants: account.tenants,
  }
  member.oauth_registrations.push(registration)
  member.updated_at = context.timestamp()
  return registration
}

function registrationOf(
  { oauth_registrations }: StoredMember,
  { provider, provider_subject }: StoredOAuthAccount,
): OAuthRegistration | undefined {
  return oauth_registrations.find(
    (registration) =>
      registration.provider_type === PROVIDER_NAMES[provider] &&
      registration.provider_subject === provider_subject,
  )
}
