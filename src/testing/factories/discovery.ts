import type {
  DiscoveredOrganization,
  DiscoveryAuthResponse,
  Membership,
} from '../../client/discovery.ts'
import type { PasswordStrength } from '../../client/passwords.ts'
import type { Project, RegisteredProject } from '../../client/project.ts'
import type { Factory, FactorySet } from './factorySet.ts'
import type { MemberFactories } from './members.ts'
import type { OrganizationFactories } from './organizations.ts'

export interface DiscoveryFactories<P extends Project = RegisteredProject> {
  /** An organization that somebody is an active member of, and can go on to without another factor. */
  readonly createDiscoveredOrganization: Factory<DiscoveredOrganization<P>>
  /** What somebody is, or may become, in an organization; `active_member` when left out. */
  readonly createMembership: (type?: Membership['type']) => Membership<P>
  /** The answer of a sign-in that is not for a certain organization yet, with one to choose. */
  readonly createDiscoveryAuthResponse: Factory<DiscoveryAuthResponse<P>>
  /** A password that is good enough. */
  readonly createPasswordStrength: Factory<PasswordStrength>
}

type People = Pick<MemberFactories<Project>, 'createMember'> &
  Pick<OrganizationFactories<Project>, 'createOrganization'>

export function discoveryFactories(
  set: FactorySet,
  { createMember, createOrganization }: People,
): DiscoveryFactories<Project> {
  const createMembership = (
    type: Membership['type'] = 'active_member',
    organization_id = set.organizationId,
  ): Membership<Project> => {
    switch (type) {
      case 'eligible_to_join_by_email_domain':
        return { type, details: { domain: 'organization-1.example' }, member: null }
      case 'eligible_to_join_by_oauth_tenant':
        return { type, details: { provider: 'slack', tenant: 'T-1' }, member: null }
      case 'active_member':
        return { type, details: null, member: createMember({ organization_id }) }
      case 'pending_member':
        return {
          type,
          details: null,
          member: createMember({ organization_id, status: 'pending' }),
        }
      case 'invited_member':
        return {
          type,
          details: null,
          member: createMember({ organization_id, status: 'invited' }),
        }
    }
  }

  const createDiscoveredOrganization: Factory<DiscoveredOrganization<Project>> = (
    overrides = {},
  ) => {
    const { organization = createOrganization() } = overrides
    return {
      organization,
      membership:
        overrides.membership ?? createMembership('active_member', organization.organization_id),
      member_authenticated: true,
      primary_required: null,
      mfa_required: null,
      ...overrides,
    }
  }

  return {
    createDiscoveredOrganization,
    createMembership: (type) => createMembership(type),
    createDiscoveryAuthResponse: (overrides) => ({
      request_id: set.id('request-id', set.next('request-id')),
      status_code: 200,
      intermediate_session_token: 'intermediate-session-token-1',
      email_address: 'member-1@organization-1.example',
      discovered_organizations: overrides?.discovered_organizations ?? [
        createDiscoveredOrganization(),
      ],
      ...overrides,
    }),
    createPasswordStrength: (overrides) => ({
      valid_password: true,
      score: 4,
      breached_password: false,
      breach_detection_on_create: true,
      strength_policy: 'zxcvbn',
      zxcvbn_feedback: { warning: '', suggestions: [] },
      luds_feedback: {
        has_lower_case: true,
        has_upper_case: true,
        has_digit: true,
        has_symbol: true,
        missing_complexity: 0,
        missing_characters: 0,
      },
      ...overrides,
    }),
  }
}
