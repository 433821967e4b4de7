import {
  dehydrate,
  focusManager,
  hydrate,
  keepPreviousData,
  useIsFetching,
  useIsMutating,
  useQueries,
  useSuspenseQueries,
  type DefaultOptions,
  type QueryPersister,
} from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  adminPortalQueries,
  scimMutations,
  scimQueries,
  selfQueries,
  useOrganizationMembersSearch,
  useOrganizationUpdate,
  useOrgportalClient,
  useScimConnection,
  useScimCreateConnection,
  useScimUpdateConnection,
  useSelfGet,
  type ReadOptions,
} from 'orgportal/hooks'
import type { TestPortal, TestPortalOptions } from 'orgportal/testing'
import { countRequests, gated, openPortal, renderIn, settled } from './harness.tsx'
import { createEmulator } from 'orgportal/emulator'
import { become, Boundary, renderWatched } from './tenants.tsx'

async function openHost(
  defaultOptions: DefaultOptions,
  options: TestPortalOptions = { seed: 'scim' },
): Promise<TestPortal> {
  const portal = await openPortal(options)
  portal.queryClient.setDefaultOptions(defaultOptions)
  return portal
}

/** By these names `query` goes in the oldest version that the package works with. */
interface FormerMethods {
  prefetchQuery: <T>(options: ReadOptions<T>) => Promise<void>
  ensureQueryData: <T>(options: ReadOptions<T>) => Promise<T>
}

afterEach(() => {
  focusManager.setFocused(undefined)
})

