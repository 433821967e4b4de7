/** Why a control cannot be used: what is missing, and which roles (by the names shown) would bring it. */
export interface Denied {
  /** As the API calls it: `stytch.scim update`. */
  permission: string
  roles: readonly string[]
}

/** What a permission check says; `usePermission` of orgportal/hooks answers in this shape. */
export interface PermissionAnswer {
  allowed: boolean
  rolesThatGrant: () => readonly { role_id: string }[]
}

/**
 * Turns a permission check into the `denied` of a control.
 *
 * @example
 * const update = usePermission('stytch.scim', 'update')
 * <Button denied={deniedBy(update, 'stytch.scim update', roles.nameOf)}>Edit</Button>
 */
export function deniedBy(
  answer: PermissionAnswer,
  permission: string,
  nameOf: (roleId: string) => string,
): Denied | undefined {
  if (answer.allowed) return undefined
  return { permission, roles: answer.rolesThatGrant().map((role) => nameOf(role.role_id)) }
}
