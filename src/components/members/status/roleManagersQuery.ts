import { NO_FILTERS } from '../membersAddress.ts'
import { searchQuery, type MembersQuery } from '../searchQuery.ts'

/** The search that finds them, wherever their roles come from; `roleIds` is not empty. */
export const roleManagersQuery = (roleIds: ReadonlySet<string>): MembersQuery | undefined =>
  searchQuery({ ...NO_FILTERS, roles: [...roleIds], statuses: ['active'] })
