import { createContext, useContext, useMemo } from 'react'
import type { RbacRole } from '../../client/types.ts'

/** How a host names, explains and orders its roles. */
export interface RoleDisplayConfig {
  /** Default, and in place of an empty answer: the id. */
  getRoleDisplayName?: ((role: RbacRole) => string) | undefined
  /** Default: the role's own description. */
  getRoleDescription?: ((role: RbacRole) => string) | undefined
  /**
   * The ids in the order wanted. Ids left out follow in the usual order: `stytch_member`,
   * `stytch_admin`, then by name.
   */
  getRoleSortOrder?: ((roles: RbacRole[]) => string[]) | undefined
}

export interface RoleDisplay {
  role_id: string
  name: string
  description: string
  /** False when no role of this id is in the policy: it is shown by its id. */
  known: boolean
}

export interface RoleDirectory {
  /** All roles that are known, in order. */
  roles: RoleDisplay[]
  /** One role; an unknown id is its own name. */
  display: (roleId: string) => RoleDisplay
  /** `display(roleId).name` */
  nameOf: (roleId: string) => string
  /** Role ids in the order of `roles`, unknown ones last. */
  sort: (roleIds: readonly string[]) => string[]
}

export const RoleDisplayContext = createContext<RoleDisplayConfig>({})

/** Names, descriptions and order of roles as the host wants them. */
export function useRoleDisplay(roles: readonly RbacRole[]): RoleDirectory {
  const config = useContext(RoleDisplayContext)
  return useMemo(() => createRoleDirectory(roles, config), [roles, config])
}

export function createRoleDirectory(
  roles: readonly RbacRole[],
  config: RoleDisplayConfig = {},
): RoleDirectory {
  const displays = roles.map((role) => ({
    role_id: role.role_id,
    name: config.getRoleDisplayName?.(role) || role.role_id,
    description: config.getRoleDescription?.(role) ?? role.description,
    known: true,
  }))
  const order = config.getRoleSortOrder?.([...roles]) ?? []
  const sorted = displays.sort(
    (left, right) =>
      rank(order, left.role_id) - rank(order, right.role_id) ||
      rank(BUILT_IN, left.role_id) - rank(BUILT_IN, right.role_id) ||
      left.name.localeCompare(right.name),
  )
  const byId = new Map(sorted.map((display, index) => [display.role_id, { display, index }]))
  const display = (roleId: string): RoleDisplay =>
    byId.get(roleId)?.display ?? { role_id: roleId, name: roleId, description: '', known: false }
  const position = (roleId: string) => byId.get(roleId)?.index ?? sorted.length
  return {
    roles: sorted,
    display,
    nameOf: (roleId) => display(roleId).name,
    sort: (roleIds) => [...roleIds].sort((a, b) => position(a) - position(b) || a.localeCompare(b)),
  }
}

const BUILT_IN = ['stytch_member', 'stytch_admin']

/** Place in the list; behind all others when it is not in it. */
function rank(list: readonly string[], id: string): number {
  const index = list.indexOf(id)
  return index < 0 ? list.length : index
}
