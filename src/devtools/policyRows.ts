import type { CompiledPolicy } from '../client/rbac.ts'
import type { RbacPolicy } from '../client/types.ts'
import { matchesWords } from './requestLog.ts'

/** A resource of the policy, as the roles that count see it. */
export interface ResourceRow {
  resourceId: string
  description: string
  /** Those that the search finds. */
  actions: readonly { action: string; isAllowed: boolean }[]
  allowed: number
}

/** All resources, with the actions that the search finds; those without any are left out. */
export function resourceRows(
  policy: RbacPolicy,
  { allows }: CompiledPolicy,
  roleIds: readonly string[],
  search: string,
): ResourceRow[] {
  return policy.resources.flatMap(({ resource_id: resourceId, description, actions }) => {
    const found = actions
      .filter((action) => matchesWords(`${resourceId} ${action}`, search))
      .map((action) => ({ action, isAllowed: allows(roleIds, resourceId, action) }))
    const allowed = found.filter(({ isAllowed }) => isAllowed).length
    return found.length > 0 ? [{ resourceId, description, actions: found, allowed }] : []
  })
}
