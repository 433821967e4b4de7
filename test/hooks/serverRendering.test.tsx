import {
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  useSuspenseQuery,
  type DehydratedState,
} from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, Suspense, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createB2BClient,
  createMemoryStorage,
  createRequestStorage,
  getServerState,
  type B2BClient,
  type B2BClientOptions,
  type ClientStorage,
  type ServerState,
} from 'orgportal/client'
import type { Emulator } from 'orgportal/emulator'
import {
  OrgportalProvider,
  scimQueries,
  useMember,
  useOrganization,
  useOrgportalClient,
  usePermission,
  useScimConnection,
  useSessionStatus,
} from 'orgportal/hooks'
import { signIn } from 'orgportal/testing'
import { countRequests, openPortal } from './harness.tsx'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** An emulator, and the storage of a browser in which somebody has signed in. */
async function visited(persona = 'admin') {
  const storage = createMemoryStorage()
  const { emulator, dispose } = await openPortal({ seed: 'scim', persona, storage })
  dispose()
  return { emulator, storage }
}

const clientOf = (emulator: Emulator, options: B2BClientOptions) =>
  createB2BClient(emulator.publicToken, {
    baseUrl: emulator.baseUrl,
    fetch: emulator.fetch,
    ...options,
  })

/** What a server does for a request with these cookies: who is it, and what does the page need? */
async function prepare(emulator: Emulator, { cookies }: ClientStorage, options = { policy: true }) {
  const client = clientOf(emulator, { storage: createRequestStorage(cookies.cookie) })
  const queryClient = new QueryClient()
  await Promise.all([
    client.session.authenticate(),
    options.policy && client.rbac.allPermissions(),
    queryClient.query(scimQueries.connection(client)),
  ])
  return overTheWire({ serverState: getServerState(client), dehydrated: dehydrate(queryClient) })
}

interface Prepared {
  serverState?: ServerState | undefined
  dehydrated?: DehydratedState
}

function overTheWire(prepared: Prepared): Prepared {
  return JSON.parse(JSON.stringify(prepared)) as Prepared
}

function withProviders(
  client: B2BClient,
  { dehydrated }: Prepared,
  page: ReactNode,
  queryClient = new QueryClient(),
) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <OrgportalProvider client={client}>
          <HydrationBoundary state={dehydrated}>{page}</HydrationBoundary>
        </OrgportalProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

/** The HTML of a page, whose client knows nothing but what was prepared. */
function toHtml(emulator: Emulator, prepared: Prepared, page: ReactNode): string {
  const { serverState } = prepared
  const client = clientOf(emulator, { serverState, storage: createRequestStorage('') })
  return renderToString(withProviders(client, prepared, page))
}

/** The browser opens the page: shows its HTML, then hydrates it. */
function hydrate(emulator: Emulator, prepared: Prepared, page: ReactNode, storage: ClientStorage) {
  const container = document.createElement('div')
  document.body.append(container)
  container.innerHTML = toHtml(emulator, prepared, page)
  const html = container.textContent
  const client = clientOf(emulator, { serverState: prepared.serverState, storage })
  const queryClient = new QueryClient()
  const complaints: unknown[] = []
  const { unmount } = render(withProviders(client, prepared, page, queryClient), {
    container,
    hydrate: true,
    onRecoverableError: (error) => complaints.push(error),
  })
  closing.push(() => {
    unmount()
    client.dispose()
    container.remove()
  })
  return { html, client, queryClient, container, complaints }
}

/** A page that notes what it has shown. */
function createPage() {
  const shown: string[] = []
  function Page() {
    const status = useSessionStatus()
    const member = useMember()
    const organization = useOrganization()
    const mayRotate = usePermission('stytch.scim', 'update')
    const { data, isLoading } = useScimConnection()
    const text = [
      status,
      member?.name ?? 'nobody',
      organization?.organization_slug ?? 'nowhere',
      mayRotate.status,
      data?.display_name ?? (isLoading ? 'reading' : 'nothing'),
    ].join(' ')
    shown.push(text)
    return <p>{text}</p>
  }
  return { page: <Page />, shown }
}

