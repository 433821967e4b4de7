/**
 * The resources that every project has, each with its actions. `*` as an action of a role means all of
 * a resource's.
 */
export interface BuiltInPermissions {
  /** The organization's own name, address and policies. Each action is for the settings it is named after. */
  'stytch.organization':
    | 'update.info.name'
    | 'update.info.slug'
    | 'update.info.logo-url'
    | 'update.settings.allowed-auth-methods'
    | 'update.settings.allowed-mfa-methods'
    | 'update.settings.email-jit-provisioning'
    | 'update.settings.email-invites'
    | 'update.settings.allowed-domains'
    | 'update.settings.default-sso-connection'
    | 'update.settings.sso-jit-provisioning'
    | 'update.settings.mfa-policy'
    | 'update.settings.implicit-roles'
    | 'update.settings.oauth-tenant-jit-provisioning'
    | 'update.settings.allowed-oauth-tenants'
    | 'delete'
  /** Any member of the organization. `create` also invites and reactivates. */
  'stytch.member':
    | 'create'
    | 'update.info.name'
    | 'update.info.email'
    | 'update.info.untrusted-metadata'
    | 'update.info.mfa-phone'
    | 'update.info.delete.mfa-phone'
    | 'update.info.delete.mfa-totp'
    | 'update.info.delete.password'
    | 'update.info.unlink.retired-email'
    | 'update.settings.is-breakglass'
    | 'update.settings.mfa-enrolled'
    | 'update.settings.default-mfa-method'
    | 'update.settings.roles'
    | 'search'
    | 'delete'
    | 'revoke-sessions'
    | 'get.connected-apps'
    | 'revoke.connected-app'
  /** The signed-in member, by itself. */
  'stytch.self':
    | 'update.info.name'
    | 'update.info.email'
    | 'update.info.untrusted-metadata'
    | 'update.info.mfa-phone'
    | 'update.info.delete.mfa-phone'
    | 'update.info.delete.mfa-totp'
    | 'update.info.delete.password'
    | 'update.info.unlink.retired-email'
    | 'update.settings.mfa-enrolled'
    | 'update.settings.default-mfa-method'
    | 'delete'
    | 'revoke-sessions'
    | 'get.connected-apps'
    | 'revoke.connected-app'
  /** Single sign-on connections, of all three kinds. */
  'stytch.sso': 'create' | 'get' | 'update' | 'delete'
  /** The SCIM connection, its groups and its tokens. */
  'stytch.scim': 'create' | 'get' | 'update' | 'delete'
  /** The organization's own roles. */
  'stytch.custom-org-roles': 'create' | 'get' | 'update' | 'delete'
}
