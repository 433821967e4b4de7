import type { BuiltInPermissions } from '../client/permissions.ts'
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
export interface PermissionMap extends BuiltInPermissions {}

/** A built-in resource, one that the project declared, or any other of the project's. */
export type PermissionResource = Open<Extract<keyof PermissionMap, string>>

/** The actions of a resource. `stytch.` is the API's own: a resource there that it has not is a mistake. */
export type PermissionAction<Resource extends string> = string &
  (Resource extends keyof PermissionMap
    ? PermissionMap[Resource]
    : Resource extends `stytch.${string}`
      ? never
      : string)
