import type { Member } from '../../../client/types.ts'
import { canManageRoles, roleManagersAfter, type RoleHolder } from '../../portal/roleManagers.ts'
import { useManagingRoles } from '../../portal/useManagingRoles.ts'
import { useRoleManagers } from './useRoleManagers.ts'

/** Whether something may be done as far as the management of roles goes. */
export type LastManagerGuard =
  | { type: 'open' }
  /** It would take the management of roles from this member; whether anybody else has it is being asked. */
  | { type: 'looking' }
  | { type: 'failed'; error: Error; retry: () => void; retrying: boolean }
  /** Nobody else has it: it must not be done. `roleIds` would give it to somebody else. */
  | { type: 'last'; roleIds: string[] }

/**
 * Keeps the management of roles from being taken from the last member who has it. Nothing is asked until an edit
 * begins (`editing`) of a member who has it.
 *
 * @rbac stytch.member search
 */
export function useLastManagerGuard(input: {
  member: Member
  /** The member as the edit would leave it. */
  after: RoleHolder
  editing: boolean
}): LastManagerGuard {
  const { member, after, editing } = input
  const roleIds = useManagingRoles()
  const holds = canManageRoles(member, { roleIds })
  const others = useRoleManagers({ needed: editing && holds })

  if (!holds || canManageRoles(after, { roleIds })) return { type: 'open' }
  if (others.type === 'loading') return { type: 'looking' }
  if (others.type === 'failed') return others
  const left = roleManagersAfter(others.managers, (manager) =>
    manager.member_id === member.member_id ? after : manager,
  )
  return left === 'lost' ? { type: 'last', roleIds: [...roleIds] } : { type: 'open' }
}
