import { useMemo } from 'react'
import type { ScimConnection } from '../../client/scim.ts'
import { useScimDeleteConnection } from '../../hooks/scim.ts'
import { deletionImpact, type DeletionImpact } from './deletionImpact.ts'
import type { KnownMembers } from '../portal/useKnownMembers.ts'
import type { OnDeleting } from './useShownScreens.ts'

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
  onDeleting: OnDeleting
  onDeleted: (connection: ScimConnection) => void
}): ConnectionDeletion {
  const { connection, members, onDeleting, onDeleted } = input
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
      onDeleting(connection.connection_id)
      remove.mutate(connection.connection_id, {
        onSuccess: () => onDeleted(connection),
        onError: () => onDeleting(null),
      })
    },
    reset: remove.reset,
  }
}
