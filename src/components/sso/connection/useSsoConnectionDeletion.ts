import { useState } from 'react'
import { useSsoDeleteConnection } from '../../../hooks/sso.ts'
import type { SsoConnection } from '../connections.ts'
import { useSetDefault } from '../switchOn/useSetDefault.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { deletionLosses, type DeletionLosses } from './deletionLosses.ts'

/** It is the default connection: another one has to take its place first. */
export interface NewDefaultChoice {
  /** Those that can: active ones. */
  candidates: readonly SsoConnection[]
  chosen: string | null
  choose: (connectionId: string) => void
  set: () => void
  saving: boolean
  error: Error | null
}

export interface SsoConnectionDeletion {
  losses: DeletionLosses
  /** Null where nothing has to be chosen. */
  newDefault: NewDefaultChoice | null
  busy: boolean
  /** It is on its way, or done. */
  begun: boolean
  error: Error | null
  remove: () => void
}

/**
 * The model of deleting a connection: what goes with it, and what has to be done first.
 *
 * @rbac stytch.sso delete
 */
export function useSsoConnectionDeletion(input: {
  connection: SsoConnection
  connections: readonly SsoConnection[]
  viewer: SsoViewer
  onDeleted: (connection: SsoConnection) => void
}): SsoConnectionDeletion {
  const { connection, connections, viewer, onDeleted } = input
  const { connection_id: connectionId } = connection
  const [picked, setPicked] = useState<string | null>(null)
  const { setDefault, busy, error } = useSetDefault(connections)
  // Of the hook, not of the one call: the page that asked may be gone by then.
  const remove = useSsoDeleteConnection({ onSuccess: () => onDeleted(connection) })

  const others = connections.filter((one) => one.connection_id !== connectionId)
  const candidates = others.filter(({ status }) => status === 'active')
  const chosen = picked ?? candidates[0]?.connection_id ?? null
  const isDefault = viewer.organization?.sso_default_connection_id === connectionId
  return {
    losses: deletionLosses(connection, viewer.organization),
    // Not before the server has moved it, though it is shown at once.
    newDefault:
      (isDefault || busy) && others.length > 0
        ? {
            candidates,
            chosen,
            choose: setPicked,
            set: () => {
              const next = candidates.find(({ connection_id }) => connection_id === chosen)
              if (next && !busy) setDefault(next)
            },
            saving: busy,
            error,
          }
        : null,
    busy: remove.isPending,
    begun: remove.isPending || remove.isSuccess,
    error: remove.error,
    remove: () => {
      if (!remove.isPending) remove.mutate(connectionId)
    },
  }
}
