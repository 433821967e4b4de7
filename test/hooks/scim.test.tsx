import { onlineManager, useMutation } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isApiError, isNetworkError, type ScimConnection } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import {
  organizationMembersQueries,
  scimMutations,
  scimQueries,
  useOrganization,
  useOrgportalClient,
  useScimConnection,
  useScimConnectionGroups,
  useScimConnectionGroupsInfinite,
  useScimCreateConnection,
  useScimDeleteConnection,
  useScimRotateCancel,
  useScimRotateComplete,
  useScimRotateStart,
  useScimUpdateConnection,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { cachedText, countRequests, gated, openPortal, renderIn, settled } from './harness.tsx'

const connectionIn = ({ queryClient, client }: TestPortal) =>
  queryClient.getQueryData(scimQueries.connection(client).queryKey)

/** A connection that must be there. */
async function loadedConnection({ queryClient, client }: TestPortal): Promise<ScimConnection> {
  const connection = await queryClient.query(scimQueries.connection(client))
  if (!connection) throw new Error('This seed has no connection.')
  return connection
}

afterEach(() => onlineManager.setOnline(true))

describe('useScimConnection', () => {
  it('gives the connection for one request, however many ask', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => [useScimConnection(), useScimConnection()])
    await waitFor(() => expect(result.current[0]?.isSuccess).toBe(true))
    expect(result.current[0]?.data?.identity_provider).toBe('okta')
    expect(result.current[1]?.data).toBe(result.current[0]?.data)
    expect(requests()).toEqual(['GET /b2b/scim'])
  })

  it('gives null where there is no connection', async () => {
    const portal = await openPortal({ seed: 'sample' })
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(result.current.data).toBeNull()
  })

  it('takes the options of TanStack Query', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => ({
      name: useScimConnection({ select: (connection) => connection?.display_name }),
      off: useScimConnectionGroups({}, { enabled: false }),
    }))
    await waitFor(() => expect(result.current.name.isSuccess).toBe(true))
    expect(result.current.name.data).toBe(connectionIn(portal)?.display_name)
    expect(result.current.off.fetchStatus).toBe('idle')
    expect(requests()).toEqual(['GET /b2b/scim'])
  })

  it('asks once where it is forbidden, whatever the host app says of retries', async () => {
    const portal = await openPortal({ seed: 'scim', persona: 'member' })
    portal.queryClient.setDefaultOptions({ queries: { retry: 3, retryDelay: 1 } })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(isApiError(result.current.error) && result.current.error.status_code).toBe(403)
    expect(requests()).toEqual(['GET /b2b/scim'])
  })

  it('keeps what it shows when a later read fails', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const shown = result.current.data
    portal.emulator.faults.add({ path: '/sdk/v1/b2b/scim', status: 403 })
    await act(() => result.current.refetch())
    await waitFor(() => expect(result.current.error).not.toBeNull())
    expect(result.current.data).toBe(shown)
  })

  it('gives the same object again when nothing has changed', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { result } = renderIn(portal, () => useScimConnectionGroups())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const before = result.current.data
    await act(() => result.current.refetch())
    expect(result.current.data).toBe(before)
  })
})

describe('useScimConnectionGroupsInfinite', () => {
  it('reads page after page until there are no more', async () => {
    const portal = await openPortal({ seed: 'scim-500-groups' })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimConnectionGroupsInfinite({ limit: 200 }))
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    while (result.current.hasNextPage) await act(() => result.current.fetchNextPage())
    const groups = result.current.data?.pages.flatMap((page) => page.scim_groups) ?? []
    expect(new Set(groups.map((group) => group.group_id)).size).toBe(500)
    expect(requests()).toEqual(Array(3).fill('POST /b2b/scim/groups'))
  })

  it('gives no groups where there is no connection', async () => {
    const portal = await openPortal({ seed: 'sample' })
    const { result } = renderIn(portal, () => useScimConnectionGroupsInfinite())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(result.current.data?.pages).toEqual([{ scim_groups: [], next_cursor: null }])
  })
})

