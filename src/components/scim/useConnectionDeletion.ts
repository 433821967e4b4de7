import { useMemo } from 'react'
import type { ScimConnection } from '../../client/scim.ts'
import { useScimDeleteConnection } from '../../hooks/scim.ts'
import { deletionImpact, type DeletionImpact } from './deletionImpact.ts'
import type { KnownMembers } from './useProvisionedMembers.ts'

export interface ConnectionDeletion {
  /** Null while members are not known, or not shown to the viewer. */
  impact: DeletionImpact | null
  busy: boolean
  error: Error | null
  remove: () => void
  reset: () => void
}

/**
 * The model of deleting the connection: what it does to whom.
 *
 * @rbac stytch.scim delete
 */
export function useConnectionDeletion(input: {
  connection: ScimConnection
  members: KnownMembers
  onDeleted: (connection: ScimConnection) => void
}): ConnectionDeletion {
  const { connection, members, onDeleted } = input
  const remove = useScimDeleteConnection()
  const impact = useMemo(
    () => (members.type === 'known' ? deletionImpact(connection, members.members) : null),
    [connection, members],
  )
  return {
    impact,
    busy: remove.isPending,
    error: remove.error,
    remove: () => {
      if (remove.isPending) return
      remove.mutate(connection.connection_id, { onSuccess: () => onDeleted(connection) })
    },
    reset: remove.reset,
  }
}
