import { blankMember } from '../members/blankMember.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { emailDomain } from '../roles.ts'
import { findMemberByEmail, findMemberByRetiredEmail } from './people.ts'

/** What vouches for somebody who wants to join. */
export type JoinedBy =
  | { type: 'email' }
  | { type: 'oauth_tenant'; provider: string; tenant_ids: readonly string[] }
  | { type: 'sso'; connection_id: string }

interface Newcomer {
  emailAddress: string
  name?: string | undefined
  by: JoinedBy
}

/**
 * The member with this address or, where the organization lets such people join by themselves, a new one: pending,
 * and the address not verified, until a sign-in is complete. Throws the error that says why they may not join.
 */
export function provisionMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  { emailAddress, name = '', by }: Newcomer,
): StoredMember {
  const { organization_id } = organization
  const existing = findMemberByEmail(context, organization_id, emailAddress)
  if (existing) return existing
  const refusal = whyNotJoin(organization, emailAddress, by)
  if (refusal) throw refusal
  checkDomainNotClaimed(context, emailAddress, organization_id)
  if (findMemberByRetiredEmail(context, organization_id, emailAddress)) {
    throw badRequest(
      'The address is a former one of another member, who has to give it up first.',
      'retired_member_email',
    )
  }
  const now = context.timestamp()
  const member = blankMember({
    organization_id,
    member_id: context.newId('member'),
    email_address: emailAddress,
    name,
    status: 'pending',
    created_at: now,
    updated_at: now,
  })
  context.members.keep(member)
  return member
}

/** What the organization's settings say against it; null when the person may join. */
export function whyNotJoin(
  organization: StoredOrganization,
  emailAddress: string,
  by: JoinedBy,
): EmulatorError | null {
  switch (by.type) {
    case 'email':
      return whyNotByEmail(organization, emailAddress)
    case 'oauth_tenant':
      return whyNotByTenant(organization, by)
    case 'sso':
      return whyNotBySso(organization, by.connection_id)
  }
}

/** Throws when the address belongs to a domain that another organization has claimed for itself. */
export function checkDomainNotClaimed(
  { data }: EmulatorContext,
  emailAddress: string,
  organizationId: string | null,
): void {
  const domain = emailDomain(emailAddress)
  const claimer = Object.values(data.organizations).find(({ claimed_email_domains = [] }) =>
    claimed_email_domains.some((claimed) => claimed.toLowerCase() === domain),
  )
  if (!claimer || claimer.organization_id === organizationId) return
  throw new EmulatorError(
    403,
    'action_not_allowed_email_domain_is_claimed',
    `Addresses at ${domain} can only join the organization that has claimed the domain.`,
  )
}

function whyNotByEmail(
  { email_jit_provisioning, email_allowed_domains }: StoredOrganization,
  emailAddress: string,
): EmulatorError | null {
  if (email_jit_provisioning === 'ALL_ALLOWED') return null
  if (email_jit_provisioning !== 'RESTRICTED') {
    return new EmulatorError(
      403,
      'email_jit_provisioning_not_allowed',
      'The organization does not let people join by their email address. Ask for an invitation.',
    )
  }
  const domain = emailDomain(emailAddress)
  return email_allowed_domains.some((allowed) => allowed.toLowerCase() === domain)
    ? null
    : badRequest(
        `The organization does not let people join with an address at ${domain}.`,
        'invalid_email_for_jit_provisioning',
      )
}

function whyNotByTenant(
  { oauth_tenant_jit_provisioning, allowed_oauth_tenants }: StoredOrganization,
  { provider, tenant_ids }: Extract<JoinedBy, { type: 'oauth_tenant' }>,
): EmulatorError | null {
  if (oauth_tenant_jit_provisioning !== 'RESTRICTED') {
    return new EmulatorError(
      403,
      'oauth_tenant_jit_provisioning_not_allowed',
      'The organization does not let people join by their workspace. Ask for an invitation.',
    )
  }
  const allowed = allowed_oauth_tenants[provider.toLowerCase()] ?? []
  return tenant_ids.some((tenant) => allowed.includes(tenant))
    ? null
    : badRequest(
        `The organization does not let people of this ${provider} workspace join.`,
        'invalid_oauth_tenant_for_jit_provisioning',
      )
}

function whyNotBySso(
  { sso_jit_provisioning, sso_jit_provisioning_allowed_connections: allowed }: StoredOrganization,
  connectionId: string,
): EmulatorError | null {
  if (sso_jit_provisioning === 'ALL_ALLOWED') return null
  if (sso_jit_provisioning === 'RESTRICTED' && allowed.includes(connectionId)) return null
  return badRequest(
    'The organization does not let people join through this SSO connection.',
    'invalid_connection_for_jit_provisioning',
  )
}
