import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createB2BClient, type B2BClient } from 'orgportal/client'
import { OrgportalProvider, useMember } from 'orgportal/hooks'
import { lazy, Suspense } from 'react'

// #region lazy
/** In a production build the flag is false, and the bundler drops the import with it. */
const OrgportalDevtools = import.meta.env.DEV
  ? lazy(() => import('orgportal/devtools').then((m) => ({ default: m.OrgportalDevtools })))
  : null
// #endregion

const emulatorUrl = 'http://localhost:4000'
const queryClient = new QueryClient()

export const connect = (): B2BClient =>
  createB2BClient('public-token-test-00000000-0000-4000-8000-000000000001', {
    baseUrl: emulatorUrl,
  })

// #region render
export function App({ client }: { client: B2BClient }) {
  return (
    <QueryClientProvider client={queryClient}>
      <OrgportalProvider client={client}>
        <Greeting />
        {OrgportalDevtools && (
          <Suspense fallback={null}>
            <OrgportalDevtools emulator={emulatorUrl} />
          </Suspense>
        )}
      </OrgportalProvider>
    </QueryClientProvider>
  )
}
// #endregion

function Greeting() {
  return <h1>Hello, {useMember()?.name ?? 'stranger'}</h1>
}
