import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { B2BClient } from 'orgportal/client'
import { OrgportalProvider } from 'orgportal/hooks'

interface ProvidersProps {
  client: B2BClient
  queryClient: QueryClient
  children: ReactNode
}

export function Providers({ client, queryClient, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <OrgportalProvider client={client}>{children}</OrgportalProvider>
    </QueryClientProvider>
  )
}
