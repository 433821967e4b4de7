import {
  QueryErrorResetBoundary,
  useSuspenseInfiniteQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Component, startTransition, StrictMode, Suspense, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import {
  organizationMembersQueries,
  scimQueries,
  useMember,
  useMemberSession,
  useOrgportalClient,
  usePermission,
  useSessionStatus,
} from 'orgportal/hooks'
import { signIn, type TestPortal } from 'orgportal/testing'
import { countRequests, gated, openPortal } from './harness.tsx'

function Connection() {
  const { data } = useSuspenseQuery(scimQueries.connection(useOrgportalClient()))
  return <p>{data === null ? 'no connection' : data.display_name}</p>
}

/** What an app has around a page: something to see while it waits, and after a failure a way on. */
function Around({ children }: { children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catch onReset={reset}>
          <Suspense fallback={<p>waiting</p>}>{children}</Suspense>
        </Catch>
      )}
    </QueryErrorResetBoundary>
  )
}

class Catch extends Component<{ onReset: () => void; children: ReactNode }> {
  override state: { error: Error | null } = { error: null }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    const again = () => {
      this.props.onReset()
      this.setState({ error: null })
    }
    return <button onClick={again}>{error.name}: try again</button>
  }
}

function show({ Provider }: TestPortal, page: ReactNode) {
  return render(
    <StrictMode>
      <Provider>{page}</Provider>
    </StrictMode>,
    // What a boundary has caught is no news.
    { onCaughtError: () => undefined },
  )
}

const inAround = (
  <Around>
    <Connection />
  </Around>
)

describe('useSuspenseQuery with a factory', () => {
  it('suspends until the answer is there, and asks once', async () => {
    const { emulator, hold, release } = gated(createEmulator({ seed: 'scim' }), /scim$/)
    const portal = await openPortal({ emulator })
    const requests = countRequests(portal)
    hold()
    show(portal, inAround)
    await screen.findByText('waiting')
    release()
    await screen.findByText('Northwind Okta directory')
    expect(requests()).toEqual(['GET /b2b/scim'])
  })

  it('shows at once what a router loader has fetched', async () => {
    const portal = await openPortal({ seed: 'scim' })
    await portal.queryClient.query(scimQueries.connection(portal.client))
    const requests = countRequests(portal)
    show(portal, inAround)
    expect(screen.getByText('Northwind Okta directory')).toBeVisible()
    expect(requests()).toEqual([])
  })

  it('asks for several at the same time, pages too', async () => {
    const { emulator, sent, hold, release } = gated(createEmulator({ seed: 'scim' }))
    const portal = await openPortal({ emulator })
    function Both() {
      const client = useOrgportalClient()
      const [connection, groups] = useSuspenseQueries({
        queries: [scimQueries.connection(client), scimQueries.connectionGroups(client)],
      })
      return <p>{`${connection.data?.display_name} ${groups.data.scim_groups.length}`}</p>
    }
    function Members() {
      const client = useOrgportalClient()
      const { data } = useSuspenseInfiniteQuery(
        organizationMembersQueries.searchInfinite(client, { limit: 2 }),
      )
      return <p>{data.pages.flatMap((page) => page.members).length} members</p>
    }
    hold()
    sent.length = 0
    show(
      portal,
      <Around>
        <Both />
        <Members />
      </Around>,
    )
    await waitFor(() => expect(new Set(sent).size).toBe(3))
    expect(sent).toHaveLength(3)
    release()
    await screen.findByText(/^Northwind Okta directory \d+$/)
    await screen.findByText('2 members')
  })

  it('throws to the error boundary what the server refused, and tries again when that is reset', async () => {
    const portal = await openPortal({ seed: 'scim' })
    portal.emulator.faults.add({ path: '/sdk/v1/b2b/scim', status: 400 })
    show(portal, inAround)
    const again = await screen.findByRole('button', { name: 'ApiError: try again' })
    await userEvent.click(again)
    await screen.findByText('Northwind Okta directory')
  })

  it('waits, as long as it is not known who is signed in', async () => {
    const storage = createMemoryStorage()
    const visited = await openPortal({ seed: 'scim', storage })
    const { emulator, sent, hold, release } = gated(visited.emulator)
    // The token alone does not say whose it is.
    const cookies = createMemoryStorage()
    const [, token = ''] = /stytch_session=([^;]*)/.exec(storage.cookies.cookie) ?? []
    cookies.cookies.cookie = `stytch_session=${token}`
    hold()
    const portal = await openPortal({ persona: null, emulator, storage: cookies })
    show(portal, inAround)
    await screen.findByText('waiting')
    await waitFor(() => expect(sent).toContain('POST /b2b/sessions/authenticate'))
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(screen.getByText('waiting')).toBeVisible()
    expect(sent).not.toContain('GET /b2b/scim')
    expect(portal.client.getSnapshot()).toMatchObject({ status: 'loading', identity: null })
    release()
    await screen.findByText('Northwind Okta directory')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says that nobody is signed in, where that is so', async () => {
    const portal = await openPortal({ persona: null })
    const requests = countRequests(portal)
    show(portal, inAround)
    await screen.findByRole('button', { name: 'SessionChangedError: try again' })
    expect(requests()).not.toContain('GET /b2b/scim')
  })
})

