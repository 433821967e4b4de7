import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import {
  useAuthenticateByUrl,
  useMagicLinksAuthenticate,
  useMember,
  useMemberSession,
  useOrganization,
  useSessionAttest,
  useSessionAuthenticate,
  useSessionEndReason,
  useSessionExchange,
  useSessionExchangeAccessToken,
  useSessionRevoke,
  useSessionRevokeForMember,
  useSessionSnapshot,
  useSessionStatus,
} from 'orgportal/hooks'
import { cachedText, countRequests, openPortal, renderIn } from './harness.tsx'

const useWhoIsSignedIn = () => ({
  status: useSessionStatus(),
  endReason: useSessionEndReason(),
  member: useMember(),
  organization: useOrganization(),
  session: useMemberSession(),
})

describe('useMember, useOrganization, useMemberSession, useSessionStatus, useSessionEndReason', () => {
  it('tell who is signed in, without a request', async () => {
    const portal = await openPortal({ persona: 'auditor' })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, useWhoIsSignedIn)
    expect(result.current).toMatchObject({
      status: 'authenticated',
      endReason: null,
      member: { name: 'Aiko Tanaka' },
      organization: { organization_slug: 'northwind' },
    })
    expect(result.current.session?.roles).toContain('auditor')
    expect(requests()).toEqual([])
  })

  it('follow a sign-out in another tab, and say so', async () => {
    const storage = createMemoryStorage()
    const here = await openPortal({ storage })
    const there = await openPortal({ persona: null, emulator: here.emulator, storage })
    const { result } = renderIn(there, useWhoIsSignedIn)
    await waitFor(() => expect(there.client.getSnapshot().fromCache).toBe(false))
    expect(result.current.status).toBe('authenticated')
    await act(() => here.client.session.revoke())
    await waitFor(() => expect(result.current.status).toBe('anonymous'))
    expect(result.current).toMatchObject({
      endReason: { type: 'signed-out-elsewhere' },
      member: null,
      organization: null,
      session: null,
    })
  })
})

describe('useSessionSnapshot', () => {
  it('is what the client knows', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => useSessionSnapshot())
    expect(result.current).toBe(portal.client.getSnapshot())
  })
})

describe('useMagicLinksAuthenticate', () => {
  it('signs in, hands the answer over, and leaves no session token in the mutation cache', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      member: useMember(),
      signIn: useMagicLinksAuthenticate(),
    }))
    const { token } = portal.emulator.createMagicLink('people-manager')
    await act(() =>
      result.current.signIn.mutateAsync({
        magic_links_token: token,
        session_duration_minutes: 60,
      }),
    )
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Paul Mbeki')
    const sessionToken = result.current.signIn.data?.session_token ?? ''
    expect(sessionToken).not.toBe('')
    expect(cachedText(portal).queries).not.toContain(sessionToken)
    unmount()
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain(sessionToken))
  })
})

describe('useAuthenticateByUrl', () => {
  it('signs in with the token of a URL', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = renderIn(portal, () => useAuthenticateByUrl())
    const { token, token_type } = portal.emulator.createMagicLink('member')
    const href = `http://localhost:3000/?stytch_token_type=${token_type}&token=${token}`
    await act(() => result.current.mutateAsync({ session_duration_minutes: 60, href }))
    await waitFor(() => expect(result.current.data).toMatchObject({ handled: true }))
    expect(portal.client.getSnapshot().member?.name).toBe('Mia Svensson')
  })

  it('gives null, and sends nothing, where the URL has no token', async () => {
    const portal = await openPortal({ persona: null })
    await portal.client.rbac.allPermissions()
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useAuthenticateByUrl())
    await act(() => result.current.mutateAsync({ session_duration_minutes: 60 }))
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(result.current.data).toBeNull()
    expect(requests()).toEqual([])
  })
})

describe('useSessionExchange', () => {
  it('keeps its own result through the switch that it makes', async () => {
    const portal = await openPortal()
    const { member, organization } = portal.client.getSnapshot()
    const other = Object.values(portal.emulator.data.members).find(
      ({ email_address, organization_id }) =>
        email_address === member?.email_address &&
        organization_id !== organization?.organization_id,
    )
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      exchange: useSessionExchange(),
    }))
    const organization_id = other?.organization_id ?? ''
    await act(() =>
      result.current.exchange.mutateAsync({ organization_id, session_duration_minutes: 60 }),
    )
    await waitFor(() => expect(result.current.exchange.isSuccess).toBe(true))
    expect(result.current.organization?.organization_id).toBe(organization_id)
    expect(result.current.exchange.data?.organization.organization_id).toBe(organization_id)
  })
})

describe('useSessionRevoke', () => {
  it('signs out, without an argument', async () => {
    const portal = await openPortal()
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => ({
      status: useSessionStatus(),
      revoke: useSessionRevoke(),
    }))
    act(() => result.current.revoke.mutate())
    await waitFor(() => expect(result.current.status).toBe('anonymous'))
    await waitFor(() => expect(result.current.revoke.isSuccess).toBe(true))
    expect(requests()).toEqual(['POST /b2b/sessions/revoke'])
  })
})

describe('useSessionAuthenticate', () => {
  it('makes the session longer', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      session: useMemberSession(),
      authenticate: useSessionAuthenticate(),
    }))
    const before = Date.parse(result.current.session?.expires_at ?? '')
    await act(() => result.current.authenticate.mutateAsync({ session_duration_minutes: 120 }))
    const after = Date.parse(result.current.session?.expires_at ?? '')
    expect(after - before).toBeGreaterThan(59 * 60_000)
  })
})

describe('useSessionRevokeForMember', () => {
  it("ends another member's sessions, for one request", async () => {
    const portal = await openPortal()
    const other = await openPortal({ emulator: portal.emulator, persona: 'member' })
    const member_id = other.client.getSnapshot().identity?.memberId ?? ''
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useSessionRevokeForMember())
    await act(() => result.current.mutateAsync({ member_id }))
    expect(requests()).toEqual([`POST /b2b/sessions/revoke/${member_id}`])
    await expect(other.client.session.authenticate()).rejects.toThrow()
    expect(other.client.getSnapshot().status).toBe('anonymous')
  })
})

describe('useSessionExchangeAccessToken, useSessionAttest', () => {
  it('show what the server answers', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      exchange: useSessionExchangeAccessToken(),
      attest: useSessionAttest(),
    }))
    act(() => {
      result.current.exchange.mutate({ access_token: 'no-such-token', session_duration_minutes: 5 })
      result.current.attest.mutate({
        profile_id: 'no-such-profile',
        token: 'no-such-token',
        session_duration_minutes: 5,
      })
    })
    await waitFor(() => expect(result.current.exchange.error).toHaveProperty('error_type'))
    await waitFor(() => expect(result.current.attest.error).toHaveProperty('error_type'))
  })
})
