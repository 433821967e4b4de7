import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { isApiError, type MembersSearchInput, type MemberSearchOperand } from 'orgportal/client'
import {
  idpMutations,
  organizationMembersQueries,
  useMember,
  useOrganization,
  useOrganizationConnectedApp,
  useOrganizationMembersConnectedApps,
  useOrganizationMembersCreate,
  useOrganizationMembersDelete,
  useOrganizationMembersReactivate,
  useOrganizationMembersRevokeConnectedApp,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
  useOrganizationMembersUpdate,
  useSelfConnectedApps,
  useSelfGet,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'

const by = (...operands: MemberSearchOperand[]): MembersSearchInput => ({
  query: { operator: 'AND', operands },
})
const EVERYBODY = by({
  filter_name: 'statuses',
  filter_value: ['active', 'invited', 'pending', 'deleted'],
})

function idOf({ emulator }: TestPortal, name: string): string {
  const found = Object.values(emulator.data.members).find((member) => member.name === name)
  if (!found) throw new Error(`There is nobody called ${name}.`)
  return found.member_id
}

const isStale = ({ queryClient, client }: TestPortal, search: MembersSearchInput) =>
  queryClient.getQueryState(organizationMembersQueries.search(client, search).queryKey)
    ?.isInvalidated

describe('useOrganizationMembersUpdate', () => {
  it('shows the answer wherever the member is, for one request', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      list: useOrganizationMembersSearch(),
      pages: useOrganizationMembersSearchInfinite(),
      known: useMember(),
      self: useSelfGet(),
      update: useOrganizationMembersUpdate(),
    }))
    await settled(portal)
    const requests = countRequests(portal)
    const member_id = result.current.known?.member_id ?? ''
    await act(() => result.current.update.mutateAsync({ member_id, name: 'Ada King' }))
    await settled(portal)
    const names = () => [
      result.current.list.data?.members.find((one) => one.member_id === member_id)?.name,
      result.current.pages.data?.pages[0]?.members.find((one) => one.member_id === member_id)?.name,
      result.current.known?.name,
      result.current.self.data?.name,
    ]
    await waitFor(() => expect(names()).toEqual(Array(4).fill('Ada King')))
    expect(requests()).toEqual([`PUT /b2b/organizations/members/${member_id}`])
  })

  it('leaves pages alone that the member is not on', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      list: useOrganizationMembersSearch({ limit: 1 }),
      update: useOrganizationMembersUpdate(),
    }))
    await settled(portal)
    const before = result.current.list.data
    const member_id = idOf(portal, 'Rosa Jiménez')
    await act(() => result.current.update.mutateAsync({ member_id, name: 'Rosa J.' }))
    expect(result.current.list.data).toBe(before)
  })

  it.each<[string, { roles: string[] } | { is_breakglass: boolean } | { name: string }, number[]]>([
    ['a role', { roles: ['engineer'] }, [0]],
    ['a switch', { is_breakglass: true }, [1]],
    ['a name', { name: 'Grace K.' }, []],
  ])('makes only those searches stale that %s decides', async (_what, change, stale) => {
    const portal = await openPortal()
    const { client, queryClient } = portal
    const filtered = [
      by({ filter_name: 'member_roles', filter_value: ['engineer'] }),
      by({ filter_name: 'member_is_breakglass', filter_value: true }),
      by({ filter_name: 'member_email_fuzzy', filter_value: 'northwind' }),
    ]
    for (const search of [{}, ...filtered]) {
      await queryClient.query(organizationMembersQueries.search(client, search))
    }
    const { result } = renderIn(portal, () => useOrganizationMembersUpdate())
    const member_id = idOf(portal, 'Grace Kimani')
    await act(() => result.current.mutateAsync({ member_id, ...change }))
    expect(isStale(portal, {})).toBe(false)
    expect(filtered.map((search) => isStale(portal, search))).toEqual(
      filtered.map((_search, index) => stale.includes(index)),
    )
  })

  it('says why it was refused', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = renderIn(portal, () => useOrganizationMembersUpdate())
    act(() => result.current.mutate({ member_id: idOf(portal, 'Grace Kimani'), name: 'Mine' }))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(isApiError(result.current.error) && result.current.error.error_type).toBe(
      'session_authorization_error',
    )
  })
})

