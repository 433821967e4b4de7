import { hydrate, QueryClient, type DehydratedState } from '@tanstack/react-query'
import { hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider, type HydrationState } from 'react-router'
import { createB2BClient, type ServerState } from 'orgportal/client'
import { clientOptions, PUBLIC_TOKEN } from './project.ts'
import { Providers } from './Providers.tsx'
import { createRoutes } from './routes.tsx'

interface PageData extends Pick<HydrationState, 'loaderData'> {
  serverState?: ServerState
  dehydrated: DehydratedState
}

/** In the browser: takes over what `respond` has sent. */
export function hydratePage(container: Element) {
  const json = document.getElementById('page-data')?.textContent ?? ''
  const { serverState, dehydrated, ...hydrationData } = JSON.parse(json) as PageData
  const client = createB2BClient(PUBLIC_TOKEN, { ...clientOptions, serverState })
  const queryClient = new QueryClient()
  hydrate(queryClient, dehydrated)
  const router = createBrowserRouter(createRoutes(client, queryClient), { hydrationData })
  const root = hydrateRoot(
    container,
    <Providers client={client} queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { client, router, root }
}
