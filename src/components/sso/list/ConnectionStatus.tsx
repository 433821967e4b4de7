'use client'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoMessages } from '../useSsoMessages.ts'

/** A connection's status: a dot with its word; one that is not known here is shown as the API calls it. */
export function ConnectionStatus({ connection }: { connection: SsoConnection }) {
  const { statuses } = useSsoMessages()
  const { status } = connection
  if (status === 'active') return <StatusDot tone="success">{statuses.active}</StatusDot>
  if (status === 'pending') return <StatusDot tone="warning">{statuses.pending}</StatusDot>
  return <StatusDot tone="neutral">{status}</StatusDot>
}
