import { act, render, screen, waitFor } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import { Authorized, usePermission, usePermissions } from 'orgportal/hooks'
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
})

describe('usePermission', () => {
  it('names the roles that grant it: those held, and all there are', async () => {
    const portal = await openPortal({ persona: 'it-admin' })
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'update'))
    expect(result.current).toMatchObject({
      allowed: true,
      status: 'allowed',
      grantedBy: ['it_admin'],
    })
    expect(result.current.rolesThatGrant.map(({ role_id }) => role_id).sort()).toEqual([
      'it_admin',
      'stytch_admin',
    ])
  })

  it('names whom to ask where it is denied', async () => {
    const portal = await openPortal({ persona: 'auditor' })
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'delete'))
    expect(result.current).toMatchObject({ allowed: false, status: 'denied', grantedBy: [] })
    expect(result.current.rolesThatGrant.map(({ role_id }) => role_id)).toContain('it_admin')
  })

  it("knows the project's own resources, and denies what no role has", async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result } = renderIn(portal, () => ({
      unknownResource: usePermission('spaceship', 'launch'),
      unknownAction: usePermission('document', 'incinerate'),
      document: usePermission('document', 'publish'),
    }))
    expect(result.current.unknownResource).toMatchObject({ status: 'denied', rolesThatGrant: [] })
    expect(result.current.unknownAction.status).toBe('denied')
    expect(result.current.document.rolesThatGrant.length).toBeGreaterThan(0)
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
    expect(result.current).toEqual({
      allowed: false,
      status: 'loading',
      grantedBy: [],
      rolesThatGrant: [],
    })
    release()
    await waitFor(() => expect(result.current.status).toBe('allowed'))
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
    expect(result.current.allowed).toBe(false)
  })

  it('throws outside of the provider instead of granting anything', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const Control = () => (usePermission('stytch.scim', 'get').allowed ? 'yes' : 'no')
    expect(() =>
      render(
        <QueryClientProvider client={new QueryClient()}>
          <Control />
        </QueryClientProvider>,
      ),
    ).toThrow(/outside <OrgportalProvider>/)
    log.mockRestore()
  })
})

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
})
