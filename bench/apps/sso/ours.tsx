import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createB2BClient } from 'orgportal/client'
import { AdminPortalSSO } from 'orgportal/components'
import { OrgportalProvider } from 'orgportal/hooks'
import 'orgportal/styles.css'
import { createRoot } from 'react-dom/client'
import { EMULATOR_URL, PUBLIC_TOKEN } from '../../environment.ts'
import { mountPoint } from '../mountPoint.ts'

const client = createB2BClient(PUBLIC_TOKEN, { baseUrl: EMULATOR_URL })

createRoot(mountPoint()).render(
  <QueryClientProvider client={new QueryClient()}>
    <OrgportalProvider client={client}>
      <AdminPortalSSO />
    </OrgportalProvider>
  </QueryClientProvider>,
)
