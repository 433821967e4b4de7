import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createB2BClient } from 'orgportal/client'
import { OrgportalProvider } from 'orgportal/hooks'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'orgportal/styles.css'
import './demo.css'
import { App } from './App.tsx'
import { EMULATOR_URL, PUBLIC_TOKEN } from './environment.ts'

const client = createB2BClient(PUBLIC_TOKEN, { baseUrl: EMULATOR_URL })
const queryClient = new QueryClient()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <OrgportalProvider client={client}>
        <App />
      </OrgportalProvider>
    </QueryClientProvider>
  </StrictMode>,
)
