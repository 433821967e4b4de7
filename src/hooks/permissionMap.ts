import type { Open } from '../client/types.ts'

/**
 * The actions of each resource, for completion and type checks. The built-in resources are here; a
 * project adds its own:
 *
 * @example
 * declare module 'orgportal/hooks' {
 *   interface PermissionMap {
 *     document: 'create' | 'read' | 'publish'
 *   }
 * }
 */
export interface PermissionMap {
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
  'stytch.self':
    | 'update.info.name'
    | 'update.info.untrusted-metadata'
    | 'update.info.mfa-phone'
    | 'update.info.email'
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
  'stytch.sso': 'create' | 'get' | 'update' | 'delete'
  'stytch.scim': 'create' | 'get' | 'update' | 'delete'
  'stytch.custom-org-roles': 'create' | 'get' | 'update' | 'delete'
}

/** A built-in resource, one that the project declared, or any other of the project's. */
export type PermissionResource = Open<Extract<keyof PermissionMap, string>>

/** The actions of a resource. `stytch.` is the API's own: a resource there that it has not is a mistake. */
export type PermissionAction<Resource extends string> = string &
  (Resource extends keyof PermissionMap
    ? PermissionMap[Resource]
    : Resource extends `stytch.${string}`
      ? never
      : string)
