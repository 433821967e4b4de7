import { useState } from 'react'
import { useSsoConnections } from '../../../hooks/sso.ts'
import type { RolesConnection } from './connectionRoles.ts'

type Check = { type: 'idle' } | { type: 'looking' } | { type: 'failed'; error: Error }

/** Looks up the connection as it is stored now, before a list of it is replaced as a whole. One request each time. */
export function useLatestConnection(connectionId: string): {
  /** Null where that failed, or where the connection is gone; then `error` says so, or the page does. */
  look: () => Promise<RolesConnection | null>
  looking: boolean
  error: Error | null
  reset: () => void
} {
  const { refetch } = useSsoConnections({ enabled: false })
  const [check, setCheck] = useState<Check>({ type: 'idle' })
  return {
    look: async () => {
      setCheck({ type: 'looking' })
      const { data, error } = await refetch()
      setCheck(error ? { type: 'failed', error } : { type: 'idle' })
      if (error || !data) return null
      const isIt = (one: { connection_id: string }) => one.connection_id === connectionId
      const saml = data.saml_connections.find(isIt)
      if (saml) return { protocol: 'saml', ...saml }
      const external = data.external_connections.find(isIt)
      return external ? { protocol: 'external', ...external } : null
    },
    looking: check.type === 'looking',
    error: check.type === 'failed' ? check.error : null,
    reset: () => setCheck({ type: 'idle' }),
  }
}
