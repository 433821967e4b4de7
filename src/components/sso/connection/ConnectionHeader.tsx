'use client'
import { Tag } from '../../ui/Tag.tsx'
import { connectionKind } from '../connectionKind.ts'
import type { SsoConnection } from '../connections.ts'
import { ConnectionStatus } from '../list/ConnectionStatus.tsx'
import { useSsoMessages } from '../useSsoMessages.ts'

/** What it is called, and whether it is the default one. */
export function ConnectionTitle({
  connection,
  isDefault,
}: {
  connection: SsoConnection
  isDefault: boolean
}) {
  const messages = useSsoMessages()
  return (
    <span data-part="sso-title">
      {connection.display_name.trim() || connection.connection_id}{' '}
      {isDefault && <Tag tone="accent">{messages.default}</Tag>}
    </span>
  )
}

/** The line under it: where people sign in, and whether it works. */
export function ConnectionSummary({ connection }: { connection: SsoConnection }) {
  const messages = useSsoMessages()
  return (
    <span data-part="sso-summary">
      <span>{connectionKind(messages, connection)}</span>
      <ConnectionStatus connection={connection} />
    </span>
  )
}
