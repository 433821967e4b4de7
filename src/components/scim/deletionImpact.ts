import type { ScimConnection } from '../../client/scim.ts'
import type { Member } from '../../client/types.ts'
import { previewRoleChanges } from './previewRoleChanges.ts'
import { provisionedUsers } from './provisionedUsers.ts'

/** What deleting a connection does to people. */
export interface DeletionImpact {
  /** Provisioned members that stay active and are no longer managed. */
  users: number
  /** How many of them lose at least one role. */
  losingRoles: number
}

/** Counts who is hit when the connection goes: all group roles end, roles held in other ways stay. */
export function deletionImpact(
  connection: Pick<ScimConnection, 'connection_id' | 'scim_group_implicit_role_assignments'>,
  members: readonly Member[],
): DeletionImpact {
  const lost = previewRoleChanges({
    connectionId: connection.connection_id,
    before: connection.scim_group_implicit_role_assignments,
    after: [],
    members,
  }).flatMap((change) => change.loses.map((member) => member.memberId))
  const active = provisionedUsers(members, connection.connection_id).filter((user) => user.active)
  return { users: active.length, losingRoles: new Set(lost).size }
}