describe("a host app's defaults for queries", () => {
  it('do not make a refused read be asked again', async () => {
    const portal = await openHost(
      { queries: { retry: 3, retryDelay: 1, networkMode: 'online' } },
      { seed: 'scim', persona: 'member' },
    )
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(requests()).toEqual(['GET /b2b/scim'])
  })

  it('do not switch on what waits for a session, and can switch off everything else', async () => {
    const portal = await openHost({ queries: { enabled: true } }, { persona: null })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimConnection())
    expect(result.current.fetchStatus).toBe('idle')
    await settled(portal)
    expect(requests().filter((request) => request.includes('scim'))).toEqual([])
  })

  it('say when a stale answer is asked for again', async () => {
    const portal = await openHost({ queries: { refetchOnWindowFocus: false } })
    const requests = countRequests(portal)
    renderIn(portal, () => [useSelfGet(), useScimConnection({ refetchOnWindowFocus: 'always' })])
    await settled(portal)
    expect(requests().sort()).toEqual(['GET /b2b/organizations/members/me', 'GET /b2b/scim'])
    act(() => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
    })
    await settled(portal)
    expect(requests().slice(2)).toEqual(['GET /b2b/scim'])
  })

  it('that keep previous data do not keep that of the former member', async () => {
    const gate = gated(createEmulator({ seed: 'scim' }), /search$/)
    const portal = await openHost(
      { queries: { placeholderData: keepPreviousData } },
      { emulator: gate.emulator },
    )
    const Names = () => JSON.stringify(useOrganizationMembersSearch({ limit: 2 }).data)
    const { text, leaks } = renderWatched(portal, <Names />)
    await waitFor(() => expect(text()).toContain('member_id'))
    gate.hold()
    await act(() => become(portal, 'admin at Tern'))
    expect(text()).toBe('')
    gate.release()
    await waitFor(() => expect(text()).toContain('member_id'))
    expect(leaks).toEqual([])
  })

  it('that throw errors send a refusal to the nearest error boundary', async () => {
    const portal = await openHost(
      { queries: { throwOnError: true } },
      { seed: 'scim', persona: 'member' },
    )
    const Connection = () => useScimConnection().data?.display_name
    const { text } = renderWatched(
      portal,
      <Boundary>
        <Connection />
      </Boundary>,
    )
    await waitFor(() => expect(text()).toContain('lacks the permission get on stytch.scim'))
  })

  it('can hash keys in a way of their own', async () => {
    const portal = await openHost({
      queries: { queryKeyHashFn: (key) => `host:${JSON.stringify(key)}` },
    })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    const { connection_id = '' } = result.current.connection.data ?? {}
    await act(() => result.current.update.mutateAsync({ connection_id, display_name: 'Renamed' }))
    expect(result.current.connection.data?.display_name).toBe('Renamed')
    const entries = portal.queryClient.getQueryCache().getAll()
    expect(entries.map(({ queryHash }) => queryHash.slice(0, 5))).toEqual(
      entries.map(() => 'host:'),
    )
    const keys = entries.map(({ queryKey }) => JSON.stringify(queryKey))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe("a host app's defaults for mutations", () => {
  it('do not make a write be sent again', async () => {
    const portal = await openHost({ mutations: { retry: 3, retryDelay: 1 } })
    portal.emulator.faults.add({ method: 'PUT', path: '*', status: 500 })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useOrganizationUpdate())
    await act(() =>
      result.current.mutateAsync({ organization_name: 'Renamed' }).catch(() => undefined),
    )
    expect(requests()).toEqual(['PUT /b2b/organizations/me'])
  })

  it('run beside what the write does to the cache, which is done before them', async () => {
    const seen: unknown[] = []
    const portal = await openHost({})
    const nameNow = () =>
      portal.queryClient.getQueryData(scimQueries.connection(portal.client).queryKey)?.display_name
    portal.queryClient.setDefaultOptions({
      mutations: { onSuccess: () => void seen.push(nameNow()) },
    })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    const { connection_id = '' } = result.current.connection.data ?? {}
    await act(() => result.current.update.mutateAsync({ connection_id, display_name: 'Renamed' }))
    expect(seen).toEqual(['Renamed'])
  })

  it('do not keep a secret longer than it is shown', async () => {
    const portal = await openHost({ mutations: { gcTime: Infinity } }, { seed: 'sample' })
    const { result, unmount } = renderIn(portal, () => useScimCreateConnection())
    await act(() => result.current.mutateAsync({ display_name: 'Okta' }))
    unmount()
    await waitFor(() => expect(portal.queryClient.getMutationCache().getAll()).toEqual([]))
  })
})

describe('what a host app persists', () => {
  it('has no secret in it', async () => {
    const portal = await openPortal({ seed: 'sample' })
    const { result } = renderIn(portal, () => ({
      connection: useScimConnection(),
      create: useScimCreateConnection(),
    }))
    await act(() => result.current.create.mutateAsync({ display_name: 'Okta' }))
    await waitFor(() => expect(result.current.create.isSuccess).toBe(true))
    const token = result.current.create.data?.connection.bearer_token ?? 'no token'
    const persisted = JSON.stringify(dehydrate(portal.queryClient))
    expect(persisted).toContain('Okta')
    expect(persisted).not.toContain(token)
  })

  it('is of its owner: to whoever comes next it is not shown', async () => {
    const portal = await openPortal({ seed: 'scim' })
    await portal.queryClient.query(scimQueries.connection(portal.client))
    await portal.queryClient.query(selfQueries.get(portal.client))
    const persisted = structuredClone(dehydrate(portal.queryClient))
    const next = await openPortal({ emulator: portal.emulator, persona: 'member' })
    hydrate(next.queryClient, persisted)
    const Own = () => JSON.stringify([useScimConnection().data, useSelfGet().data])
    const { text, leaks } = renderWatched(next, <Own />)
    await waitFor(() => expect(text()).toContain('Mia Svensson'))
    expect(leaks).toEqual([])
  })

  it('can go through a persister for each query', async () => {
    const kept = new Map<string, unknown>()
    const persister: QueryPersister = async (queryFn, context, query) => {
      const data: unknown = kept.get(query.queryHash) ?? (await queryFn(context))
      kept.set(query.queryHash, data)
      return data
    }
    const portal = await openHost({ queries: { persister } })
    const requests = countRequests(portal)
    await portal.queryClient.query(scimQueries.connection(portal.client))
    portal.queryClient.clear()
    const { result } = renderIn(portal, () => useScimConnection())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(requests()).toEqual(['GET /b2b/scim'])
    await act(() => become(portal, 'member'))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(result.current.data).toBeUndefined()
  })
})

describe('the options of a read', () => {
  it('serve several reads at once', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => {
      const client = useOrgportalClient()
      return useQueries({
        queries: [scimQueries.connection(client), scimQueries.connectionGroups(client)],
        combine: ([connection, groups]) => ({
          name: connection.data?.display_name,
          groups: groups.data?.scim_groups.length,
        }),
      })
    })
    await waitFor(() =>
      expect(result.current).toEqual({ name: 'Northwind Okta directory', groups: 6 }),
    )
    expect(requests().sort()).toEqual(['GET /b2b/scim', 'POST /b2b/scim/groups'])
  })

  it('suspend together, for one request each', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const requests = countRequests(portal)
    const Both = () => {
      const client = useOrgportalClient()
      const [connection, config] = useSuspenseQueries({
        queries: [scimQueries.connection(client), adminPortalQueries.config(client)],
      })
      return JSON.stringify([connection.data?.identity_provider, Object.keys(config.data)])
    }
    const { text } = renderWatched(
      portal,
      <Boundary>
        <Both />
      </Boundary>,
    )
    expect(text()).toBe('reading')
    await waitFor(() => expect(text()).toContain('okta'))
    expect(requests()).toHaveLength(2)
  })

  it('fill the cache before anything is rendered, which then asks for nothing', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const { queryClient, client } = portal
    const former: FormerMethods = queryClient
    await former.prefetchQuery(scimQueries.connection(client))
    const groups = await former.ensureQueryData(scimQueries.connectionGroups(client))
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useScimConnection())
    expect(result.current.data?.identity_provider).toBe('okta')
    expect(await former.ensureQueryData(scimQueries.connectionGroups(client))).toBe(groups)
    expect(requests()).toEqual([])
  })

  it('have keys by which to ask what is going on', async () => {
    const gate = gated(createEmulator({ seed: 'scim' }), /scim/)
    const portal = await openPortal({ emulator: gate.emulator })
    const { client, queryClient } = portal
    const { result } = renderIn(portal, () => ({
      all: useIsFetching({ queryKey: ['orgportal'] }),
      connection: useIsFetching({ queryKey: scimQueries.connection(client).queryKey }),
      renaming: useIsMutating({ mutationKey: scimMutations.updateConnection(client).mutationKey }),
      read: useScimConnection(),
      self: useSelfGet(),
      update: useScimUpdateConnection(),
    }))
    await settled(portal)
    gate.hold()
    act(() => void queryClient.invalidateQueries({ queryKey: ['orgportal'] }))
    await waitFor(() => expect(result.current).toMatchObject({ all: 1, connection: 1 }))
    act(() => {
      result.current.update.mutate({
        connection_id: result.current.read.data?.connection_id ?? '',
        display_name: 'Renamed',
      })
    })
    await waitFor(() => expect(result.current.renaming).toBe(1))
    gate.release()
    await waitFor(() => expect(result.current).toMatchObject({ all: 0, renaming: 0 }))
  })
})
