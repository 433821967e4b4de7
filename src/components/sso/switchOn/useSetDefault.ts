import { useCallback } from 'react'
import { useOrganizationUpdate } from '../../../hooks/organization.ts'
import { useOrganization } from '../../../hooks/useSessionSnapshot.ts'
import { ssoSetDefault } from '../../i18n/en/sso/ssoSetDefault.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useToast } from '../../ui/Toast.tsx'
import type { SsoConnection } from '../connections.ts'

export interface SetDefault {
  /** Makes it the default connection. It must be active. */
  setDefault: (connection: Pick<SsoConnection, 'connection_id' | 'display_name'>) => void
  busy: boolean
  error: Error | null
  reset: () => void
}

/**
 * Makes a connection the default: shown at once, said in a toast that can undo it where another one was the default
 * before. The first default cannot be taken back, for there is always one to be moved to.
 *
 * @rbac stytch.organization update.settings.default-sso-connection
 * @example
 * const { setDefault } = useSetDefault(connections)
 * <MenuItem denied={viewer.access.setDefault} onSelect={() => setDefault(connection)}>…</MenuItem>
 */
export function useSetDefault(
  connections: readonly Pick<SsoConnection, 'connection_id' | 'display_name'>[],
): SetDefault {
  const messages = useMessages('ssoSetDefault', ssoSetDefault)
  const toast = useToast()
  const beforeId = useOrganization()?.sso_default_connection_id
  const { mutate, mutateAsync, isPending: busy, error, reset } = useOrganizationUpdate()

  const setDefault = useCallback<SetDefault['setDefault']>(
    ({ connection_id, display_name }) => {
      const before = connections.find(
        (one) => one.connection_id === beforeId && one.connection_id !== connection_id,
      )
      const undo = before && {
        label: messages.undo,
        onSelect: () =>
          // The toast outlives the screen, so what came of it must be said without it.
          void mutateAsync({ sso_default_connection_id: before.connection_id }).then(
            () => toast({ text: messages.isDefault(before.display_name) }),
            () => toast({ text: messages.notUndone(display_name) }),
          ),
      }
      mutate(
        { sso_default_connection_id: connection_id },
        {
          onSuccess: () => toast({ text: messages.isDefault(display_name), action: undo }),
        },
      )
    },
    [beforeId, connections, messages, mutate, mutateAsync, toast],
  )
  return { setDefault, busy, error, reset }
}
