import type { BuiltInPermissions } from './permissions.ts'
import type { Open } from './types.ts'

/**
 * What is particular to your project, for the compiler only. Declare what you use, leave out the rest,
 * and hand it to `createB2BClient`.
 *
 * @example
 * interface Starships {
 *   memberTrustedMetadata: { badge: number }
 *   memberUntrustedMetadata: { theme?: 'dark' | 'light' }
 *   organizationTrustedMetadata: { plan: 'free' | 'fleet' }
 *   customClaims: { fleet_id: string }
 *   roles: 'captain' | 'engineer'
 *   resources: { starship: 'launch' | 'land'; cargo: 'load' }
 * }
 * const client = createB2BClient<Starships>('public-token-live-…')
 * client.self.getSync()?.trusted_metadata.badge // number
 * await client.rbac.isAuthorized('starship', 'launch')
 */
export interface Project {
  /** What the project's backend writes into a member's `trusted_metadata`. */
  memberTrustedMetadata?: object
  /** What the browser writes into a member's `untrusted_metadata`. */
  memberUntrustedMetadata?: object
  /** What the project's backend writes into an organization's `trusted_metadata`. */
  organizationTrustedMetadata?: object
  /** The project's own claims of a session. */
  customClaims?: object
  /** Ids of the project's roles, as a union. Other ids stay allowed: organizations have roles of their own. */
  roles?: string
  /** The actions of each of the project's resources, as unions. */
  resources?: object
}

/**
 * Where an app names its project once, and every type of the package follows: records, roles, permission
 * checks, hooks and components.
 *
 * @example
 * declare module 'orgportal/client' {
 *   interface Register {
 *     project: Starships
 *   }
 * }
 */
export interface Register {}

/** The project that the app has registered; without one, any. */
export type RegisteredProject = Register extends { project: infer P extends Project } ? P : Project

/** Whatever nobody has declared. */
export type Metadata = Record<string, unknown>

/**
 * A method whose arguments depend on the project. Compared loosely, so that a project's client can be
 * handed to whatever takes any client.
 */
export type Loose<F extends (...args: never[]) => unknown> = {
  call(...args: Parameters<F>): ReturnType<F>
}['call']

/** The same fields as a plain object type, which unlike an interface is assignable to `Metadata`. */
type Plain<T> = { [Key in keyof T]: T[Key] }

export type MemberTrustedMetadata<P extends Project> = P extends {
  memberTrustedMetadata: infer T extends object
}
  ? Plain<T>
  : Metadata

export type MemberUntrustedMetadata<P extends Project> = P extends {
  memberUntrustedMetadata: infer T extends object
}
  ? Plain<T>
  : Metadata

export type OrganizationTrustedMetadata<P extends Project> = P extends {
  organizationTrustedMetadata: infer T extends object
}
  ? Plain<T>
  : Metadata

export type CustomClaims<P extends Project> = P extends { customClaims: infer T extends object }
  ? Plain<T>
  : Metadata

/** Completes the built-in roles and the project's; any other id is allowed. */
export type RoleId<P extends Project = RegisteredProject> = Open<
  | 'stytch_member'
  | 'stytch_admin'
  | (P extends { roles: infer Roles extends string } ? Roles : never)
>

/** A built-in resource or one of the project's; any other where the project has declared none. */
export type ResourceId<P extends Project = RegisteredProject> =
  | keyof BuiltInPermissions
  | (P extends { resources: infer Resources extends object }
      ? Extract<keyof Resources, string>
      : Open<never>)

/** The actions of a resource; any where the resource is not declared. */
export type ActionOf<P extends Project, Resource extends string> = string &
  (Resource extends keyof BuiltInPermissions
    ? BuiltInPermissions[Resource]
    : Resource extends `stytch.${string}`
      ? never
      : P extends { resources: infer Resources extends object }
        ? Resource extends keyof Resources
          ? Resources[Resource]
          : never
        : string)
