import type { AdminPortalConfig } from '../../client/adminPortal.ts'
import type { Bootstrap } from '../../client/bootstrap.ts'
import type {
  RbacPermission,
  RbacPolicy,
  RbacResource,
  RbacRole,
  RbacScope,
} from '../../client/types.ts'
import { samplePolicy } from '../../emulator/seeds/policy.ts'
import type { Factory, FactorySet } from './factorySet.ts'

export interface ProjectFactories {
  /** The policy of the emulator's sample: the API's own resources and roles, and those of a plausible product. */
  readonly createRbacPolicy: Factory<RbacPolicy>
  /** A role that may read documents. */
  readonly createRbacRole: Factory<RbacRole>
  /** To read documents. */
  readonly createRbacPermission: Factory<RbacPermission>
  /** Documents, which can be read and written. */
  readonly createRbacResource: Factory<RbacResource>
  /** A scope by which a connected app may read documents. */
  readonly createRbacScope: Factory<RbacScope>
  /** The project's settings as the client keeps them: nothing demanded, all switched on. */
  readonly createBootstrap: Factory<Bootstrap>
  /** A portal with all its parts. */
  readonly createAdminPortalConfig: Factory<AdminPortalConfig>
}

export function projectFactories(set: FactorySet): ProjectFactories {
  const createRbacPolicy: Factory<RbacPolicy> = (overrides) => ({ ...samplePolicy(), ...overrides })
  const createRbacPermission: Factory<RbacPermission> = (overrides) => ({
    resource_id: 'document',
    actions: ['read'],
    ...overrides,
  })

  return {
    createRbacPolicy,
    createRbacRole: (overrides) => {
      const number = String(set.next('role'))
      return {
        role_id: `role_${number}`,
        description: `Role ${number}`,
        permissions: [createRbacPermission()],
        ...overrides,
      }
    },
    createRbacPermission,
    createRbacResource: (overrides) => ({
      resource_id: 'document',
      description: 'Documents',
      actions: ['read', 'write'],
      ...overrides,
    }),
    createRbacScope: (overrides) => ({
      scope: 'documents:read',
      description: 'Read documents',
      permissions: [createRbacPermission()],
      ...overrides,
    }),
    createBootstrap: (overrides) => ({
      rbacPolicy: createRbacPolicy(),
      displayWatermark: false,
      projectName: 'Project 1',
      cnameDomain: null,
      emailDomains: ['organization-1.example'],
      captchaSettings: { enabled: false },
      pkceRequiredForEmailMagicLinks: false,
      pkceRequiredForPasswordResets: false,
      pkceRequiredForOAuth: false,
      pkceRequiredForSso: false,
      slugPattern: null,
      createOrganizationEnabled: true,
      passwordConfig: null,
      runDFPProtectedAuth: false,
      siweRequiredForCryptoWallets: false,
      vertical: 'B2B',
      ...overrides,
    }),
    createAdminPortalConfig: (overrides) => ({
      sso_config: {
        sso_enabled: true,
        can_create_saml_connection: true,
        can_create_oidc_connection: true,
      },
      organization_config: { mfa_controls_enabled: true },
      scim_config: { scim_enabled: true },
      ...overrides,
    }),
  }
}
