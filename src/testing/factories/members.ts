import type { MemberExistence } from '../../client/organization.ts'
import type {
  MemberTrustedMetadata,
  MemberUntrustedMetadata,
  Project,
  RegisteredProject,
} from '../../client/project.ts'
import type { ScimAttributes, ScimRegistration } from '../../client/scimRegistration.ts'
import type { Member, MemberRole, OAuthRegistration, SsoRegistration } from '../../client/types.ts'
import type { Factory, FactorySet } from './factorySet.ts'

export interface MemberFactories<P extends Project = RegisteredProject> {
  /**
   * An active member of the set's organization with no role but `stytch_member`. `is_admin` follows from
   * `roles`, and `email_address_verified` from `status`.
   */
  readonly createMember: Factory<Member<P>>
  /** `stytch_member`, given directly. */
  readonly createMemberRole: Factory<MemberRole<P>>
  /** That a member has signed in through an SSO connection. */
  readonly createSsoRegistration: Factory<SsoRegistration>
  /** That a member has signed in at Google. */
  readonly createOAuthRegistration: Factory<OAuthRegistration>
  /** That a directory manages a member. */
  readonly createScimRegistration: Factory<ScimRegistration>
  /** What a directory told about a member. */
  readonly createScimAttributes: Factory<ScimAttributes>
  /** What a sign-in page may know of a member. */
  readonly createMemberExistence: Factory<MemberExistence>
}

export interface MemberMetadata<P extends Project> {
  memberTrustedMetadata: MemberTrustedMetadata<P>
  memberUntrustedMetadata: MemberUntrustedMetadata<P>
}

export function memberFactories(
  set: FactorySet,
  metadata: MemberMetadata<Project>,
): MemberFactories<Project> {
  const createMemberRole: Factory<MemberRole<Project>> = (overrides) => ({
    role_id: 'stytch_member',
    sources: [{ type: 'direct_assignment', details: {} }],
    ...overrides,
  })

  const createScimAttributes: Factory<ScimAttributes> = (overrides) => {
    const number = set.next('scim-user')
    const address = addressOf(number)
    return {
      id: set.id('scim-user', number),
      user_name: address,
      active: true,
      display_name: nameOf(number),
      emails: [{ value: address, type: 'work', primary: true }],
      ...overrides,
    }
  }

  return {
    createMember: (overrides = {}) => {
      const number = set.next('member')
      const { status = 'active', roles = [createMemberRole()] } = overrides
      return {
        organization_id: set.organizationId,
        member_id: set.id('member', number),
        external_id: null,
        email_address: addressOf(number),
        email_address_verified: status === 'active' || status === 'deleted',
        retired_email_addresses: [],
        status,
        name: nameOf(number),
        trusted_metadata: { ...metadata.memberTrustedMetadata },
        untrusted_metadata: { ...metadata.memberUntrustedMetadata },
        created_at: set.time(),
        updated_at: set.time(),
        sso_registrations: [],
        oauth_registrations: [],
        scim_registration: null,
        is_breakglass: false,
        is_admin: roles.some(({ role_id }) => role_id === 'stytch_admin'),
        member_password_id: '',
        mfa_enrolled: false,
        mfa_phone_number: '',
        mfa_phone_number_verified: false,
        default_mfa_method: '',
        totp_registration_id: '',
        roles,
        is_locked: false,
        lock_created_at: null,
        lock_expires_at: null,
        ...overrides,
      }
    },
    createMemberRole,
    createSsoRegistration: (overrides) => {
      const number = set.next('sso-registration')
      return {
        connection_id: set.id('saml-connection', 1),
        external_id: addressOf(number),
        registration_id: set.id('sso-registration', number),
        sso_attributes: {},
        ...overrides,
      }
    },
    createOAuthRegistration: (overrides) => {
      const number = set.next('oauth-registration')
      return {
        member_oauth_registration_id: set.id('member-oauth', number),
        provider_subject: String(number),
        provider_type: 'Google',
        profile_picture_url: null,
        locale: null,
        ...overrides,
      }
    },
    createScimRegistration: (overrides) => ({
      connection_id: set.id('scim-connection', 1),
      registration_id: set.id('scim-registration', set.next('scim-registration')),
      scim_attributes: createScimAttributes(),
      ...overrides,
    }),
    createScimAttributes,
    createMemberExistence: (overrides) => ({
      status: 'active',
      name: nameOf(1),
      member_password_id: '',
      ...overrides,
    }),
  }
}

const nameOf = (number: number) => `Member ${String(number)}`
const addressOf = (number: number) => `member-${String(number)}@organization-1.example`
