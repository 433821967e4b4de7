import { useCallback, useMemo, useState } from 'react'
import { useOrganization } from '../../../hooks/useSessionSnapshot.ts'
import { connectionKind } from '../connectionKind.ts'
import type { SsoConnection } from '../connections.ts'
import { useSetDefault } from '../switchOn/useSetDefault.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import { findConnections } from './connectionFacts.ts'

/** From this many on there is a search above the list. */
const SEARCHED_FROM = 9

export interface ConnectionList {
  /** Null where there are too few to search in. */
  search: { text: string; set: (text: string) => void } | null
  /** Those that match. */
  shown: readonly SsoConnection[]
  /** The connection that somebody wants to delete; null while nobody does. It stays known while the dialog closes. */
  deleting: { connection: SsoConnection; open: boolean } | null
  askDelete: (connection: SsoConnection) => void
  closeDelete: () => void
  /** The default connection, if there is one; with a change that is on its way. */
  defaultId: string | null
  setDefault: (connection: SsoConnection) => void
  /** Which connection could not be made the default. */
  defaultFailure: { name: string; error: Error } | null
}

/** The model of the list: all connections are there, so it is searched in place. */
export function useConnectionList(connections: readonly SsoConnection[]): ConnectionList {
  const messages = useSsoMessages()
  const [text, setText] = useState('')
  const defaultId = useOrganization()?.sso_default_connection_id ?? null
  const { setDefault: makeDefault, error } = useSetDefault(connections)
  const [wanted, setWanted] = useState('')
  const [deleting, setDeleting] = useState<ConnectionList['deleting']>(null)
  const isSearched = connections.length >= SEARCHED_FROM
  const shown = useMemo(
    () =>
      isSearched
        ? findConnections(connections, text, (connection) => connectionKind(messages, connection))
        : connections,
    [connections, isSearched, text, messages],
  )
  const askDelete = useCallback(
    (connection: SsoConnection) => setDeleting({ connection, open: true }),
    [],
  )
  const setDefault = useCallback(
    (connection: SsoConnection) => {
      setWanted(connection.display_name)
      makeDefault(connection)
    },
    [makeDefault],
  )
  return {
    search: isSearched ? { text, set: setText } : null,
    shown,
    deleting,
    askDelete,
    closeDelete: () => setDeleting((last) => last && { ...last, open: false }),
    defaultId,
    setDefault,
    defaultFailure: error && { name: wanted, error },
  }
}
