import { useMemo } from 'react'
import { usePermission } from '../../hooks/usePermission.ts'
import { deniedBy, type Denied } from '../portal/denied.ts'

/** Why each thing is denied to the viewer; undefined where it is allowed. */
export interface ScimAccess {
  create: Denied | undefined
  update: Denied | undefined
  delete: Denied | undefined
  /** Changing which group gives which role. */
  groupRoles: Denied | undefined
  /** Seeing who is provisioned, and who gains or loses a role. */
  searchMembers: Denied | undefined
}

/** What the viewer may do with the SCIM connection. `nameOf` gives the names of roles as shown. */
export function useScimAccess(nameOf: (roleId: string) => string): ScimAccess {
  const create = usePermission('stytch.scim', 'create')
  const update = usePermission('stytch.scim', 'update')
  const remove = usePermission('stytch.scim', 'delete')
  const groupRoles = usePermission('stytch.organization', 'update.settings.implicit-roles')
  const search = usePermission('stytch.member', 'search')
  return useMemo(
    () => ({
      create: deniedBy(create, 'stytch.scim create', nameOf),
      update: deniedBy(update, 'stytch.scim update', nameOf),
      delete: deniedBy(remove, 'stytch.scim delete', nameOf),
      groupRoles: deniedBy(
        groupRoles,
        'stytch.organization update.settings.implicit-roles',
        nameOf,
      ),
      searchMembers: deniedBy(search, 'stytch.member search', nameOf),
    }),
    [create, update, remove, groupRoles, search, nameOf],
  )
}
