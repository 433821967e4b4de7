import type { Bootstrap } from './bootstrap.ts'
import type { SessionStore } from './sessionStore.ts'
import type { Organization, PermissionsMap, RbacPolicy, RbacRole } from './types.ts'

/** A policy turned into sets once, so that each check is a look-up. */
export interface CompiledPolicy {
  /** Roles by id; a later role with the same id overrides an earlier one. */
  readonly roles: ReadonlyMap<string, RbacRole>
  readonly allows: (roleIds: readonly string[], resource: string, action: string) => boolean
  /** Ids of all roles of the policy that grant the action. */
  readonly rolesGranting: (resource: string, action: string) => string[]
  readonly permissions: (roleIds: readonly string[]) => PermissionsMap
}

/** Compiles the project's policy and the organization's own roles. `null` policy: everything is denied. */
export type CompilePolicy = (
  policy: RbacPolicy | null,
  customRoles?: readonly RbacRole[],
) => CompiledPolicy

export interface RbacApi {
  /** Waits for bootstrap, then answers from the policy without a request. */
  isAuthorized: (resource: string, action: string) => Promise<boolean>
  /** From the policy as known now; false where none is known. */
  isAuthorizedSync: (resource: string, action: string) => boolean
  /** Every resource and action of the project's policy; all false when signed out. */
  allPermissions: () => Promise<PermissionsMap>
  /** The policy as known now, compiled. The same object until bootstrap or organization change. */
  getPolicySync: () => CompiledPolicy
}

export const compilePolicy: CompilePolicy = (policy, customRoles = []) => {
  const all = policy ? [...policy.roles, ...customRoles] : []
  const roles = new Map(all.map((role) => [role.role_id, role]))
  const keyOf = (...grant: string[]) => grant.join('\n')
  const grants = new Set(
    [...roles.values()].flatMap(({ role_id, permissions }) =>
      permissions.flatMap(({ resource_id, actions }) =>
        actions.map((action) => keyOf(role_id, resource_id, action)),
      ),
    ),
  )

  const allows: CompiledPolicy['allows'] = (roleIds, resource, action) =>
    roleIds.some((roleId) =>
      [action, '*'].some((granted) => grants.has(keyOf(roleId, resource, granted))),
    )

  return {
    roles,
    allows,
    rolesGranting: (resource, action) =>
      [...roles.keys()].filter((roleId) => allows([roleId], resource, action)),
    permissions: (roleIds) =>
      Object.fromEntries(
        (policy?.resources ?? []).map(({ resource_id, actions }) => [
          resource_id,
          Object.fromEntries(
            actions.map((action) => [action, allows(roleIds, resource_id, action)]),
          ),
        ]),
      ),
  }
}

export function createRbacApi(store: SessionStore, bootstrapped: () => Promise<void>): RbacApi {
  let known: readonly [Bootstrap | null, Organization | null, CompiledPolicy] | undefined

  const getPolicySync = () => {
    const { bootstrap, organization } = store.getSnapshot()
    if (known?.[0] !== bootstrap || known[1] !== organization) {
      const policy = compilePolicy(bootstrap?.rbacPolicy ?? null, organization?.custom_roles)
      known = [bootstrap, organization, policy]
    }
    return known[2]
  }
  const heldRoles = () => store.getSnapshot().session?.roles ?? []
  const isAuthorizedSync: RbacApi['isAuthorizedSync'] = (resource, action) =>
    getPolicySync().allows(heldRoles(), resource, action)

  return {
    getPolicySync,
    isAuthorizedSync,
    isAuthorized: async (resource, action) => {
      await bootstrapped()
      return isAuthorizedSync(resource, action)
    },
    allPermissions: async () => {
      await bootstrapped()
      return getPolicySync().permissions(heldRoles())
    },
  }
}
