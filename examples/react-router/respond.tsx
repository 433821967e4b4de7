import { dehydrate, QueryClient } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { createB2BClient, createRequestStorage, getServerState } from 'orgportal/client'
import { clientOptions, PUBLIC_TOKEN } from './project.ts'
import { Providers } from './Providers.tsx'
import { createRoutes } from './routes.tsx'

/** Answers a request for a page. */
export async function respond(request: Request): Promise<Response> {
  // #region ask
  const storage = createRequestStorage(request.headers.get('cookie'))
  const client = createB2BClient(PUBLIC_TOKEN, { ...clientOptions, storage })
  const queryClient = new QueryClient()
  if (client.getSnapshot().status === 'loading') {
    await Promise.allSettled([client.session.authenticate(), client.rbac.allPermissions()])
  }
  const serverState = getServerState(client)
  if (serverState === undefined) return new Response('Please try again.', { status: 503 })
  const handler = createStaticHandler(createRoutes(client, queryClient))
  const context = await handler.query(request)
  if (context instanceof Response) return context
  // #endregion

  // #region show
  // What renders on the server knows as much as what hydrates in the browser: the state, and no cookies.
  const shown = createB2BClient(PUBLIC_TOKEN, {
    ...clientOptions,
    serverState,
    storage: createRequestStorage(null),
  })
  const html = renderToString(
    <Providers client={shown} queryClient={queryClient}>
      <StaticRouterProvider
        router={createStaticRouter(handler.dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </Providers>,
  )
  const { loaderData } = context
  const data = { serverState, dehydrated: dehydrate(queryClient), loaderData }
  // Within a script a "<" could end it.
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Response(
    `<!doctype html>
<div id="root">${html}</div>
<script type="application/json" id="page-data">${json}</script>
<script type="module" src="/browser.js"></script>`,
    { headers: { 'content-type': 'text/html', 'cache-control': 'private, no-store' } },
  )
  // #endregion
}
