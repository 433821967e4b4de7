import type {
  DiscoveredOrganization,
  DiscoveryAuthResponse,
  Membership,
} from '../../client/discovery.ts'
import type { AuthenticationFactor, Member } from '../../client/types.ts'
import { blankMember } from '../members/blankMember.ts'
import type { EmulatorContext } from '../context.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredIntermediateSession } from '../records/sessions.ts'
import { emailDomain } from '../roles.ts'
import { wireMember, wireOrganization } from '../wire.ts'
import { findMemberByEmail } from './people.ts'
import { hasProvedAddress, memberBehind, portableFactors } from './portableFactors.ts'
import { whyNotJoin } from './provisioning.ts'
import { missingFactor } from './requirements.ts'
import { startIntermediateSession } from './signIn.ts'

/** A discovery answer, less the envelope. */
export type DiscoveryAnswer = Omit<DiscoveryAuthResponse, 'request_id' | 'status_code'>

type ProvedAddress = { emailAddress: string; factors: AuthenticationFactor[] } & Partial<
  Pick<StoredIntermediateSession, 'provider_tenants' | 'full_name'>
>

/** Somebody has proved an address and no organization is chosen yet: a token to go on with, and where to. */
export function discoveryAnswer(context: EmulatorContext, proved: ProvedAddress): DiscoveryAnswer {
  const intermediate = startIntermediateSession(context, proved)
  return {
    intermediate_session_token: intermediate.token,
    email_address: intermediate.email_address,
    discovered_organizations: organizationsToJoin(context, intermediate),
  }
}

/** The organizations that the address is in, and those that it may join. */
export function organizationsToJoin(
  context: EmulatorContext,
  intermediate: StoredIntermediateSession,
): DiscoveredOrganization[] {
  return Object.values(context.data.organizations).flatMap((organization) => {
    const member = findMemberByEmail(
      context,
      organization.organization_id,
      intermediate.email_address,
    )
    const membership = member
      ? membershipOf(context, member)
      : eligibility(context, organization, intermediate)
    if (!membership) return []
    const factors = portableFactors(context, proofOf(context, intermediate), organization)
    // What was proved in one organization only lets nobody join another.
    if (!member && factors.length === 0) return []
    return [
      {
        organization: wireOrganization(context, organization),
        membership,
        ...standing(organization, member ?? newcomer(context, organization, intermediate), factors),
      },
    ]
  })
}

/** The organizations that the address of a member is in. */
export function organizationsOf(
  context: EmulatorContext,
  member: StoredMember,
  factors: readonly AuthenticationFactor[],
): DiscoveredOrganization[] {
  const proof = { factors, provedBy: member, emailAddress: member.email_address }
  return Object.values(context.data.organizations).flatMap((organization) => {
    const found = findMemberByEmail(context, organization.organization_id, member.email_address)
    if (!found) return []
    return [
      {
        organization: wireOrganization(context, organization),
        membership: membershipOf(context, found),
        ...standing(organization, found, portableFactors(context, proof, organization)),
      },
    ]
  })
}

/** What a begun sign-in holds, and of whom. */
export function proofOf(context: EmulatorContext, intermediate: StoredIntermediateSession) {
  return {
    factors: intermediate.authentication_factors,
    provedBy: memberBehind(context, intermediate),
    emailAddress: intermediate.email_address,
  }
}

/** By which of the organization's settings the person may join; null when by none. */
export function eligibility(
  context: EmulatorContext,
  organization: StoredOrganization,
  intermediate: StoredIntermediateSession,
): Exclude<Membership, { member: Member }> | null {
  const { email_address, provider_tenants } = intermediate
  // Of organizations that are open to all nobody wants a list.
  const byDomain =
    organization.email_jit_provisioning === 'RESTRICTED' && hasProvedAddress(context, intermediate)
  if (byDomain && whyNotJoin(organization, email_address, { type: 'email' }) === null) {
    return {
      type: 'eligible_to_join_by_email_domain',
      details: { domain: emailDomain(email_address) },
      member: null,
    }
  }
  const tenant = provider_tenants.find(
    ({ provider, tenant_id }) =>
      whyNotJoin(organization, email_address, {
        type: 'oauth_tenant',
        provider,
        tenant_ids: [tenant_id],
      }) === null,
  )
  return (
    (tenant && {
      type: 'eligible_to_join_by_oauth_tenant',
      details: { provider: tenant.provider, tenant: tenant.tenant_id },
      member: null,
    }) ??
    null
  )
}

function membershipOf(context: EmulatorContext, stored: StoredMember): Membership {
  const member = wireMember(context, stored)
  switch (stored.status) {
    case 'pending':
      return { type: 'pending_member', details: null, member }
    case 'invited':
      return { type: 'invited_member', details: null, member }
    default:
      return { type: 'active_member', details: null, member }
  }
}

function standing(
  organization: StoredOrganization,
  member: StoredMember,
  factors: readonly AuthenticationFactor[],
): Pick<DiscoveredOrganization, 'member_authenticated' | 'mfa_required' | 'primary_required'> {
  const missing = missingFactor({ member, organization, factors })
  return {
    member_authenticated: missing === null,
    primary_required: missing?.primary_required ?? null,
    mfa_required: missing?.mfa_required ?? null,
  }
}

/** Who the person would be in an organization that they have not joined yet. */
function newcomer(
  context: EmulatorContext,
  { organization_id }: StoredOrganization,
  { email_address }: StoredIntermediateSession,
): StoredMember {
  const now = context.timestamp()
  return blankMember({
    organization_id,
    member_id: '',
    email_address,
    created_at: now,
    updated_at: now,
  })
}
