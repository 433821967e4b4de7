import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { useMemo } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import {
  OrgportalProvider,
  scimQueries,
  SessionChangedError,
  useOrganizationMembersSearch,
  useOrgportalClient,
  useScimConnection,
  useScimConnectionGroups,
  useScimUpdateConnection,
  useSessionStatus,
} from 'orgportal/hooks'
import { signIn, type TestPortal } from 'orgportal/testing'
import { countRequests, gated, openPortal, renderIn, settled, withCookiesOnly } from './harness.tsx'

const keysIn = ({ queryClient }: TestPortal) =>
  queryClient
    .getQueryCache()
    .getAll()
    .map((query) => query.queryKey)

/** Ada's membership in the second organization of the sample. */
function otherMembership({ emulator }: TestPortal) {
  const ada = emulator.personas.find(({ id }) => id === 'admin')
  const other = Object.values(emulator.data.members).find(
    (member) =>
      member.email_address === ada?.email_address && member.organization_id !== ada.organization_id,
  )
  if (!other) throw new Error('The sample has Ada in two organizations.')
  return other
}

function adminOf({ emulator }: TestPortal, organizationId: string): string {
  const admin = Object.values(emulator.data.members).find(
    ({ organization_id, role_ids }) =>
      organization_id === organizationId && role_ids.includes('stytch_admin'),
  )
  return admin?.member_id ?? ''
}

function silenced<T>(run: () => T): T {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  try {
    return run()
  } finally {
    log.mockRestore()
  }
}

