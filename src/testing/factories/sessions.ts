import type { AuthenticationFactor } from '../../client/authenticationFactor.ts'
import type { DeviceAttributeDetails, DeviceHistory } from '../../client/deviceHistory.ts'
import type { OAuthProviderValues } from '../../client/oauth.ts'
import type { Project, RegisteredProject } from '../../client/project.ts'
import type {
  AuthResponse,
  MemberResponse,
  MemberSession,
  MfaRequired,
  PrimaryRequired,
} from '../../client/types.ts'
import type { Factory, FactorySet } from './factorySet.ts'
import type { MemberFactories } from './members.ts'
import type { OrganizationFactories } from './organizations.ts'

export interface SessionFactories<P extends Project = RegisteredProject> {
  /** A session of the set's member, begun at the set's time by a magic link, that lasts an hour. */
  readonly createMemberSession: Factory<MemberSession<P>>
  /** A magic link that was followed. */
  readonly createAuthenticationFactor: Factory<AuthenticationFactor>
  /** A device that is new in all there is to know. */
  readonly createDeviceHistory: Factory<DeviceHistory>
  readonly createDeviceAttributeDetails: Factory<DeviceAttributeDetails>
  /** What Google gave the project at a sign-in. */
  readonly createOAuthProviderValues: Factory<OAuthProviderValues>
  /** A second factor is missing, of a member with a phone. */
  readonly createMfaRequired: Factory<MfaRequired>
  /** The organization wants SSO. */
  readonly createPrimaryRequired: Factory<PrimaryRequired>
  /** The answer of a change to a member. `member_id` follows from `member`. */
  readonly createMemberResponse: Factory<MemberResponse<P>>
  /** The answer of a sign-in. Ids follow from `member` and `organization`. */
  readonly createAuthResponse: Factory<AuthResponse<P>>
}

type People = Pick<MemberFactories<Project>, 'createMember'> &
  Pick<OrganizationFactories<Project>, 'createOrganization'>

export function sessionFactories(
  set: FactorySet,
  { createMember, createOrganization }: People,
): SessionFactories<Project> {
  const createAuthenticationFactor: Factory<AuthenticationFactor> = (overrides) => ({
    type: 'magic_link',
    delivery_method: 'email',
    last_authenticated_at: set.time(),
    email_factor: {
      email_id: set.id('member-email', 1),
      email_address: 'member-1@organization-1.example',
    },
    ...overrides,
  })

  const createMemberSession: Factory<MemberSession<Project>> = (overrides) => ({
    member_session_id: set.id('member-session', set.next('member-session')),
    member_id: set.memberId,
    organization_id: set.organizationId,
    organization_slug: 'organization-1',
    started_at: set.time(),
    last_accessed_at: set.time(),
    expires_at: set.time(60),
    authentication_factors: [createAuthenticationFactor()],
    custom_claims: null,
    roles: ['stytch_member'],
    ...overrides,
  })

  const createMemberResponse: Factory<MemberResponse<Project>> = (overrides = {}) => {
    const { organization = createOrganization() } = overrides
    const { member = createMember({ organization_id: organization.organization_id }) } = overrides
    return {
      request_id: set.id('request-id', set.next('request-id')),
      status_code: 200,
      member_id: member.member_id,
      member,
      organization,
      ...overrides,
    }
  }

  const createDeviceAttributeDetails: Factory<DeviceAttributeDetails> = (overrides) => ({
    is_new: true,
    first_seen_at: set.time(),
    last_seen_at: set.time(),
    ...overrides,
  })

  return {
    createMemberSession,
    createAuthenticationFactor,
    createDeviceHistory: (overrides) => ({
      ip_address: '203.0.113.7',
      ip_address_details: createDeviceAttributeDetails(),
      ip_geo_city: 'Stockholm',
      ip_geo_region: 'Stockholm County',
      ip_geo_country: 'SE',
      ip_geo_country_details: createDeviceAttributeDetails(),
      visitor_id: 'visitor-1',
      visitor_id_details: createDeviceAttributeDetails(),
      ...overrides,
    }),
    createDeviceAttributeDetails,
    createOAuthProviderValues: (overrides) => ({
      access_token: 'access-token-1',
      id_token: 'id-token-1',
      refresh_token: 'refresh-token-1',
      scopes: ['openid', 'email', 'profile'],
      expires_at: set.time(60),
      ...overrides,
    }),
    createMfaRequired: (overrides) => ({
      member_options: { mfa_phone_number: '+14155550101', totp_registration_id: '' },
      secondary_auth_initiated: null,
      ...overrides,
    }),
    createPrimaryRequired: (overrides) => ({ allowed_auth_methods: ['sso'], ...overrides }),
    createMemberResponse,
    createAuthResponse: (overrides = {}) => {
      const { member_session, session_token, session_jwt, member_device: _, ...rest } = overrides
      const response = createMemberResponse(rest)
      const { organization, member_id } = response
      const { organization_id, organization_slug } = organization
      return {
        ...response,
        member_session:
          member_session ?? createMemberSession({ member_id, organization_id, organization_slug }),
        session_token: session_token ?? 'session-token-1',
        session_jwt: session_jwt ?? 'session-jwt-1',
        ...overrides,
      }
    },
  }
}
