import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  selfQueries,
  useDiscoveryOrganizationsList,
  useMember,
  useOrganizationMembersSearch,
  usePasswordsAuthenticate,
  usePasswordsDiscoveryAuthenticate,
  usePasswordsDiscoveryResetByEmail,
  usePasswordsDiscoveryResetByEmailStart,
  usePasswordsResetByEmail,
  usePasswordsResetByEmailStart,
  usePasswordsResetByExistingPassword,
  usePasswordsResetBySession,
  usePasswordsStrengthCheck,
  useSessionStatus,
} from 'orgportal/hooks'
import { linkToken } from '../contract/stage.ts'
import { cachedText, countRequests, openPortal, renderIn, settled } from './harness.tsx'
import { expectForgotten, expectRefusal, MIA, northwindIn, session, stageOf } from './signIns.ts'

const PASSWORD = 'walrus-ferry-quilt-94'
const OTHER = 'heron-lantern-mosaic-61'

describe('usePasswordsResetByEmailStart, usePasswordsResetByEmail', () => {
  it('mail a link, set the password, and sign in', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      forgot: usePasswordsResetByEmailStart(),
      reset: usePasswordsResetByEmail(),
      member: useMember(),
    }))
    const organization_id = northwindIn(portal)
    await act(() => result.current.forgot.mutateAsync({ organization_id, email_address: MIA }))
    const password_reset_token = linkToken(stageOf(portal), MIA)
    await expectRefusal(
      result.current.reset.mutateAsync({ password_reset_token, password: 'qx7', ...session }),
      'weak_password',
    )
    await act(() =>
      result.current.reset.mutateAsync({ password_reset_token, password: PASSWORD, ...session }),
    )
    await waitFor(() => expect(result.current.reset.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Mia Svensson')
    expect(result.current.member?.member_password_id).not.toBe('')
    await expectForgotten(portal, unmount, PASSWORD, password_reset_token)
  })
})

/** Mia, who has a password from now on and is signed in nowhere. */
async function openWithPassword() {
  const portal = await openPortal({ persona: 'member' })
  await portal.client.passwords.resetBySession({ password: PASSWORD })
  await portal.client.session.revoke()
  return { portal, credentials: { organization_id: northwindIn(portal), email_address: MIA } }
}

describe('usePasswordsAuthenticate', () => {
  it('signs in, and leaves the password nowhere', async () => {
    const { portal, credentials } = await openWithPassword()
    const { result, unmount } = renderIn(portal, () => ({
      signIn: usePasswordsAuthenticate(),
      member: useMember(),
    }))
    await expectRefusal(
      result.current.signIn.mutateAsync({ ...credentials, password: 'not-it-at-all', ...session }),
      'unauthorized_credentials',
    )
    expect(result.current.member).toBeNull()
    await act(() =>
      result.current.signIn.mutateAsync({ ...credentials, password: PASSWORD, ...session }),
    )
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Mia Svensson')
    await expectForgotten(portal, unmount, PASSWORD, result.current.signIn.data?.session_token)
  })

  it('forgets a refused password too', async () => {
    const { portal, credentials } = await openWithPassword()
    const { result, unmount } = renderIn(portal, () => usePasswordsAuthenticate())
    act(() => result.current.mutate({ ...credentials, password: 'not-it-at-all', ...session }))
    await waitFor(() => expect(result.current.isError).toBe(true))
    await expectForgotten(portal, unmount, 'not-it-at-all')
  })
})

describe('usePasswordsResetByExistingPassword', () => {
  it('sets the new one, and signs in', async () => {
    const { portal, credentials } = await openWithPassword()
    const { result, unmount } = renderIn(portal, () => ({
      change: usePasswordsResetByExistingPassword(),
      status: useSessionStatus(),
    }))
    await act(() =>
      result.current.change.mutateAsync({
        ...credentials,
        existing_password: PASSWORD,
        new_password: OTHER,
        ...session,
      }),
    )
    await waitFor(() => expect(result.current.change.isSuccess).toBe(true))
    expect(result.current.status).toBe('authenticated')
    await expectForgotten(portal, unmount, PASSWORD, OTHER)
  })
})