describe('while a component is suspended', () => {
  function Page() {
    return useSessionStatus() === 'authenticated' ? inAround : <p>signed out</p>
  }

  async function suspended() {
    const { emulator, sent, hold, release } = gated(createEmulator({ seed: 'scim' }), /scim$/)
    const portal = await openPortal({ emulator })
    hold()
    show(portal, <Page />)
    await screen.findByText('waiting')
    await waitFor(() => expect(sent).toHaveLength(1))
    return { portal, sent, hold, release }
  }

  it('a sign-out shows the page that follows it, and nothing arrives any more', async () => {
    const { portal, release } = await suspended()
    await act(() => portal.client.session.revoke())
    expect(screen.getByText('signed out')).toBeVisible()
    release()
    await act(() => new Promise((resolve) => setTimeout(resolve)))
    expect(screen.getByText('signed out')).toBeVisible()
    const cached = portal.queryClient.getQueryCache().getAll()
    expect(cached.filter(({ state }) => state.data !== undefined)).toEqual([])
  })

  it('a switch of the organization reads for the new one, and shows only that', async () => {
    const { portal, sent, release } = await suspended()
    const { emulator, client } = portal
    const { identity, member } = client.getSnapshot()
    const other = Object.values(emulator.data.members).find(
      ({ email_address, organization_id }) =>
        email_address === member?.email_address && organization_id !== identity?.organizationId,
    )
    const organization_id = other?.organization_id ?? ''
    await act(() => client.session.exchange({ organization_id, session_duration_minutes: 60 }))
    await waitFor(() => expect(sent).toHaveLength(2))
    release()
    // There she is no admin.
    await screen.findByRole('button', { name: 'ApiError: try again' })
    const cached = portal.queryClient.getQueryCache().getAll()
    expect(cached.map(({ queryKey }) => queryKey[2])).toEqual([organization_id])
  })

  it('a switch of the member shows what is theirs', async () => {
    const { portal, sent, release } = await suspended()
    await act(() => signIn(portal.client, portal.emulator, 'auditor'))
    await waitFor(() => expect(sent).toHaveLength(2))
    release()
    await screen.findByText('Northwind Okta directory')
    const cached = portal.queryClient.getQueryCache().getAll()
    expect(cached.map(({ queryKey }) => queryKey[3])).toEqual([
      portal.client.getSnapshot().identity?.memberId,
    ])
  })
})

describe('concurrent rendering', () => {
  it('shows one session in each commit, though it changes in the middle of a render', async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    const { emulator, sent, hold, release } = gated(createEmulator(), /sessions\/authenticate$/)
    const portal = await openPortal({ emulator, persona: 'admin' })
    const next = await openPortal({ emulator, persona: 'auditor' })
    const { client } = portal
    const commits: string[][] = []
    const rendered = vi.fn()
    const renderedSoFar = () => rendered.mock.calls.length
    let renderedBeforeChange: number | undefined

    function Consumer() {
      busyFor(3)
      rendered()
      const member = useMember()
      const session = useMemberSession()
      const { allowed } = usePermission('stytch.scim', 'update')
      const [, , , owner] = scimQueries.connection(useOrgportalClient()).queryKey
      const isOfOne = member?.member_id === owner && session?.member_id === owner
      return <i>{isOfOne ? `${member.name} ${allowed}` : 'torn'}</i>
    }
    function List() {
      const [isOpen, setOpen] = useState(false)
      const open = () => startTransition(() => setOpen(true))
      return isOpen ? (
        Array.from({ length: 40 }, (_, index) => <Consumer key={index} />)
      ) : (
        <button onClick={open}>Open</button>
      )
    }

    const container = document.createElement('div')
    document.body.append(container)
    const root = createRoot(container)
    const watching = new MutationObserver(() => {
      const texts = [...container.querySelectorAll('i')].map(({ textContent }) => textContent)
      commits.push([...new Set(texts)])
    })
    try {
      root.render(
        <portal.Provider>
          <List />
        </portal.Provider>,
      )
      const button = await vi.waitUntil(() => container.querySelector('button'))
      watching.observe(container, { childList: true, subtree: true, characterData: true })
      // The next member is about to take over.
      hold()
      client.session.updateSession(next.client.session.getTokens() ?? { session_token: '' })
      const taken = client.session.authenticate()
      await vi.waitUntil(() => sent.length === 1)
      client.subscribe(() => (renderedBeforeChange ??= renderedSoFar()))
      button.click()
      // React lets others in between two slices of a transition.
      await vi.waitUntil(() => renderedSoFar() > 0, { interval: 1 })
      release()
      await taken
      await vi.waitUntil(() => container.textContent.includes('false'))
    } finally {
      watching.disconnect()
      root.unmount()
      container.remove()
      vi.unstubAllGlobals()
    }
    expect(renderedBeforeChange).toBeGreaterThan(0)
    expect(renderedBeforeChange).toBeLessThan(40)
    expect(commits.filter((texts) => texts.length > 1 || texts.includes('torn'))).toEqual([])
  })
})

/** Takes its time, so that a transition is rendered in several slices. */
function busyFor(milliseconds: number) {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}
