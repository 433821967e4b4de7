import type { RbacPolicy } from 'orgportal/client'

/** How large the policy of the comparison is: so many roles, each with so many permissions. */
export const POLICY_SIZE = 200

const ACTIONS = Array.from({ length: 20 }, (_, index) => `action-${index}`)
const actionId = (index: number) => ACTIONS[index % ACTIONS.length] ?? ''

/** Id of a role, of a resource; both have one for each number below `POLICY_SIZE`. */
export const roleId = (index: number) => `role-${index}`
export const resourceId = (index: number) => `resource-${index}`

/** Roles that each name every resource once: most with two of its actions, one in fifty with all of them. */
export function largePolicy(): RbacPolicy {
  const indexes = Array.from({ length: POLICY_SIZE }, (_, index) => index)
  return {
    roles: indexes.map((role) => ({
      role_id: roleId(role),
      description: '',
      permissions: indexes.map((resource) => ({
        resource_id: resourceId(resource),
        actions:
          (role + resource) % 50 === 0
            ? ['*']
            : [actionId(role + resource), actionId(3 * role + resource + 1)],
      })),
    })),
    resources: indexes.map((resource) => ({
      resource_id: resourceId(resource),
      description: '',
      actions: ACTIONS,
    })),
    scopes: [],
  }
}

/** Questions all over the policy: some granted by an action, some by all, and some not at all. */
export const questions: readonly (readonly [resource: string, action: string])[] = Array.from(
  { length: 100 },
  (_, index) => [resourceId((index * 37) % POLICY_SIZE), actionId(index * index)],
)