describe('usePasswordsResetBySession', () => {
  it('sets a password for one request, and shows everywhere that there is one', async () => {
    const portal = await openPortal({ persona: 'admin' })
    const { result, unmount } = renderIn(portal, () => ({
      change: usePasswordsResetBySession(),
      member: useMember(),
      members: useOrganizationMembersSearch({ limit: 1000 }),
    }))
    await portal.queryClient.query(selfQueries.get(portal.client))
    await settled(portal)
    expect(result.current.member?.member_password_id).toBe('')
    const requests = countRequests(portal)
    await act(() => result.current.change.mutateAsync({ password: PASSWORD }))
    await settled(portal)
    const passwordId = result.current.member?.member_password_id
    expect(passwordId).toMatch(/./)
    expect(portal.queryClient.getQueryData(selfQueries.get(portal.client).queryKey)).toMatchObject({
      member_password_id: passwordId,
    })
    expect(result.current.members.data?.members).toContainEqual(
      expect.objectContaining({ member_password_id: passwordId }),
    )
    expect(requests()).toEqual([
      'POST /b2b/passwords/session/reset',
      'POST /b2b/organizations/me/members/search',
    ])
    await expectForgotten(portal, unmount, PASSWORD)
  })

  it('is refused to who has signed in too long ago', async () => {
    const portal = await openPortal({ persona: 'member' })
    portal.emulator.clock.advance(6 * 60_000)
    const { result } = renderIn(portal, () => usePasswordsResetBySession())
    await expectRefusal(
      result.current.mutateAsync({ password: PASSWORD }),
      'session_too_old_to_reset_password',
    )
  })
})

describe('usePasswordsStrengthCheck', () => {
  it('judges a password while it is typed, and keeps the newest only while it is shown', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => usePasswordsStrengthCheck())
    await act(() => result.current.mutateAsync({ password: 'mia.svensson1', email_address: MIA }))
    await waitFor(() => expect(result.current.data?.valid_password).toBe(false))
    await act(() => result.current.mutateAsync({ password: PASSWORD, email_address: MIA }))
    await waitFor(() => expect(result.current.data?.valid_password).toBe(true))
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain('mia.svensson1'))
    await expectForgotten(portal, unmount, PASSWORD)
  })
})

describe('usePasswordsDiscoveryResetByEmail, usePasswordsDiscoveryAuthenticate', () => {
  it('set a password for all organizations, and sign in by it', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = renderIn(portal, () => ({
      forgot: usePasswordsDiscoveryResetByEmailStart(),
      reset: usePasswordsDiscoveryResetByEmail(),
      discover: usePasswordsDiscoveryAuthenticate(),
      list: useDiscoveryOrganizationsList(),
      status: useSessionStatus(),
    }))
    await act(() => result.current.forgot.mutateAsync({ email_address: MIA }))
    const password_reset_token = linkToken(stageOf(portal), MIA)
    await act(() => result.current.reset.mutateAsync({ password_reset_token, password: PASSWORD }))
    await waitFor(() => expect(result.current.reset.isSuccess).toBe(true))
    expect(result.current.status).toBe('intermediate')
    await act(() => result.current.discover.mutateAsync({ email_address: MIA, password: PASSWORD }))
    await waitFor(() => expect(result.current.discover.isSuccess).toBe(true))
    await waitFor(() => expect(result.current.list.data?.email_address).toBe(MIA))
    const { data } = result.current.discover
    expect(data?.discovered_organizations).toHaveLength(1)
    await expectForgotten(
      portal,
      unmount,
      PASSWORD,
      password_reset_token,
      data?.intermediate_session_token,
    )
  })
})
