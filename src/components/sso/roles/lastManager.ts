import { canManageRoles, type RoleHolder } from '../../portal/roleManagers.ts'
import type { RoleChange } from '../../portal/roleChanges.ts'

/**
 * Whether the changes take the management of roles from the last member who has it. `members` are all of the organization's;
 * `managingRoles` the ids of the roles that allow it.
 */
export function takesLastManager(
  changes: readonly RoleChange[],
  members: readonly RoleHolder[],
  managingRoles: ReadonlySet<string>,
): boolean {
  const managers = members.filter((member) => canManageRoles(member, { roleIds: managingRoles }))
  const gained = changes.some(({ roleId, gains }) => managingRoles.has(roleId) && gains.length > 0)
  if (managers.length === 0 || gained) return false
  return managers.every(({ member_id, roles }) =>
    roles.every(({ role_id }) => !managingRoles.has(role_id) || loses(member_id, role_id)),
  )

  function loses(memberId: string, roleId: string): boolean {
    return changes.some(
      (change) =>
        change.roleId === roleId && change.loses.some((person) => person.memberId === memberId),
    )
  }
}