describe('useOrganizationMembersCreate, useOrganizationMembersDelete', () => {
  it('have the lists on the screen read again', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      list: useOrganizationMembersSearch({}),
      create: useOrganizationMembersCreate(),
      remove: useOrganizationMembersDelete(),
    }))
    await settled(portal)
    const total = () => result.current.list.data?.results_metadata.total ?? 0
    const before = total()
    const requests = countRequests(portal)
    const created = await act(() =>
      result.current.create.mutateAsync({ email_address: 'zoe@northwind.example' }),
    )
    await waitFor(() => expect(total()).toBe(before + 1))
    await act(() => result.current.remove.mutateAsync(created.member_id))
    await waitFor(() => expect(total()).toBe(before))
    expect(requests()).toHaveLength(4)
  })

  it('signs out whoever deletes oneself', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      member: useMember(),
      remove: useOrganizationMembersDelete(),
    }))
    const { member_id = '' } = result.current.member ?? {}
    await act(() => result.current.remove.mutateAsync(member_id))
    await waitFor(() => expect(result.current.member).toBeNull())
    expect(result.current.organization).toBeNull()
  })
})

describe('useOrganizationMembersReactivate', () => {
  it('costs one request where members of every status are listed', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      list: useOrganizationMembersSearch(EVERYBODY),
      reactivate: useOrganizationMembersReactivate(),
    }))
    await settled(portal)
    const { client, queryClient } = portal
    await queryClient.query(organizationMembersQueries.search(client, {}))
    const member_id = idOf(portal, 'Søren Krogh')
    const requests = countRequests(portal)
    await act(() => result.current.reactivate.mutateAsync(member_id))
    await waitFor(() => {
      const found = result.current.list.data?.members.find((one) => one.member_id === member_id)
      expect(found?.status).toBe('active')
    })
    expect(requests()).toHaveLength(1)
    expect(isStale(portal, {})).toBe(true)
  })
})

describe('useOrganizationMembersRevokeConnectedApp', () => {
  it('takes the app from everywhere that it is known to be', async () => {
    const portal = await openPortal()
    const { client, queryClient, emulator } = portal
    const app = Object.values(emulator.data.connected_apps).find(
      ({ client_type }) => client_type === 'third_party',
    )
    const { connected_app_id = '', redirect_urls: [redirect_uri = ''] = [] } = app ?? {}
    await queryClient
      .getMutationCache()
      .build(queryClient, idpMutations.oauthAuthorizeSubmit(client))
      .execute({
        client_id: connected_app_id,
        redirect_uri,
        response_type: 'code',
        scopes: ['openid'],
        consent_granted: true,
      })
    const member_id = idOf(portal, 'Ada Lovelace')
    const { result } = renderIn(portal, () => ({
      own: useSelfConnectedApps(),
      theirs: useOrganizationMembersConnectedApps({ member_id }),
      app: useOrganizationConnectedApp({ connected_app_id }),
      revoke: useOrganizationMembersRevokeConnectedApp(),
    }))
    await settled(portal)
    const ids = () => [
      ...(result.current.own.data ?? []).map((one) => one.connected_app_id),
      ...(result.current.theirs.data ?? []).map((one) => one.connected_app_id),
      ...(result.current.app.data?.active_members ?? []).map((one) => one.member_id),
    ]
    expect(ids()).toEqual(expect.arrayContaining([connected_app_id, member_id]))
    const requests = countRequests(portal)
    await act(() => result.current.revoke.mutateAsync({ member_id, connected_app_id }))
    await settled(portal)
    await waitFor(() => {
      expect(ids()).not.toContain(connected_app_id)
      expect(ids()).not.toContain(member_id)
    })
    expect(requests()).toHaveLength(1)
  })
})
