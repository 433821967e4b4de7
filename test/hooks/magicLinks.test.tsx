import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  organizationMembersQueries,
  useDiscoveryOrganizationsList,
  useMagicLinksAuthenticate,
  useMagicLinksDiscoveryAuthenticate,
  useMagicLinksEmailDiscoverySend,
  useMagicLinksEmailInvite,
  useMagicLinksEmailLoginOrSignup,
  useMember,
  useOrganizationMembersSearch,
  useSessionStatus,
} from 'orgportal/hooks'
import { linkToken } from '../contract/stage.ts'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'
import {
  DMITRI,
  expectForgotten,
  expectRefusal,
  MIA,
  northwindIn,
  session,
  stageOf,
} from './signIns.ts'

describe('useMagicLinksEmailLoginOrSignup, useMagicLinksAuthenticate', () => {
  it('mail a link, and sign in with it', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      ask: useMagicLinksEmailLoginOrSignup(),
      signIn: useMagicLinksAuthenticate(),
      member: useMember(),
      status: useSessionStatus(),
    }))
    expect(result.current.status).toBe('anonymous')
    const organization_id = northwindIn(portal)
    await act(() => result.current.ask.mutateAsync({ email_address: MIA, organization_id }))
    const magic_links_token = linkToken(stageOf(portal), MIA)
    await act(() => result.current.signIn.mutateAsync({ magic_links_token, ...session }))
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.status).toBe('authenticated')
    expect(result.current.member?.name).toBe('Mia Svensson')
    const { data } = result.current.signIn
    await expectForgotten(portal, unmount, magic_links_token, data?.session_token)
  })

  it('leave the sign-in begun where another factor is required', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = renderIn(portal, () => ({
      signIn: useMagicLinksAuthenticate(),
      member: useMember(),
      status: useSessionStatus(),
    }))
    await portal.client.magicLinks.email.loginOrSignup({
      email_address: DMITRI,
      organization_id: northwindIn(portal),
    })
    const magic_links_token = linkToken(stageOf(portal), DMITRI)
    await act(() => result.current.signIn.mutateAsync({ magic_links_token, ...session }))
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.signIn.data?.member_authenticated).toBe(false)
    expect(result.current.status).toBe('intermediate')
    expect(result.current.member).toBeNull()
  })

  it('show why a link is refused, and change nothing', async () => {
    const portal = await openPortal({ persona: 'auditor' })
    const { result } = renderIn(portal, () => ({
      signIn: useMagicLinksAuthenticate(),
      member: useMember(),
    }))
    await expectRefusal(
      result.current.signIn.mutateAsync({ magic_links_token: 'made-up', ...session }),
      'magic_link_not_found',
    )
    expect(result.current.member?.name).toBe('Aiko Tanaka')
  })
})

describe('useMagicLinksEmailInvite', () => {
  it('invites for one request, and lists of members are read again', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      invite: useMagicLinksEmailInvite(),
      members: useOrganizationMembersSearch({ limit: 1000 }),
    }))
    await settled(portal)
    const others = organizationMembersQueries.search(portal.client, { limit: 5 })
    await portal.queryClient.query(others)
    const requests = countRequests(portal)
    const email_address = 'zoe@northwind.example'
    await act(() => result.current.invite.mutateAsync({ email_address, name: 'Zoe Grün' }))
    await waitFor(() =>
      expect(result.current.members.data?.members).toContainEqual(
        expect.objectContaining({ email_address, name: 'Zoe Grün', status: 'invited' }),
      ),
    )
    expect(requests()).toEqual([
      'POST /b2b/magic_links/email/invite',
      'POST /b2b/organizations/me/members/search',
    ])
    // What nobody looks at is read when somebody does.
    expect(portal.queryClient.getQueryState(others.queryKey)?.isInvalidated).toBe(true)
  })

  it('is refused without the permission, and then nothing is read again', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = renderIn(portal, () => useMagicLinksEmailInvite())
    const requests = countRequests(portal)
    await expectRefusal(
      result.current.mutateAsync({ email_address: 'zoe@northwind.example' }),
      'session_authorization_error',
    )
    expect(requests()).toEqual(['POST /b2b/magic_links/email/invite'])
  })
})

describe('useMagicLinksEmailDiscoverySend, useMagicLinksDiscoveryAuthenticate', () => {
  it('prove an address, and give the organizations of its owner', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      ask: useMagicLinksEmailDiscoverySend(),
      discover: useMagicLinksDiscoveryAuthenticate(),
      list: useDiscoveryOrganizationsList(),
      status: useSessionStatus(),
    }))
    await act(() => result.current.ask.mutateAsync({ email_address: MIA }))
    const discovery_magic_links_token = linkToken(stageOf(portal), MIA)
    await act(() => result.current.discover.mutateAsync({ discovery_magic_links_token }))
    await waitFor(() => expect(result.current.discover.isSuccess).toBe(true))
    expect(result.current.status).toBe('intermediate')
    await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
    const { data } = result.current.discover
    expect(data?.email_address).toBe(MIA)
    expect(data?.discovered_organizations).toEqual(
      result.current.list.data?.discovered_organizations,
    )
    await expectForgotten(
      portal,
      unmount,
      discovery_magic_links_token,
      data?.intermediate_session_token,
    )
  })
})
