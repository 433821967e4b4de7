import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { Profiler } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  createB2BClient,
  createMemoryStorage,
  getServerState,
  type B2BClient,
} from 'orgportal/client'
import { Authorized, OrgportalProvider, usePermission, usePermissions } from 'orgportal/hooks'
import { signIn } from 'orgportal/testing'
import { countRequests, gated, openPortal, renderIn, withCookiesOnly } from './harness.tsx'

const QUESTIONS = {
  seeScim: ['stytch.scim', 'get'],
  editScim: ['stytch.scim', 'update'],
  mapRoles: ['stytch.organization', 'update.settings.implicit-roles'],
  rename: ['stytch.organization', 'update.info.name'],
  findMembers: ['stytch.member', 'search'],
  invite: ['stytch.member', 'create'],
  renameSelf: ['stytch.self', 'update.info.name'],
} as const

describe('usePermissions', () => {
  it.each([
    {
      persona: 'admin',
      may: ['seeScim', 'editScim', 'mapRoles', 'rename', 'findMembers', 'invite', 'renameSelf'],
    },
    { persona: 'it-admin', may: ['seeScim', 'editScim', 'mapRoles', 'findMembers', 'renameSelf'] },
    { persona: 'people-manager', may: ['findMembers', 'invite', 'renameSelf'] },
    { persona: 'auditor', may: ['seeScim', 'findMembers', 'renameSelf'] },
    { persona: 'member', may: ['renameSelf'] },
  ])('gives $persona what the policy gives, without a request', async ({ persona, may }) => {
    const portal = await openPortal({ persona })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => usePermissions(QUESTIONS))
    const allowed = Object.entries(result.current).flatMap(([name, { allowed }]) =>
      allowed ? [name] : [],
    )
    expect(allowed).toEqual(may)
    expect(requests()).toEqual([])
  })

  it('follows the session to its next owner', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result } = renderIn(portal, () => usePermissions(QUESTIONS))
    expect(result.current.invite.allowed).toBe(true)
    await act(() => signIn(portal.client, portal.emulator, 'auditor'))
    expect(result.current.invite.status).toBe('denied')
    await act(() => portal.client.session.revoke())
    expect(Object.values(result.current).map(({ status }) => status)).toEqual(
      Array(7).fill('denied'),
    )
  })

  it('gives the same object until an answer may differ, also for questions written in place', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result, rerender } = renderIn(portal, () =>
      usePermissions({ read: ['stytch.scim', 'get'], invite: ['stytch.member', 'create'] }),
    )
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
    await act(() => portal.client.self.update({ name: 'Augusta Ada King' }))
    expect(result.current).toBe(before)
    act(() => portal.client.rbac.viewAs(['auditor']))
    expect(result.current).not.toBe(before)
  })

  it('answers differently put questions in the same place', async () => {
    const portal = await openPortal({ persona: 'auditor' })
    const { result, rerender } = renderHook(
      ({ action }: { action: 'get' | 'update' }) =>
        usePermissions({ it: ['stytch.scim', action] }).it.allowed,
      { wrapper: portal.Provider, initialProps: { action: 'get' } },
    )
    expect(result.current).toBe(true)
    rerender({ action: 'update' })
    expect(result.current).toBe(false)
  })

  it('subscribes once and renders once for all questions, and not for what concerns none', async () => {
    const portal = await openPortal({ persona: 'admin' })
    let subscriptions = 0
    let renders = 0
    const client: B2BClient = {
      ...portal.client,
      subscribe: (listener) => {
        subscriptions += 1
        return portal.client.subscribe(listener)
      },
    }
    function Questions() {
      return Object.values(usePermissions(QUESTIONS)).filter(({ allowed }) => allowed).length
    }
    const page = (asks: boolean) => (
      <QueryClientProvider client={portal.queryClient}>
        <OrgportalProvider client={client}>
          {asks && (
            <Profiler id="questions" onRender={() => (renders += 1)}>
              <Questions />
            </Profiler>
          )}
        </OrgportalProvider>
      </QueryClientProvider>
    )
    const { rerender, container } = render(page(false))
    subscriptions = 0
    rerender(page(true))
    expect({ subscriptions, renders }).toEqual({ subscriptions: 1, renders: 1 })
    await act(() => portal.client.self.update({ name: 'Augusta Ada King' }))
    expect(renders).toBe(1)
    act(() => portal.client.rbac.viewAs(['auditor']))
    expect(renders).toBe(2)
    expect(container.textContent).toBe('2')
  })
})