describe('useScimCreateConnection', () => {
  const render = (portal: TestPortal) =>
    renderIn(portal, () => ({
      connection: useScimConnection(),
      groups: useScimConnectionGroups(),
      organization: useOrganization(),
      create: useScimCreateConnection(),
    }))

  async function created() {
    const portal = await openPortal({ seed: 'sample' })
    const { result } = render(portal)
    await settled(portal)
    const requests = countRequests(portal)
    await act(() =>
      result.current.create.mutateAsync({ display_name: 'Okta', identity_provider: 'okta' }),
    )
    await waitFor(() => expect(result.current.create.isSuccess).toBe(true))
    const token = result.current.create.data?.connection.bearer_token ?? ''
    expect(token).not.toBe('')
    return { portal, result, requests, token }
  }

  it('shows the new connection without reading it again', async () => {
    const { result, requests, token, portal } = await created()
    expect(result.current.connection.data).toMatchObject({
      display_name: 'Okta',
      identity_provider: 'okta',
      bearer_token_last_four: token.slice(-4),
    })
    await settled(portal)
    expect(requests()).toEqual(['POST /b2b/scim'])
  })

  it('caches what a read would have given', async () => {
    const { portal, result } = await created()
    const { connection } = await portal.client.scim.getConnection()
    expect(connection).toMatchObject(result.current.connection.data ?? {})
    expect(connection).toMatchObject({ next_bearer_token_last_four: '' })
  })

  it("renews the organization's own record of its connection", async () => {
    const { result } = await created()
    await waitFor(() =>
      expect(result.current.organization?.scim_active_connection?.connection_id).toBe(
        result.current.connection.data?.connection_id,
      ),
    )
  })

  it('keeps the bearer token out of the query cache, and out of both when it is reset', async () => {
    const { portal, result, token } = await created()
    expect(cachedText(portal).queries).not.toContain(token)
    expect(cachedText(portal).mutations).toContain(token)
    act(() => result.current.create.reset())
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain(token))
    expect(result.current.create.data).toBeUndefined()
  })

  it('drops the bearer token when what showed it is gone', async () => {
    const portal = await openPortal({ seed: 'sample' })
    const { result, unmount } = render(portal)
    await act(() => result.current.create.mutateAsync({}))
    await waitFor(() => expect(result.current.create.isSuccess).toBe(true))
    const token = result.current.create.data?.connection.bearer_token ?? ''
    expect(token).not.toBe('')
    expect(cachedText(portal).mutations).toContain(token)
    unmount()
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain(token))
  })

  it('looks again when somebody else was quicker', async () => {
    const portal = await openPortal({ seed: 'sample' })
    const { result } = render(portal)
    await settled(portal)
    await portal.client.scim.createConnection({ display_name: 'Theirs' })
    await act(() => result.current.create.mutateAsync({}).catch(() => undefined))
    await waitFor(() => expect(result.current.connection.data?.display_name).toBe('Theirs'))
  })
})

