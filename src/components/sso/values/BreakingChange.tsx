'use client'
import { useEffect, useMemo } from 'react'
import type { SsoConnection } from '../connections.ts'
import type { SsoChange } from '../lockOut/lockOut.ts'
import { LockOutNotice } from '../lockOut/LockOutNotice.tsx'
import type { SsoViewer } from '../useSsoViewer.ts'

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
  // What was confirmed of one change is not meant for the next.
  useEffect(() => () => onChange(true), [onChange])
  return (
    <LockOutNotice viewer={viewer} change={change} connections={connections} onChange={onChange} />
  )
}
