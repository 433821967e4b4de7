import { useState } from 'react'
import { useOrganizationUpdate } from '../../../hooks/organization.ts'
import { useOrganization } from '../../../hooks/useSessionSnapshot.ts'
import type { SsoConnection } from '../connections.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'

export interface DefaultConnectionModel {
  /** Which connection is the default now; an unknown one has no name. */
  current: { type: 'none' } | { type: 'this' } | { type: 'other'; name: string | null }
  /** This one is not active, so it cannot become the default. */
  pending: boolean
  /** It is being asked about. */
  asking: boolean
  ask: () => void
  close: () => void
  confirm: () => void
  busy: boolean
  error: Error | null
}

/**
 * The model of making one connection the default. The question has an address of its own.
 *
 * @rbac stytch.organization update.settings.default-sso-connection
 */
export function useDefaultConnection(input: {
  connection: SsoConnection
  connections: readonly SsoConnection[]
}): DefaultConnectionModel {
  const { connection, connections } = input
  const { address, openDialog, closeDialog } = useSsoNavigation()
  const defaultId = useOrganization()?.sso_default_connection_id ?? null
  const update = useOrganizationUpdate()
  const current = currentOf(defaultId, connection, connections)
  const [asked, setAsked] = useState<DefaultConnectionModel['current'] | null>(null)
  const asking = address.screen === 'connection' && address.dialog === 'default'
  return {
    // While the request is on its way the organization shows the change already; the question stays as it was.
    current: asked ?? current,
    pending: connection.status !== 'active',
    asking,
    ask: () => openDialog('default'),
    close: () => {
      update.reset()
      closeDialog()
    },
    confirm: () => {
      if (update.isPending) return
      setAsked(current)
      update.mutate(
        { sso_default_connection_id: connection.connection_id },
        { onSuccess: closeDialog, onSettled: () => setAsked(null) },
      )
    },
    busy: update.isPending,
    error: update.error,
  }
}

function currentOf(
  defaultId: string | null,
  { connection_id }: SsoConnection,
  connections: readonly SsoConnection[],
): DefaultConnectionModel['current'] {
  if (defaultId === null || defaultId === '') return { type: 'none' }
  if (defaultId === connection_id) return { type: 'this' }
  const other = connections.find((one) => one.connection_id === defaultId)
  return { type: 'other', name: other?.display_name ?? null }
}
