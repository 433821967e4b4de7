import type { MembersUpdateInput } from '../client/members.ts'
import type { OrganizationUpdateInput } from '../client/organization.ts'
import type { BuiltInPermissions } from '../client/permissions.ts'
import type { SelfUpdateInput } from '../client/self.ts'

type FieldActions<Resource extends keyof BuiltInPermissions, Field extends string> = Readonly<
  Record<Field, BuiltInPermissions[Resource] | '*'>
>

/** The fields of `self.update`, each of which `members.update` has too. */
const selfFields = {
  name: 'update.info.name',
  untrusted_metadata: 'update.info.untrusted-metadata',
  mfa_phone_number: 'update.info.mfa-phone',
  mfa_enrolled: 'update.settings.mfa-enrolled',
  default_mfa_method: 'update.settings.default-mfa-method',
} as const satisfies FieldActions<'stytch.self', keyof SelfUpdateInput>

/**
 * The action that each field needs: of `organization.update` on `stytch.organization`, of `members.update` on
 * `stytch.member`, of `self.update` on `stytch.self`. As the API's reference names them, field by field.
 *
 * For the policy about connected apps it names none, so only a role with all actions (`*`) on
 * `stytch.organization` is sure to be let through.
 */
export const fieldActions = {
  'stytch.organization': {
    organization_name: 'update.info.name',
    organization_slug: 'update.info.slug',
    organization_logo_url: 'update.info.logo-url',
    auth_methods: 'update.settings.allowed-auth-methods',
    allowed_auth_methods: 'update.settings.allowed-auth-methods',
    mfa_methods: 'update.settings.allowed-mfa-methods',
    allowed_mfa_methods: 'update.settings.allowed-mfa-methods',
    mfa_policy: 'update.settings.mfa-policy',
    email_jit_provisioning: 'update.settings.email-jit-provisioning',
    email_invites: 'update.settings.email-invites',
    email_allowed_domains: 'update.settings.allowed-domains',
    sso_default_connection_id: 'update.settings.default-sso-connection',
    sso_jit_provisioning: 'update.settings.sso-jit-provisioning',
    sso_jit_provisioning_allowed_connections: 'update.settings.sso-jit-provisioning',
    oauth_tenant_jit_provisioning: 'update.settings.oauth-tenant-jit-provisioning',
    allowed_oauth_tenants: 'update.settings.allowed-oauth-tenants',
    rbac_email_implicit_role_assignments: 'update.settings.implicit-roles',
    first_party_connected_apps_allowed_type: '*',
    allowed_first_party_connected_apps: '*',
    third_party_connected_apps_allowed_type: '*',
    allowed_third_party_connected_apps: '*',
  },
  'stytch.member': {
    ...selfFields,
    email_address: 'update.info.email',
    unlink_email: 'update.info.email',
    is_breakglass: 'update.settings.is-breakglass',
    roles: 'update.settings.roles',
    preserve_existing_sessions: 'update.settings.roles',
  },
  'stytch.self': selfFields,
} as const satisfies {
  'stytch.organization': FieldActions<'stytch.organization', keyof OrganizationUpdateInput>
  'stytch.member': FieldActions<'stytch.member', Exclude<keyof MembersUpdateInput, 'member_id'>>
  'stytch.self': FieldActions<'stytch.self', keyof SelfUpdateInput>
}

/** The resources whose records are changed field by field. */
export type EditableResource = keyof typeof fieldActions

/** The fields of such a record that can be changed. */
export type EditableField<Resource extends EditableResource> = Extract<
  keyof (typeof fieldActions)[Resource],
  string
>
