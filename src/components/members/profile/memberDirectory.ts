import type { Member, Organization } from '../../../client/types.ts'

/** The directory that manages a member. */
export interface MemberDirectory {
  connectionId: string
  /** What the connection is called; null where that is not known. */
  name: string | null
}

/** The directory that manages the member, named as the organization's record names it; null where none does. */
export function memberDirectory(
  { scim_registration: registration }: Pick<Member, 'scim_registration'>,
  organization: Pick<Organization, 'scim_active_connection'> | null,
): MemberDirectory | null {
  if (!registration) return null
  const active = organization?.scim_active_connection
  const name = active?.connection_id === registration.connection_id ? active.display_name : ''
  return {
    connectionId: registration.connection_id,
    name: name || null,
  }
}
