import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { createB2BClient } from 'orgportal/client'
import { clientOptions, PUBLIC_TOKEN } from './project.ts'
import { Providers } from './Providers.tsx'
import { createRoutes } from './routes.tsx'

/** Without a server that renders: the loaders run in the browser. */
export function startApp(container: Element) {
  const client = createB2BClient(PUBLIC_TOKEN, clientOptions)
  const queryClient = new QueryClient()
  const router = createBrowserRouter(createRoutes(client, queryClient))
  const root = createRoot(container)
  root.render(
    <Providers client={client} queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return { client, router, root }
}
