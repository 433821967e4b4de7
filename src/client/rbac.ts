import type { ActionOf, Project, ResourceId, RegisteredProject } from './project.ts'
import type { Bootstrap } from './bootstrap.ts'
import { check } from './check.ts'
import type { SessionSnapshot, SessionStore } from './sessionStore.ts'
import type { Organization, PermissionsMap, RbacPolicy, RbacRole } from './types.ts'

/** A policy of which each role is made into a table once it is asked about: then each check is a look-up. */
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

/** A question about a resource and one of its actions, which the project type knows. */
type Ask<P extends Project, Answer> = {
  call<Resource extends ResourceId<P>>(resource: Resource, action: ActionOf<P, Resource>): Answer
}['call']

/** What the signed-in member may do, by the roles that count in the session. The server remains the judge. */
export interface RbacApi<P extends Project = RegisteredProject> {
  /**
   * Waits for bootstrap, then answers from the policy without a request.
   *
   * @example if (await client.rbac.isAuthorized('stytch.sso', 'create')) …
   */
  isAuthorized: Ask<P, Promise<boolean>>
  /** From the policy as known now; false where none is known. */
  isAuthorizedSync: Ask<P, boolean>
  /** Every resource and action of the project's policy; all false when signed out. */
  allPermissions: () => Promise<PermissionsMap>
  /**
   * The policy as known now, or as of `snapshot`, compiled. The same object until bootstrap or
   * organization change.
   */
  getPolicySync: (snapshot?: SessionSnapshot<P>) => CompiledPolicy
  /**
   * From now on this client answers as if the session had these roles: checks, and all permission hooks. For
   * looking at an app as somebody else would see it; on the server nothing changes. null ends it, and it
   * ends with the session.
   */
  viewAs: (roleIds: readonly string[] | null) => void
}

export const compilePolicy: CompilePolicy = (policy, customRoles = []) => {
  const all = policy ? [...policy.roles, ...customRoles] : []
  const roles = new Map(all.map((role) => [role.role_id, role]))

  const compiled = new Map<string, Map<string, Set<string>>>()

  /** The actions that a role grants, by resource. */
  function grantsOf(roleId: string) {
    let grants = compiled.get(roleId)
    if (!grants) {
      grants = new Map()
      for (const { resource_id, actions } of roles.get(roleId)?.permissions ?? []) {
        const granted = grants.get(resource_id) ?? new Set()
        for (const action of actions) granted.add(action)
        grants.set(resource_id, granted)
      }
      compiled.set(roleId, grants)
    }
    return grants
  }

  const allows: CompiledPolicy['allows'] = (roleIds, resource, action) =>
    roleIds.some((roleId) => {
      const actions = grantsOf(roleId).get(resource)
      return actions && (actions.has(action) || actions.has('*'))
    })

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

export function createRbacApi(store: SessionStore, bootstrapped: () => Promise<unknown>): RbacApi {
  let known: readonly [Bootstrap | null, Organization | null, CompiledPolicy] | undefined

  const getPolicySync = ({ bootstrap, organization } = store.getSnapshot()) => {
    if (known?.[0] !== bootstrap || known[1] !== organization) {
      const policy = compilePolicy(bootstrap?.rbacPolicy ?? null, organization?.custom_roles)
      known = [bootstrap, organization, policy]
    }
    return known[2]
  }
  const heldRoles = () => countingRoles(store.getSnapshot())
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
    viewAs: (roles) => {
      check('rbac.viewAs', { roles })
      store.set({ viewedRoles: store.getSnapshot().session && roles && [...roles] })
    },
  }
}

const NO_ROLES: readonly string[] = []

/** Ids of the roles that permission checks start from. The same array until they change. */
export const countingRoles = ({ viewedRoles, session }: SessionSnapshot) =>
  viewedRoles ?? session?.roles ?? NO_ROLES