describe('OrgportalProvider', () => {
  it('is asked for by name where a hook is used outside of it', () => {
    const wrapper = ({ children }: { children: React.ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    )
    expect(() => silenced(() => renderHook(() => useScimConnection(), { wrapper }))).toThrow(
      /needs <OrgportalProvider/,
    )
  })

  it('asks by name for the QueryClientProvider that it needs', async () => {
    const { client } = await openPortal()
    expect(() =>
      silenced(() => render(<OrgportalProvider client={client}>x</OrgportalProvider>)),
    ).toThrow(/QueryClientProvider/)
  })

  it("uses the host app's QueryClient, and begins its keys with project, organization and member", async () => {
    const portal = await openPortal({ seed: 'scim' })
    const hostKey = ['host', 'invoices']
    portal.queryClient.setQueryData(hostKey, 1)
    renderIn(portal, () => useScimConnection())
    await settled(portal)
    const { identity } = portal.client.getSnapshot()
    const owner = [
      'orgportal',
      portal.client.publicToken,
      identity?.organizationId,
      identity?.memberId,
    ]
    expect(keysIn(portal)).toEqual([hostKey, [...owner, 'scim', 'connection']])
  })

  it('loads a first visit with a cookie in four requests that wait for none of each other', async () => {
    const storage = createMemoryStorage()
    const visited = await openPortal({ seed: 'scim', storage })
    const { emulator, sent, hold, release } = gated(visited.emulator)
    hold()
    const portal = await openPortal({ persona: null, emulator, storage: withCookiesOnly(storage) })
    const { result } = renderIn(portal, () => ({
      status: useSessionStatus(),
      connection: useScimConnection(),
      groups: useScimConnectionGroups(),
    }))
    await waitFor(() => expect(sent).toHaveLength(4))
    expect(result.current.status).toBe('loading')
    expect([...sent].sort()).toEqual([
      'GET /b2b/scim',
      `GET /projects/bootstrap/${emulator.publicToken}`,
      'POST /b2b/scim/groups',
      'POST /b2b/sessions/authenticate',
    ])
    release()
    await waitFor(() => expect(result.current.groups.isSuccess).toBe(true))
    await waitFor(() => expect(result.current.status).toBe('authenticated'))
    await settled(portal)
    expect(result.current.connection.data?.identity_provider).toBe('okta')
    expect(sent).toHaveLength(4)
  })

  it('sends nothing while nobody is signed in', async () => {
    const portal = await openPortal({ persona: null })
    await portal.client.rbac.allPermissions()
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimConnection({ enabled: true }))
    expect(result.current.fetchStatus).toBe('idle')
    await settled(portal)
    expect(requests()).toEqual([])
  })

  it("shows the new member's data, and only theirs, after a switch of member", async () => {
    const portal = await openPortal({ seed: 'scim', persona: 'admin' })
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    await act(() => signIn(portal.client, portal.emulator, 'member'))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(result.current.data).toBeUndefined()
    const { memberId } = portal.client.getSnapshot().identity ?? {}
    expect(keysIn(portal).map((key) => key[3])).toEqual([memberId])
  })

  it("shows the new organization's data, and only that, after a switch of organization", async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.data?.identity_provider).toBe('okta'))
    const { organization_id } = otherMembership(portal)
    await act(() =>
      portal.client.session.exchange({ organization_id, session_duration_minutes: 60 }),
    )
    // There she is no admin, and there is no connection to see.
    await waitFor(() => expect(result.current.error).toMatchObject({ status_code: 403 }))
    expect(result.current.data).toBeUndefined()
    expect(keysIn(portal).map((key) => key[2])).toEqual([organization_id])
    await act(() => signIn(portal.client, portal.emulator, adminOf(portal, organization_id)))
    await waitFor(() => expect(result.current.data).toBeNull())
  })

  it('drops an answer that was on its way to the former member', async () => {
    const { emulator, sent, hold, release } = gated(createEmulator({ seed: 'scim' }), /scim$/)
    const portal = await openPortal({ emulator, persona: 'admin' })
    const read = scimQueries.connection(portal.client)
    hold()
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(sent).toHaveLength(1))
    await act(() => signIn(portal.client, portal.emulator, 'member'))
    release()
    await waitFor(() => expect(result.current.error).toMatchObject({ status_code: 403 }))
    expect(portal.queryClient.getQueryState(read.queryKey)).toBeUndefined()
  })

  it('drops it even where nothing follows the session: in a router loader', async () => {
    const { emulator, sent, hold, release } = gated(createEmulator({ seed: 'scim' }), /scim$/)
    const portal = await openPortal({ emulator, persona: 'admin' })
    const read = scimQueries.connection(portal.client)
    hold()
    const loaded = expect(portal.queryClient.query(read)).rejects.toThrow(SessionChangedError)
    await waitFor(() => expect(sent).toHaveLength(1))
    await signIn(portal.client, portal.emulator, 'auditor')
    release()
    await loaded
    expect(portal.queryClient.getQueryData(read.queryKey)).toBeUndefined()
  })

  it('does not let options that were made for the former member run', async () => {
    const portal = await openPortal({ seed: 'scim', persona: 'admin' })
    const read = scimQueries.connection(portal.client)
    await signIn(portal.client, portal.emulator, 'auditor')
    const requests = countRequests(portal)
    await expect(portal.queryClient.query(read)).rejects.toThrow(SessionChangedError)
    expect(requests()).toEqual([])
  })

  it('gives a client by which memoized options are made anew after a switch', async () => {
    const portal = await openPortal({ seed: 'scim', persona: 'admin' })
    const { result } = renderIn(portal, () => {
      const client = useOrgportalClient()
      return useQuery(useMemo(() => scimQueries.connection(client), [client]))
    })
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    await act(() => signIn(portal.client, portal.emulator, 'auditor'))
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const { memberId } = portal.client.getSnapshot().identity ?? {}
    expect(keysIn(portal).map((key) => key[3])).toEqual([memberId])
  })

  it('keeps previous data of the same member only', async () => {
    const { emulator, hold, release } = gated(createEmulator(), /search$/)
    const portal = await openPortal({ emulator, persona: 'admin' })
    let limit = 2
    const { result, rerender } = renderIn(portal, () =>
      useOrganizationMembersSearch({ limit }, { placeholderData: keepPreviousData }),
    )
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    hold()
    limit = 3
    rerender()
    expect(result.current.isPlaceholderData).toBe(true)
    expect(result.current.data?.members).toHaveLength(2)
    await act(() => signIn(portal.client, portal.emulator, 'people-manager'))
    rerender()
    expect(result.current.data).toBeUndefined()
    release()
    await waitFor(() => expect(result.current.data?.members).toHaveLength(3))
  })

  it('leaves nothing of a write to the next member', async () => {
    const { emulator, sent, hold, release } = gated(createEmulator({ seed: 'scim' }), /scim\/./)
    const portal = await openPortal({ emulator, persona: 'admin' })
    const connection = await portal.queryClient.query(scimQueries.connection(portal.client))
    const { result } = renderIn(portal, () => useScimUpdateConnection())
    hold()
    const { connection_id = '' } = connection ?? {}
    let saved: Promise<{ connection: { display_name: string } }> | undefined
    act(() => {
      saved = result.current.mutateAsync({ connection_id, display_name: 'Late' })
    })
    await waitFor(() => expect(sent).toHaveLength(1))
    await act(() => signIn(portal.client, portal.emulator, 'auditor'))
    release()
    expect((await saved)?.connection.display_name).toBe('Late')
    await waitFor(() => expect(result.current.isIdle).toBe(true))
    expect(keysIn(portal)).toEqual([])
    expect(portal.queryClient.getMutationCache().getAll()).toEqual([])
  })

  it('empties the cache of the member who signs out, here or in another tab', async () => {
    const storage = createMemoryStorage()
    const here = await openPortal({ seed: 'scim', storage })
    const there = await openPortal({ persona: null, emulator: here.emulator, storage })
    for (const portal of [here, there]) {
      portal.queryClient.setQueryData(['host'], 1)
      renderIn(portal, () => [useScimConnection(), useScimConnectionGroups()])
      await settled(portal)
      expect(keysIn(portal)).toHaveLength(3)
    }
    await act(() => here.client.session.revoke())
    for (const portal of [here, there]) {
      await waitFor(() => expect(portal.client.getSnapshot().status).toBe('anonymous'))
      const left = portal.queryClient.getQueryCache().getAll()
      expect(left.filter(({ state }) => state.data !== undefined).map((q) => q.queryKey)).toEqual([
        ['host'],
      ])
    }
  })

  it('renders on a server as still loading, and takes over from that in the browser', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const Page = () => {
      const { isLoading, data } = useScimConnection()
      return (
        <p>
          {useSessionStatus()} {isLoading ? 'reading' : (data?.display_name ?? 'nothing yet')}
        </p>
      )
    }
    const page = (client: TestPortal['client']) => (
      <QueryClientProvider client={portal.queryClient}>
        <OrgportalProvider client={client}>
          <Page />
        </OrgportalProvider>
      </QueryClientProvider>
    )
    const onServer = createB2BClient(portal.client.publicToken, {
      fetch: portal.emulator.fetch,
      storage: createMemoryStorage(),
    })
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(page(onServer))
    onServer.dispose()
    expect(container.textContent).toBe('loading nothing yet')
    const complaints: unknown[] = []
    render(page(portal.client), {
      container,
      hydrate: true,
      onRecoverableError: (error: unknown) => complaints.push(error),
    })
    const { connection } = await portal.client.scim.getConnection()
    await screen.findByText(`authenticated ${connection.display_name}`)
    expect(complaints).toEqual([])
    container.remove()
  })

  it('gives two portals on one page each its own', async () => {
    const one = await openPortal({ seed: 'scim' })
    const two = await openPortal({ seed: 'sample' })
    const first = renderIn(one, () => useScimConnection())
    const second = renderIn(two, () => useScimConnection())
    await waitFor(() => expect(first.result.current.isSuccess).toBe(true))
    await waitFor(() => expect(second.result.current.isSuccess).toBe(true))
    expect(first.result.current.data?.identity_provider).toBe('okta')
    expect(second.result.current.data).toBeNull()
    expect(createEmulator().requests).toEqual([])
  })
})
