import type { OrganizationBySlugMatch } from '../../client/organization.ts'
import type {
  OrganizationTrustedMetadata,
  Project,
  RegisteredProject,
} from '../../client/project.ts'
import type { Organization, ScimActiveConnection, SsoActiveConnection } from '../../client/types.ts'
import { usualSettings } from '../../emulator/organizations/newOrganization.ts'
import type { Factory, FactorySet } from './factorySet.ts'

export interface OrganizationFactories<P extends Project = RegisteredProject> {
  /** An organization with the API's usual settings and no connection. The first is the one that the set's other records belong to. */
  readonly createOrganization: Factory<Organization<P>>
  /** What anybody may know of the set's organization. */
  readonly createOrganizationBySlugMatch: Factory<OrganizationBySlugMatch>
  /** An SSO connection as `organization.sso_active_connections` names it. */
  readonly createSsoActiveConnection: Factory<SsoActiveConnection>
  /** The SCIM connection as `organization.scim_active_connection` names it. */
  readonly createScimActiveConnection: Factory<ScimActiveConnection>
}

export interface OrganizationMetadata<P extends Project> {
  organizationTrustedMetadata: OrganizationTrustedMetadata<P>
}

export function organizationFactories(
  set: FactorySet,
  metadata: OrganizationMetadata<Project>,
): OrganizationFactories<Project> {
  return {
    createOrganization: (overrides) => {
      const number = set.next('organization')
      return {
        ...usualSettings(),
        organization_id: set.id('organization', number),
        organization_external_id: null,
        ...namesOf(number),
        trusted_metadata: { ...metadata.organizationTrustedMetadata },
        created_at: set.time(),
        updated_at: set.time(),
        sso_active_connections: [],
        scim_active_connection: null,
        ...overrides,
      }
    },
    createOrganizationBySlugMatch: (overrides) => ({
      organization_id: set.organizationId,
      ...namesOf(1),
      organization_logo_url: '',
      sso_active_connections: [],
      sso_default_connection_id: null,
      email_jit_provisioning: 'NOT_ALLOWED',
      email_allowed_domains: [],
      oauth_tenant_jit_provisioning: 'NOT_ALLOWED',
      allowed_oauth_tenants: {},
      auth_methods: 'ALL_ALLOWED',
      allowed_auth_methods: [],
      mfa_policy: 'OPTIONAL',
      ...overrides,
    }),
    createSsoActiveConnection: (overrides) => ({
      connection_id: set.id('saml-connection', 1),
      display_name: 'Okta',
      identity_provider: 'okta',
      ...overrides,
    }),
    createScimActiveConnection: (overrides) => ({
      connection_id: set.id('scim-connection', 1),
      display_name: 'Okta directory',
      bearer_token_last_four: '0001',
      bearer_token_expires_at: set.time(IN_A_YEAR),
      ...overrides,
    }),
  }
}

/** In minutes. */
const IN_A_YEAR = 365 * 24 * 60

const namesOf = (number: number) => ({
  organization_name: `Organization ${String(number)}`,
  organization_slug: `organization-${String(number)}`,
})
