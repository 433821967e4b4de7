'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { createB2BClient, type ServerState } from 'orgportal/client'
import { OrgportalProvider } from 'orgportal/hooks'
import { clientOptions, PUBLIC_TOKEN } from './project.ts'

interface ProvidersProps {
  serverState: ServerState | undefined
  children: ReactNode
}

export function Providers({ serverState, children }: ProvidersProps) {
  const [{ client, queryClient }] = useState(() => clientsFor(serverState))
  return (
    <QueryClientProvider client={queryClient}>
      <OrgportalProvider client={client}>{children}</OrgportalProvider>
    </QueryClientProvider>
  )
}

const createClients = (serverState: ServerState | undefined) => ({
  client: createB2BClient(PUBLIC_TOKEN, { ...clientOptions, serverState }),
  queryClient: new QueryClient(),
})

let ofThisPage: ReturnType<typeof createClients> | undefined

/** In the browser the same two for as long as the page lives; on a server, where requests share this module, new ones. */
function clientsFor(serverState: ServerState | undefined) {
  if (typeof document === 'undefined') return createClients(serverState)
  return (ofThisPage ??= createClients(serverState))
}
