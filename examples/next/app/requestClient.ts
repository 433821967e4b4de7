import { headers } from 'next/headers'
import { cache } from 'react'
import { createB2BClient, createRequestStorage } from 'orgportal/client'
import { clientOptions, PUBLIC_TOKEN } from './project.ts'

/** The client of this request, which knows who sent it. All server components of a request share one. */
export const requestClient = cache(async () => {
  const storage = createRequestStorage((await headers()).get('cookie'))
  const client = createB2BClient(PUBLIC_TOKEN, { ...clientOptions, storage })
  if (client.getSnapshot().status === 'loading') {
    // Where the API cannot be reached the page is sent all the same, and the browser tries again.
    await Promise.allSettled([client.session.authenticate(), client.rbac.allPermissions()])
  }
  return client
})
