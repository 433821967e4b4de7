import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createB2BClient } from 'orgportal/client'
import { AdminPortalSCIM } from 'orgportal/components'
import { OrgportalProvider } from 'orgportal/hooks'
import 'orgportal/styles.css'

const client = createB2BClient('public-token-test-00000000-0000-4000-8000-000000000001') // yours
const queryClient = new QueryClient()

export function Settings() {
  return (
    <QueryClientProvider client={queryClient}>
      <OrgportalProvider client={client}>
        <AdminPortalSCIM />
      </OrgportalProvider>
    </QueryClientProvider>
  )
}
