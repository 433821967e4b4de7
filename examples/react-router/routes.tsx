import type { QueryClient } from '@tanstack/react-query'
import { redirect, type RouteObject } from 'react-router'
import type { B2BClient } from 'orgportal/client'
import { scimQueries } from 'orgportal/hooks'
import { DirectoryPage } from './DirectoryPage.tsx'

// #region routes
/** The same routes in the browser and on the server, where each request has a client and a cache of its own. */
export const createRoutes = (client: B2BClient, queryClient: QueryClient): RouteObject[] => [
  {
    path: '/',
    HydrateFallback: () => <p>One moment…</p>,
    ErrorBoundary: () => <p role="alert">The directory cannot be shown.</p>,
    Component: DirectoryPage,
    loader: async () => {
      if ((await knownStatus(client)) !== 'authenticated') return redirect('/sign-in')
      // What is in the cache and fresh is not fetched again.
      await queryClient.query(scimQueries.connection(client))
      return null
    },
  },
  { path: '/sign-in', Component: () => <p>Please sign in.</p> },
]
// #endregion

// #region known
/** At the first load of a page it takes a moment until it is known whether somebody is signed in. */
function knownStatus(client: B2BClient) {
  return new Promise((resolve) => {
    const look = () => {
      const { status } = client.getSnapshot()
      if (status === 'loading') return
      unsubscribe()
      resolve(status)
    }
    const unsubscribe = client.subscribe(look)
    look()
  })
}
// #endregion
