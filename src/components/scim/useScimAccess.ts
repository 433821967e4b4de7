import { useMemo } from 'react'
import { useAnswers } from '../../hooks/useAnswers.ts'
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
  const { answers: may } = useAnswers({
    create: [['stytch.scim', 'create']],
    update: [['stytch.scim', 'update']],
    delete: [['stytch.scim', 'delete']],
    groupRoles: [['stytch.organization', 'update.settings.implicit-roles']],
    searchMembers: [['stytch.member', 'search']],
  })
  return useMemo(
    () => ({
      create: deniedBy(may.create, 'stytch.scim create', nameOf),
      update: deniedBy(may.update, 'stytch.scim update', nameOf),
      delete: deniedBy(may.delete, 'stytch.scim delete', nameOf),
      groupRoles: deniedBy(
        may.groupRoles,
        'stytch.organization update.settings.implicit-roles',
        nameOf,
      ),
      searchMembers: deniedBy(may.searchMembers, 'stytch.member search', nameOf),
    }),
    [may, nameOf],
  )
}
