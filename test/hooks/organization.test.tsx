import { useQuery } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  organizationMembersQueries,
  organizationQueries,
  selfQueries,
  useAdminPortalConfig,
  useMember,
  useOrganization,
  useOrganizationBySlug,
  useOrganizationConnectedApp,
  useOrganizationConnectedApps,
  useOrganizationDelete,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
  useOrganizationSearchMember,
  useOrganizationUpdate,
  useOrgportalClient,
} from 'orgportal/hooks'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'

describe('useOrganizationUpdate', () => {
  it('renews every copy of the organization, for one request', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      known: useOrganization(),
      read: useQuery(organizationQueries.get(useOrgportalClient())),
      update: useOrganizationUpdate(),
    }))
    await settled(portal)
    const requests = countRequests(portal)
    await act(() => result.current.update.mutateAsync({ organization_name: 'Southwind' }))
    await waitFor(() => expect(result.current.read.data?.organization_name).toBe('Southwind'))
    expect(result.current.known?.organization_name).toBe('Southwind')
    expect(requests()).toEqual(['PUT /b2b/organizations/me'])
  })

  it('makes members stale where roles by e-mail domain change, and only there', async () => {
    const portal = await openPortal()
    const search = organizationMembersQueries.search(portal.client, { limit: 1 })
    await portal.queryClient.query(search)
    const isStale = () => portal.queryClient.getQueryState(search.queryKey)?.isInvalidated
    const { result } = renderIn(portal, () => useOrganizationUpdate())
    await act(() => result.current.mutateAsync({ organization_name: 'Southwind' }))
    expect(isStale()).toBe(false)
    await act(() => result.current.mutateAsync({ rbac_email_implicit_role_assignments: [] }))
    expect(isStale()).toBe(true)
  })
})

describe('organizationQueries.get, selfQueries.get', () => {
  it('renew what the client knows, and follow it', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      known: useOrganization(),
      read: useQuery(organizationQueries.get(useOrgportalClient())),
      member: useMember(),
      self: useQuery(selfQueries.get(useOrgportalClient())),
    }))
    await settled(portal)
    expect(result.current.read.data).toEqual(result.current.known)
    expect(result.current.self.data).toEqual(result.current.member)
    await act(() => portal.client.organization.update({ organization_name: 'Eastwind' }))
    await waitFor(() => expect(result.current.read.data?.organization_name).toBe('Eastwind'))
  })
})

describe('useOrganizationMembersSearch', () => {
  it('finds members, page by page where asked', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      total: useOrganizationMembersSearch(
        { limit: 1 },
        { select: (page) => page.results_metadata.total },
      ),
      pages: useOrganizationMembersSearchInfinite({ limit: 10 }),
    }))
    await settled(portal)
    await act(() => result.current.pages.fetchNextPage())
    while (result.current.pages.hasNextPage) await act(() => result.current.pages.fetchNextPage())
    const members = result.current.pages.data?.pages.flatMap((page) => page.members) ?? []
    expect(members.length).toBe(result.current.total.data)
    expect(new Set(members.map((member) => member.member_id)).size).toBe(members.length)
  })
})

describe('useAdminPortalConfig', () => {
  it('tells what the project has switched on', async () => {
    const portal = await openPortal({ seed: 'scim-disabled', persona: 'member' })
    const { result } = renderIn(portal, () => useAdminPortalConfig())
    await settled(portal)
    expect(result.current.data?.scim_config).toEqual({ scim_enabled: false })
    expect(result.current.data).not.toHaveProperty('request_id')
  })
})

describe('useOrganizationBySlug, useOrganizationSearchMember', () => {
  it('ask without a session, and give null for nobody', async () => {
    const portal = await openPortal({ persona: null })
    const { result, rerender } = renderIn(portal, () => {
      const found = useOrganizationBySlug({ organization_slug: 'northwind' })
      const organization_id = found.data?.organization_id ?? ''
      const enabled = found.isSuccess
      return {
        found,
        none: useOrganizationBySlug({ organization_slug: 'nobody-has-this' }),
        member: useOrganizationSearchMember(
          { email_address: 'ada.lovelace@northwind.example', organization_id },
          { enabled },
        ),
        stranger: useOrganizationSearchMember(
          { email_address: 'nobody@northwind.example', organization_id },
          { enabled },
        ),
      }
    })
    await waitFor(() => expect(result.current.stranger.isSuccess).toBe(true))
    await settled(portal)
    rerender()
    expect(result.current.found.data?.organization_name).toBe('Northwind Robotics')
    expect(result.current.none.data).toBeNull()
    expect(result.current.member.data?.name).toBe('Ada Lovelace')
    expect(result.current.stranger.data).toBeNull()
  })
})

describe('useOrganizationDelete', () => {
  it('signs out, and leaves nothing of the organization', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      members: useOrganizationMembersSearch(),
      bySlug: useOrganizationBySlug({ organization_slug: 'northwind' }),
      remove: useOrganizationDelete(),
    }))
    await settled(portal)
    expect(result.current.bySlug.data).not.toBeNull()
    await act(() => result.current.remove.mutateAsync())
    await waitFor(() => expect(result.current.bySlug.data).toBeNull())
    expect(result.current.organization).toBeNull()
    expect(result.current.members.data).toBeUndefined()
    expect(result.current.remove.isSuccess).toBe(true)
  })

  it('needs its permission', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      remove: useOrganizationDelete(),
    }))
    act(() => result.current.remove.mutate())
    await waitFor(() => expect(result.current.remove.isError).toBe(true))
    expect(result.current.organization).not.toBeNull()
  })
})

describe('useOrganizationConnectedApps', () => {
  it('gives the apps, and one of them with who has let it in', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => {
      const apps = useOrganizationConnectedApps()
      const [{ connected_app_id = '' } = {}] = apps.data ?? []
      return {
        apps,
        app: useOrganizationConnectedApp({ connected_app_id }, { enabled: apps.isSuccess }),
      }
    })
    await waitFor(() => expect(result.current.app.isSuccess).toBe(true))
    expect(result.current.app.data?.name).toBe(result.current.apps.data?.[0]?.name)
    expect(result.current.app.data?.active_members).not.toEqual([])
  })
})