describe('useScimUpdateConnection', () => {
  it("writes the answer to the cache, and into the organization's own record", async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      organization: useOrganization(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    const { connection_id = '' } = result.current.connection.data ?? {}
    const requests = countRequests(portal)
    await act(() => result.current.update.mutateAsync({ connection_id, display_name: 'Renamed' }))
    expect(result.current.connection.data?.display_name).toBe('Renamed')
    await waitFor(() =>
      expect(result.current.organization?.scim_active_connection?.display_name).toBe('Renamed'),
    )
    expect(requests()).toEqual([`PUT /b2b/scim/${connection_id}`])
  })

  it('costs one request where only roles are mapped, and makes members stale', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const connection = await loadedConnection(portal)
    const members = organizationMembersQueries.search(portal.client, { limit: 5 })
    await portal.queryClient.query(members)
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimUpdateConnection())
    await act(() =>
      result.current.mutateAsync({
        connection_id: connection.connection_id,
        scim_group_implicit_role_assignments: [],
      }),
    )
    expect(connectionIn(portal)?.scim_group_implicit_role_assignments).toEqual([])
    expect(portal.queryClient.getQueryState(members.queryKey)?.isInvalidated).toBe(true)
    expect(requests()).toEqual([`PUT /b2b/scim/${connection.connection_id}`])
  })

  it('is not undone by a read that was on its way', async () => {
    const { emulator, sent, hold, release } = gated(createEmulator({ seed: 'scim' }), /scim$/)
    const portal = await openPortal({ emulator })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    const { connection_id = '' } = result.current.connection.data ?? {}
    hold()
    act(() => void result.current.connection.refetch())
    await waitFor(() => expect(sent).toHaveLength(2))
    await act(() => result.current.update.mutateAsync({ connection_id, display_name: 'Newer' }))
    release()
    await settled(portal)
    await waitFor(() => expect(result.current.connection.data?.display_name).toBe('Newer'))
    expect(sent).toHaveLength(2)
  })

  it('leaves everything as it was, and reads nothing again, when it is refused', async () => {
    const portal = await openPortal({ seed: 'scim', persona: 'auditor' })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    const shown = result.current.connection.data
    const connection_id = shown?.connection_id ?? ''
    const requests = countRequests(portal)
    await act(() =>
      result.current.update
        .mutateAsync({ connection_id, display_name: 'Mine' })
        .catch(() => undefined),
    )
    await waitFor(() => expect(result.current.update.error).toMatchObject({ status_code: 403 }))
    await settled(portal)
    expect(result.current.connection.data).toBe(shown)
    expect(requests()).toEqual([`PUT /b2b/scim/${connection_id}`])
  })

  it('is sent once, and looks what has become of it, when its answer is lost', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    const { connection_id = '' } = result.current.connection.data ?? {}
    const requests = countRequests(portal)
    portal.emulator.faults.add({ method: 'PUT', path: '*', networkError: true })
    await act(() =>
      result.current.update
        .mutateAsync({ connection_id, display_name: 'Lost' })
        .catch(() => undefined),
    )
    await settled(portal)
    expect(requests()).toEqual([`PUT /b2b/scim/${connection_id}`, 'GET /b2b/scim'])
  })
})

describe('useScimDeleteConnection', () => {
  it('leaves no connection and no groups, and renews what it touched', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const members = organizationMembersQueries.search(portal.client, { limit: 5 })
    await portal.queryClient.query(members)
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      groups: useScimConnectionGroups({ limit: 1000 }),
      pages: useScimConnectionGroupsInfinite({ limit: 2 }),
      organization: useOrganization(),
      remove: useScimDeleteConnection(),
    }))
    await settled(portal)
    expect(result.current.groups.data?.scim_groups).not.toEqual([])
    const { connection_id = '' } = result.current.connection.data ?? {}
    const requests = countRequests(portal)
    await act(() => result.current.remove.mutateAsync(connection_id))
    expect(result.current.connection.data).toBeNull()
    expect(result.current.groups.data?.scim_groups).toEqual([])
    expect(result.current.pages.data?.pages).toEqual([{ scim_groups: [], next_cursor: null }])
    expect(portal.queryClient.getQueryState(members.queryKey)?.isInvalidated).toBe(true)
    await waitFor(() => expect(result.current.organization?.scim_active_connection).toBeNull())
    expect(requests()).toEqual([`DELETE /b2b/scim/${connection_id}`])
  })
})

describe('useScimRotateStart', () => {
  it('shows that a rotation is running, and the next token only in its own result', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const connection = await loadedConnection(portal)
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimRotateStart())
    await act(() => result.current.mutateAsync(connection.connection_id))
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    const token = result.current.data?.connection.next_bearer_token ?? ''
    expect(token).not.toBe('')
    expect(connectionIn(portal)).toMatchObject({
      bearer_token_last_four: connection.bearer_token_last_four,
      next_bearer_token_last_four: token.slice(-4),
    })
    expect(requests()).toEqual(['POST /b2b/scim/rotate/start'])
    expect(cachedText(portal).queries).not.toContain(token)
    act(() => result.current.reset())
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain(token))
  })

  it('caches exactly what a read would have given', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { connection_id } = await loadedConnection(portal)
    const { result } = renderIn(portal, () => useScimRotateStart())
    await act(() => result.current.mutateAsync(connection_id))
    const { connection } = await portal.client.scim.getConnection()
    expect(connectionIn(portal)).toEqual(connection)
  })

  it('is there for useMutation too, with the same effect', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { connection_id } = await loadedConnection(portal)
    const onSuccess = vi.fn()
    const { result } = renderIn(portal, () =>
      useMutation({ ...scimMutations.rotateStart(useOrgportalClient()), onSuccess }),
    )
    await act(() => result.current.mutateAsync(connection_id))
    expect(onSuccess).toHaveBeenCalledOnce()
    expect(connectionIn(portal)?.next_bearer_token_last_four).toHaveLength(4)
  })
})

