import { act, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { createEmulator } from 'orgportal/emulator'
import {
  discoveryOrganizationsQueries,
  useDiscoveryIntermediateSessionsExchange,
  useDiscoveryOrganizationsCreate,
  useDiscoveryOrganizationsList,
  useMember,
  useOrganization,
  useSessionSnapshot,
  useSessionStatus,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { ternId } from '../contract/stage.ts'
import { cachedText, countRequests, gated, openPortal, renderIn, settled } from './harness.tsx'
import {
  ADA,
  beginAs,
  DMITRI,
  expectForgotten,
  expectRefusal,
  MIA,
  northwindIn,
  session,
  stageOf,
  withHttpOnlyCookies,
} from './signIns.ts'

const LIST = /discovery\/organizations$/

/** The list, and whose list each commit has shown to whom. */
function renderList(portal: TestPortal) {
  const commits: { to: string | null; list: string | undefined }[] = []
  const { result } = renderIn(portal, () => {
    const list = useDiscoveryOrganizationsList()
    const { intermediateId } = useSessionSnapshot()
    useEffect(() => {
      commits.push({ to: intermediateId, list: list.data?.email_address })
    })
    return { list }
  })
  const shownToNow = () =>
    commits
      .filter(({ to }) => to === portal.client.getSnapshot().intermediateId)
      .map(({ list }) => list)
  return { result, commits, shownToNow }
}

describe('useDiscoveryOrganizationsList', () => {
  it('lists the organizations of the member', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result } = renderList(portal)
    await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
    const { data } = result.current.list
    expect(
      data?.discovered_organizations.map(({ organization }) => organization.organization_slug),
    ).toEqual(['northwind', 'tern'])
  })

  it('asks nothing while nobody has begun to sign in, and then by itself', async () => {
    const portal = await openPortal({ persona: null })
    const requests = countRequests(portal)
    const { result } = renderList(portal)
    await settled(portal)
    expect(result.current.list.fetchStatus).toBe('idle')
    expect(requests()).not.toContain('POST /b2b/discovery/organizations')
    await beginAs(portal, 'noor.aziz@northwind.example')
    await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
    expect(result.current.list.data?.discovered_organizations[0]?.membership.type).toBe(
      'eligible_to_join_by_email_domain',
    )
  })

  it('asks again wherever it is shown anew', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const first = renderList(portal)
    await waitFor(() => expect(first.result.current.list.isSuccess).toBe(true))
    const requests = countRequests(portal)
    renderList(portal)
    await settled(portal)
    expect(requests()).toEqual(['POST /b2b/discovery/organizations'])
  })

  describe.each([
    ['tokens that scripts can read', (emulator: TestPortal['emulator']) => emulator],
    ['tokens in HttpOnly cookies', withHttpOnlyCookies],
  ])('with %s', (_name, around) => {
    it("never shows the one's organizations to the next who signs in on the same device", async () => {
      const gate = gated(around(createEmulator()), LIST)
      const portal = await openPortal({ persona: null, emulator: gate.emulator })
      const { result, shownToNow } = renderList(portal)
      await beginAs(portal, ADA)
      await waitFor(() => expect(result.current.list.data?.email_address).toBe(ADA))
      gate.hold()
      await beginAs(portal, MIA)
      await waitFor(() => expect(gate.sent).toHaveLength(2))
      expect(result.current.list.data).toBeUndefined()
      gate.release()
      await waitFor(() => expect(result.current.list.data?.email_address).toBe(MIA))
      expect(new Set(shownToNow())).toEqual(new Set([undefined, MIA]))
      expect(cachedText(portal).queries).not.toContain(ADA)
    })

    it('drops an answer for who was there before', async () => {
      const gate = gated(around(createEmulator()), LIST)
      const portal = await openPortal({ persona: null, emulator: gate.emulator })
      gate.hold()
      const { result, commits } = renderList(portal)
      await beginAs(portal, ADA)
      await waitFor(() => expect(gate.sent).toHaveLength(1))
      await beginAs(portal, MIA)
      act(gate.release)
      await waitFor(() => expect(result.current.list.data?.email_address).toBe(MIA))
      expect(commits.map(({ list }) => list)).not.toContain(ADA)
      expect(cachedText(portal).queries).not.toContain(ADA)
    })
  })

  it('is forgotten once a session is made, and in the cache of the member instead', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = renderList(portal)
    await beginAs(portal, ADA)
    await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
    const before = discoveryOrganizationsQueries.list(portal.client).queryKey
    await act(() =>
      portal.client.discovery.intermediateSessions.exchange({
        organization_id: northwindIn(portal),
        ...session,
      }),
    )
    await settled(portal)
    const after = discoveryOrganizationsQueries.list(portal.client).queryKey
    expect(portal.queryClient.getQueryData(before)).toBeUndefined()
    expect(portal.queryClient.getQueryData(after)?.email_address).toBe(ADA)
  })
})

describe('useDiscoveryOrganizationsCreate', () => {
  const render = (portal: TestPortal) =>
    renderIn(portal, () => ({
      create: useDiscoveryOrganizationsCreate(),
      organization: useOrganization(),
      member: useMember(),
    }))

  it('makes an organization, with the session of its first member', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = render(portal)
    await beginAs(portal, 'zoe@gull.example')
    await act(() =>
      result.current.create.mutateAsync({ organization_name: 'Gull Freight', ...session }),
    )
    await waitFor(() => expect(result.current.organization?.organization_name).toBe('Gull Freight'))
    expect(result.current.member?.is_admin).toBe(true)
    await waitFor(() => expect(result.current.create.data?.member_authenticated).toBe(true))
    await expectForgotten(portal, unmount, result.current.create.data?.session_token)
  })

  it('shows why it is refused', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = render(portal)
    await beginAs(portal, 'zoe@gull.example')
    await expectRefusal(
      result.current.create.mutateAsync({ organization_slug: 'tern', ...session }),
      'organization_slug_already_used',
    )
    await waitFor(() => expect(result.current.create.isError).toBe(true))
    expect(portal.client.getSnapshot().status).toBe('intermediate')
  })
})

describe('useDiscoveryIntermediateSessionsExchange', () => {
  const render = (portal: TestPortal) =>
    renderIn(portal, () => ({
      exchange: useDiscoveryIntermediateSessionsExchange(),
      organization: useOrganization(),
      status: useSessionStatus(),
    }))

  it('signs in to the organization that is chosen', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = render(portal)
    await beginAs(portal, ADA)
    expect(result.current.status).toBe('intermediate')
    const organization_id = ternId(stageOf(portal))
    await act(() => result.current.exchange.mutateAsync({ organization_id, ...session }))
    await waitFor(() => expect(result.current.exchange.isSuccess).toBe(true))
    expect(result.current.status).toBe('authenticated')
    expect(result.current.organization?.organization_slug).toBe('tern')
    await expectForgotten(portal, unmount, result.current.exchange.data?.session_token)
  })

  it('says where another factor is required, and the sign-in goes on', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = render(portal)
    await beginAs(portal, DMITRI)
    const organization_id = northwindIn(portal)
    await act(() => result.current.exchange.mutateAsync({ organization_id, ...session }))
    await waitFor(() => expect(result.current.exchange.isSuccess).toBe(true))
    const { data } = result.current.exchange
    expect(data?.member_authenticated).toBe(false)
    expect(data?.mfa_required?.member_options?.totp_registration_id).toMatch(/./)
    expect(result.current.status).toBe('intermediate')
  })
})
