import { useOrgportalClient } from 'orgportal/hooks'
import { useEffect, useRef, useState } from 'react'

export type MagicLinkState =
  { status: 'none' } | { status: 'signing-in' } | { status: 'failed'; message: string }

const SESSION_MINUTES = 60

/** Signs in with the token in the address, if there is one. A token works once, so it is sent once. */
export function useMagicLink(): MagicLinkState {
  const client = useOrgportalClient()
  const sent = useRef(false)
  const [state, setState] = useState<MagicLinkState>(() => ({
    status: client.parseAuthenticateUrl()?.handled ? 'signing-in' : 'none',
  }))

  useEffect(() => {
    if (sent.current || !client.parseAuthenticateUrl()?.handled) return
    sent.current = true
    client.authenticateByUrl({ session_duration_minutes: SESSION_MINUTES }).then(
      () => {
        // The console has no page at the address that links lead back to.
        if (location.pathname === '/authenticate') history.replaceState(null, '', '/')
        setState({ status: 'none' })
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        setState({ status: 'failed', message })
      },
    )
  }, [client])

  return state
}
