'use client'
import { useMemo } from 'react'
import { lazyScreen } from '../../portal/lazyScreen.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SsoChange } from '../lockOut/lockOut.ts'
import type { SsoViewer } from '../useSsoViewer.ts'

const LockOutNotice = lazyScreen(
  () => import('../lockOut/LockOutNotice.tsx').then((file) => file.LockOutNotice),
  () => null,
)

export interface BreakingChangeProps {
  viewer: SsoViewer
  connection: SsoConnection
  siblings: readonly SsoConnection[]
  /** Whether saving must wait. */
  onChange: (blocked: boolean) => void
}

/** Whom it locks out when what is entered turns out wrong. */
export function BreakingChange({ viewer, connection, siblings, onChange }: BreakingChangeProps) {
  const { connection_id } = connection
  const change = useMemo<SsoChange>(
    () => ({ type: 'break', connectionId: connection_id }),
    [connection_id],
  )
  const connections = useMemo(
    () => [connection, ...siblings.filter((one) => one.connection_id !== connection_id)],
    [connection, connection_id, siblings],
  )
  return (
    <LockOutNotice viewer={viewer} change={change} connections={connections} onChange={onChange} />
  )
}