describe('serverState', () => {
  it('is shown in the first render, and nothing else before or after', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage)
    const { page, shown } = createPage()
    const { html, client, complaints } = hydrate(emulator, prepared, page, storage)
    expect(html).toMatch(/^authenticated Ada \w+ northwind\S* allowed Northwind Okta directory$/)
    await waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    expect(new Set(shown)).toEqual(new Set([html]))
    expect(complaints).toEqual([])
  })

  it('does not render again what the server knew already', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage)
    let renders = 0
    function Counted() {
      renders += 1
      const client = useOrgportalClient()
      useMember()
      useOrganization()
      useSessionStatus()
      usePermission('stytch.scim', 'update')
      return <p>{client.publicToken}</p>
    }
    const { client } = hydrate(emulator, prepared, <Counted />, storage)
    // Once on the server, and twice to hydrate it in StrictMode.
    expect(renders).toBe(3)
    await waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    await act(() => client.rbac.allPermissions())
    expect(renders).toBe(3)
  })

  it('without the policy has permissions load, and nothing else', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage, { policy: false })
    const { page, shown } = createPage()
    const { html, complaints } = hydrate(emulator, prepared, page, withoutItems(storage))
    expect(html).toMatch(/^authenticated Ada \w+ \S+ loading Northwind/)
    await screen.findByText(/allowed Northwind/)
    expect(new Set(shown).size).toBe(2)
    expect(complaints).toEqual([])
  })

  it('counts while hydrating only, where the cookies are of another member by then', async () => {
    const { emulator, storage } = await visited('admin')
    const prepared = await prepare(emulator, storage)
    const nowIn = createMemoryStorage()
    const other = await openPortal({ emulator, persona: 'auditor', storage: nowIn })
    other.dispose()
    const sent = countRequests({ emulator })
    const { page, shown } = createPage()
    const view = hydrate(emulator, prepared, page, nowIn)
    const { html, client, queryClient, complaints } = view
    expect(shown[0]).toBe(html)
    await screen.findByText(/authenticated .* denied Northwind/)
    expect(shown.at(-1)).not.toContain('Ada')
    expect(complaints).toEqual([])
    // Nothing of the one is left to the other, and nothing was read for the one by the other.
    const { identity } = client.getSnapshot()
    const keys = queryClient.getQueryCache().getAll()
    expect(keys.map(({ queryKey }) => queryKey[3])).toEqual([identity?.memberId])
    expect(sent().filter((request) => request === 'GET /b2b/scim')).toHaveLength(1)
  })

  it('never caches for the one what was answered to the other', async () => {
    const { emulator, storage } = await visited('admin')
    const { serverState } = await prepare(emulator, storage)
    const memberId = serverState?.session?.member_id
    const nowIn = createMemoryStorage()
    ;(await openPortal({ emulator, persona: 'auditor', storage: nowIn })).dispose()
    // Nothing was prefetched, so it is read right after hydrating, which began with the former member.
    const { page } = createPage()
    const { queryClient } = hydrate(emulator, { serverState }, page, nowIn)
    const seen: unknown[] = []
    const cache = queryClient.getQueryCache()
    cache.subscribe(() => {
      for (const { queryKey } of cache.findAll({ predicate: hasData })) seen.push(queryKey[3])
    })
    await screen.findByText(/authenticated .* denied Northwind/)
    expect(seen).not.toHaveLength(0)
    expect(seen).not.toContain(memberId)
  })

  it('counts while hydrating only, where nobody is signed in by then', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage)
    const { page, shown } = createPage()
    const { html, queryClient, complaints } = hydrate(
      emulator,
      prepared,
      page,
      createMemoryStorage(),
    )
    expect(shown[0]).toBe(html)
    expect(shown.at(-1)).toMatch(/^anonymous nobody nowhere denied nothing$/)
    expect(queryClient.getQueryCache().findAll({ predicate: hasData })).toEqual([])
    expect(complaints).toEqual([])
  })

  it('says on the server that nobody is signed in', async () => {
    const { emulator } = await openPortal({ persona: null })
    const serverState = { session: null, member: null, organization: null }
    const { page } = createPage()
    expect(toHtml(emulator, { serverState }, page)).toContain('anonymous nobody nowhere denied')
    expect(toHtml(emulator, {}, page)).toContain('loading nobody nowhere loading')
  })
})

describe('prefetching on a server', () => {
  it('has the data in the first render, and it is not fetched again in the browser', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage)
    const sent = countRequests({ emulator })
    const { page } = createPage()
    const { html, client } = hydrate(emulator, prepared, page, storage)
    expect(html).toContain('Northwind Okta directory')
    await waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    await act(() => client.rbac.allPermissions())
    // The client's own two of every page load.
    expect(sent().sort()).toEqual([
      `GET /projects/bootstrap/${emulator.publicToken}`,
      'POST /b2b/sessions/authenticate',
    ])
  })

  it('does not suspend where the data was prefetched', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage)
    const shown: string[] = []
    function Connection() {
      const { data } = useSuspenseQuery(scimQueries.connection(useOrgportalClient()))
      return <p>{data?.display_name}</p>
    }
    function Waiting() {
      shown.push('waiting')
      return 'waiting'
    }
    const page = (
      <Suspense fallback={<Waiting />}>
        <Connection />
      </Suspense>
    )
    const { html, complaints } = hydrate(emulator, prepared, page, storage)
    expect(html).toBe('Northwind Okta directory')
    await screen.findByText('Northwind Okta directory')
    expect(shown).toEqual([])
    expect(complaints).toEqual([])
  })

  it('gives two requests at the same time each its own', async () => {
    const one = await visited('admin')
    const other = createMemoryStorage()
    const otherTab = await openPortal({
      emulator: one.emulator,
      persona: 'auditor',
      storage: other,
    })
    otherTab.dispose()
    const [first, second] = await Promise.all([
      prepare(one.emulator, one.storage),
      prepare(one.emulator, other),
    ])
    const { page } = createPage()
    expect(toHtml(one.emulator, first, page)).toContain(first.serverState?.member?.name)
    expect(toHtml(one.emulator, second, page)).toContain(second.serverState?.member?.name)
    expect(first.serverState?.member?.name).not.toBe(second.serverState?.member?.name)
    expect(JSON.stringify(second)).not.toContain(first.serverState?.member?.member_id)
  })
})

describe('a sign-in after hydration', () => {
  it('replaces the member that the server knew', async () => {
    const { emulator, storage } = await visited()
    const prepared = await prepare(emulator, storage)
    const { page } = createPage()
    const { client, queryClient } = hydrate(emulator, prepared, page, storage)
    await act(() => signIn(client, emulator, 'auditor'))
    await screen.findByText(/authenticated .* denied Northwind/)
    const keys = queryClient.getQueryCache().getAll()
    expect(new Set(keys.map(({ queryKey }) => queryKey[3]))).toEqual(
      new Set([client.getSnapshot().identity?.memberId]),
    )
  })
})

const hasData = ({ state }: { state: { data: unknown } }) => state.data !== undefined

/** The same cookies, and nothing remembered of an earlier visit. */
const withoutItems = ({ cookies }: ClientStorage): ClientStorage => ({
  ...createMemoryStorage(),
  cookies,
})
