import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  useMember,
  useOrganizationMembersSearch,
  useOtpsEmailAuthenticate,
  useOtpsEmailDiscoveryAuthenticate,
  useOtpsEmailDiscoverySend,
  useOtpsEmailLoginOrSignup,
  useOtpsSmsAuthenticate,
  useOtpsSmsSend,
  useSessionStatus,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { code as codeIn, member, otherCode } from '../contract/stage.ts'
import { openPortal, renderIn, settled } from './harness.tsx'
import {
  expectForgotten,
  expectRefusal,
  idsOf,
  MIA,
  northwindIn,
  session,
  stageOf,
} from './signIns.ts'

const NUMBER = '+4915112345678'

describe('useOtpsEmailLoginOrSignup, useOtpsEmailAuthenticate', () => {
  it('mail a code, and sign in by it', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      ask: useOtpsEmailLoginOrSignup(),
      signIn: useOtpsEmailAuthenticate(),
      member: useMember(),
    }))
    const whom = { email_address: MIA, organization_id: northwindIn(portal) }
    await act(() => result.current.ask.mutateAsync(whom))
    const code = codeIn(stageOf(portal), MIA)
    await expectRefusal(
      result.current.signIn.mutateAsync({ ...whom, code: otherCode(code), ...session }),
      'otp_code_not_found',
    )
    await waitFor(() => expect(result.current.signIn.isError).toBe(true))
    await act(() => result.current.signIn.mutateAsync({ ...whom, code, ...session }))
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Mia Svensson')
    await expectForgotten(portal, unmount, code, result.current.signIn.data?.session_jwt)
  })

  it('make a member of who may join, whom lists then show', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      ask: useOtpsEmailLoginOrSignup(),
      members: useOrganizationMembersSearch({ limit: 1000 }),
    }))
    await settled(portal)
    const email_address = 'zoe@northwind.example'
    const organization_id = northwindIn(portal)
    await act(() => result.current.ask.mutateAsync({ email_address, organization_id }))
    await waitFor(() =>
      expect(result.current.members.data?.members).toContainEqual(
        expect.objectContaining({ email_address, status: 'pending' }),
      ),
    )
  })
})

describe('useOtpsEmailDiscoverySend, useOtpsEmailDiscoveryAuthenticate', () => {
  it('prove an address, and give the organizations of its owner', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      ask: useOtpsEmailDiscoverySend(),
      discover: useOtpsEmailDiscoveryAuthenticate(),
      status: useSessionStatus(),
    }))
    await act(() => result.current.ask.mutateAsync({ email_address: MIA }))
    const code = codeIn(stageOf(portal), MIA)
    await act(() => result.current.discover.mutateAsync({ code, email_address: MIA }))
    await waitFor(() => expect(result.current.discover.isSuccess).toBe(true))
    expect(result.current.status).toBe('intermediate')
    const { data } = result.current.discover
    expect(data?.discovered_organizations).toHaveLength(1)
    await expectForgotten(portal, unmount, code, data?.intermediate_session_token)
  })
})

describe('useOtpsSmsSend, useOtpsSmsAuthenticate', () => {
  const render = (portal: TestPortal) =>
    renderIn(portal, () => ({
      send: useOtpsSmsSend(),
      authenticate: useOtpsSmsAuthenticate(),
      member: useMember(),
      members: useOrganizationMembersSearch({ limit: 1000 }),
      status: useSessionStatus(),
    }))

  it('add a phone to the member who is signed in', async () => {
    const portal = await openPortal()
    const { result } = render(portal)
    await settled(portal)
    const ids = idsOf(portal, 'Ada Lovelace')
    await act(() => result.current.send.mutateAsync({ ...ids, mfa_phone_number: NUMBER }))
    expect(result.current.member).toMatchObject({
      mfa_phone_number: NUMBER,
      mfa_phone_number_verified: false,
    })
    await act(() =>
      result.current.authenticate.mutateAsync({
        ...ids,
        code: codeIn(stageOf(portal), NUMBER),
        ...session,
        set_mfa_enrollment: 'enroll',
      }),
    )
    const verified = { mfa_phone_number: NUMBER, mfa_phone_number_verified: true }
    expect(result.current.member).toMatchObject({ ...verified, mfa_enrolled: true })
    await waitFor(() =>
      expect(result.current.members.data?.members).toContainEqual(
        expect.objectContaining({ member_id: ids.member_id, ...verified }),
      ),
    )
  })

  it('leave the own record alone where the number is of somebody else', async () => {
    const portal = await openPortal()
    const { result } = render(portal)
    const before = result.current.member
    const ids = idsOf(portal, 'Mia Svensson')
    await expectRefusal(
      result.current.send.mutateAsync({ ...ids, mfa_phone_number: '12' }),
      'invalid_phone_number',
    )
    await act(() =>
      result.current.send.mutateAsync({ ...ids, mfa_phone_number: NUMBER }).catch(() => undefined),
    )
    expect(result.current.member).toBe(before)
  })

  it('complete a begun sign-in', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = render(portal)
    const ids = idsOf(portal, 'Jonas Lindqvist')
    member(stageOf(portal), 'Jonas Lindqvist').mfa_enrolled = true
    const { token } = portal.emulator.createMagicLink(ids.member_id)
    await act(() => portal.client.magicLinks.authenticate({ magic_links_token: token, ...session }))
    expect(result.current.status).toBe('intermediate')
    await act(() => result.current.send.mutateAsync(ids))
    const code = codeIn(stageOf(portal), '+46701740605')
    await act(() => result.current.authenticate.mutateAsync({ ...ids, code, ...session }))
    await waitFor(() => expect(result.current.authenticate.isSuccess).toBe(true))
    expect(result.current.status).toBe('authenticated')
    expect(result.current.member?.name).toBe('Jonas Lindqvist')
    await expectForgotten(portal, unmount, code, result.current.authenticate.data?.session_token)
  })
})