describe('useScimRotateComplete', () => {
  it('makes the next token the only one, also in the organization', async () => {
    const portal = await openPortal({ seed: 'scim-rotating' })
    const before = await loadedConnection(portal)
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      complete: useScimRotateComplete(),
    }))
    await act(() => result.current.complete.mutateAsync(before.connection_id))
    expect(connectionIn(portal)?.bearer_token_last_four).toBe(before.next_bearer_token_last_four)
    expect(connectionIn(portal)?.next_bearer_token_last_four ?? '').toBe('')
    await waitFor(() =>
      expect(result.current.organization?.scim_active_connection?.bearer_token_last_four).toBe(
        before.next_bearer_token_last_four,
      ),
    )
    expect(requests()).toEqual(['POST /b2b/scim/rotate/complete'])
  })
})

describe('useScimRotateCancel', () => {
  it('keeps the current token, for one request', async () => {
    const portal = await openPortal({ seed: 'scim-rotating' })
    const before = await loadedConnection(portal)
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimRotateCancel())
    await act(() => result.current.mutateAsync(before.connection_id))
    expect(connectionIn(portal)?.bearer_token_last_four).toBe(before.bearer_token_last_four)
    expect(connectionIn(portal)?.next_bearer_token_last_four ?? '').toBe('')
    expect(requests()).toEqual(['POST /b2b/scim/rotate/cancel'])
  })
})

describe('the options of a write hook', () => {
  it("let the caller's callbacks run after the cache is true, and cannot switch that off", async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { connection_id } = await loadedConnection(portal)
    const seen: (string | undefined)[] = []
    const { result } = renderIn(portal, () =>
      useScimUpdateConnection({
        onSuccess: () => {
          seen.push(connectionIn(portal)?.display_name)
          throw new Error('a bug of the host app')
        },
      }),
    )
    await act(() =>
      result.current.mutateAsync({ connection_id, display_name: 'New' }).catch(() => undefined),
    )
    expect(seen).toEqual(['New'])
    expect(connectionIn(portal)?.display_name).toBe('New')
  })

  it('cannot make a secret stay', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { connection_id } = await loadedConnection(portal)
    const { result } = renderIn(portal, () => useScimRotateStart({ gcTime: Infinity }))
    const { connection } = await act(() => result.current.mutateAsync(connection_id))
    act(() => result.current.reset())
    await waitFor(() =>
      expect(cachedText(portal).mutations).not.toContain(connection.next_bearer_token),
    )
  })

  it("keep a write from being repeated by the host app's own rule", async () => {
    const portal = await openPortal({ seed: 'scim' })
    portal.queryClient.setDefaultOptions({ mutations: { retry: 3, retryDelay: 1 } })
    const { connection_id } = await loadedConnection(portal)
    portal.emulator.faults.add({ method: 'PUT', path: '*', status: 403 })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimUpdateConnection())
    await act(() =>
      result.current.mutateAsync({ connection_id, display_name: 'New' }).catch(() => undefined),
    )
    expect(requests()).toEqual([`PUT /b2b/scim/${connection_id}`])
  })

  it('fails at once while offline, and is not sent later behind the back of who gave up', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { connection_id, display_name } = await loadedConnection(portal)
    portal.emulator.faults.add({ path: '*', networkError: true, times: 0 })
    onlineManager.setOnline(false)
    const { result } = renderIn(portal, () => useScimUpdateConnection())
    const error: unknown = await act(() =>
      result.current.mutateAsync({ connection_id, display_name: 'New' }).catch(caught),
    )
    expect(isNetworkError(error)).toBe(true)
    portal.emulator.faults.clear()
    onlineManager.setOnline(true)
    await settled(portal)
    expect((await portal.client.scim.getConnection()).connection.display_name).toBe(display_name)
  })
})

const caught = (error: unknown): unknown => error