describe('usePermission', () => {
  it("knows the project's own resources, and denies what no role has", async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result } = renderIn(portal, () => ({
      unknownResource: usePermission('spaceship', 'launch'),
      unknownAction: usePermission('document', 'incinerate'),
      everything: usePermission('document', '*'),
      document: usePermission('document', 'publish'),
    }))
    expect(Object.values(result.current).map(({ status }) => status)).toEqual(
      Array(4).fill('denied'),
    )
  })

  it('gives the same object until the answer may differ', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result, rerender } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    const before = result.current
    rerender()
    expect(result.current).toBe(before)
  })

  it('allows nothing until session and policy are known', async () => {
    const storage = createMemoryStorage()
    const visited = await openPortal({ storage })
    const { emulator, hold, release } = gated(visited.emulator)
    hold()
    const portal = await openPortal({ persona: null, emulator, storage: withCookiesOnly(storage) })
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    expect(result.current).toMatchObject({ allowed: false, status: 'loading' })
    release()
    await waitFor(() => expect(result.current).toMatchObject({ allowed: true, status: 'allowed' }))
  })

  it('allows nothing where the policy cannot be had', async () => {
    const storage = createMemoryStorage()
    const visited = await openPortal({ storage })
    visited.emulator.faults.add({ path: '/sdk/v1/projects/*', status: 404, times: 0 })
    const portal = await openPortal({
      persona: null,
      emulator: visited.emulator,
      storage: withCookiesOnly(storage),
    })
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    await waitFor(() => expect(result.current.status).toBe('denied'))
    expect(result.current).toMatchObject({ allowed: false })
    expect(result.current.explain().reason).toBe('no-policy')
  })

  it('allows nothing on a server, and says that nothing is known there', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const html = renderToString(
      <portal.Provider>
        <Answer />
      </portal.Provider>,
    )
    expect(html).toBe('loading loading')
  })

  it('answers on a server that was handed session and policy', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const client = createB2BClient(portal.emulator.publicToken, {
      serverState: getServerState(portal.client),
      fetch: portal.emulator.fetch,
      storage: createMemoryStorage(),
    })
    const html = renderToString(
      <QueryClientProvider client={portal.queryClient}>
        <OrgportalProvider client={client}>
          <Answer />
        </OrgportalProvider>
      </QueryClientProvider>,
    )
    client.dispose()
    expect(html).toBe('allowed granted')
  })

  it('allows nothing outside of the provider', () => {
    expect(render(<Answer />).container.textContent).toBe('denied outside-provider')
  })

  it('answers for the roles that are looked through, until that ends', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'update'))
    act(() => portal.client.rbac.viewAs(['auditor']))
    expect(result.current.allowed).toBe(false)
    act(() => portal.client.rbac.viewAs(null))
    expect(result.current.allowed).toBe(true)
  })
})

function Answer() {
  const { status, explain } = usePermission('stytch.scim', 'get')
  return `${status} ${explain().reason}`
}

describe('Authorized', () => {
  const scene = (
    <Authorized resource="stytch.scim" action="delete" fallback="ask an admin" pending="wait">
      delete it
    </Authorized>
  )

  it.each([
    { persona: 'admin', shown: 'delete it' },
    { persona: 'auditor', shown: 'ask an admin' },
  ])('shows $persona: $shown', async ({ persona, shown }) => {
    const portal = await openPortal({ persona })
    const { container } = render(scene, { wrapper: portal.Provider })
    expect(container.textContent).toBe(shown)
  })

  it('shows neither while it is not known', async () => {
    const storage = createMemoryStorage()
    const visited = await openPortal({ storage })
    const { emulator, hold, release } = gated(visited.emulator)
    hold()
    const portal = await openPortal({ persona: null, emulator, storage: withCookiesOnly(storage) })
    const { container } = render(scene, { wrapper: portal.Provider })
    expect(container.textContent).toBe('wait')
    release()
    await screen.findByText('delete it')
  })

  it('shows the fallback outside of the provider', () => {
    expect(render(scene).container.textContent).toBe('ask an admin')
  })
})
