import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  useMember,
  useOrganizationMembersSearch,
  useSessionStatus,
  useTotpAuthenticate,
  useTotpCreate,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { organization, totpCode, totpSecret } from '../contract/stage.ts'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'
import { expectForgotten, expectRefusal, idsOf, session, stageOf } from './signIns.ts'

const render = (portal: TestPortal) =>
  renderIn(portal, () => ({
    create: useTotpCreate(),
    authenticate: useTotpAuthenticate(),
    member: useMember(),
    status: useSessionStatus(),
  }))

describe('useTotpCreate, useTotpAuthenticate', () => {
  it('register an app, for one request each', async () => {
    const portal = await openPortal()
    const { result } = render(portal)
    const { result: members } = renderIn(portal, () =>
      useOrganizationMembersSearch({ limit: 1000 }, { refetchOnMount: false }),
    )
    await settled(portal)
    const requests = countRequests(portal)
    const ids = idsOf(portal, 'Ada Lovelace')
    await act(() => result.current.create.mutateAsync(ids))
    await waitFor(() => expect(result.current.create.data?.recovery_codes).toHaveLength(10))
    await settled(portal)
    expect(requests()).toEqual(['POST /b2b/totp'])

    const code = totpCode(stageOf(portal), result.current.create.data?.secret ?? '')
    await act(() =>
      result.current.authenticate.mutateAsync({
        ...ids,
        code,
        set_mfa_enrollment: 'enroll',
        set_default_mfa: true,
        ...session,
      }),
    )
    expect(result.current.member).toMatchObject({
      mfa_enrolled: true,
      default_mfa_method: 'totp',
      totp_registration_id: result.current.create.data?.totp_registration_id,
    })
    // Lists have the member in them.
    await waitFor(() =>
      expect(members.current.data?.members).toContainEqual(
        expect.objectContaining({ ...ids, mfa_enrolled: true }),
      ),
    )
  })

  it('leave secret and recovery codes nowhere', async () => {
    const portal = await openPortal()
    const { result, unmount } = render(portal)
    await act(() => result.current.create.mutateAsync(idsOf(portal, 'Ada Lovelace')))
    await waitFor(() => expect(result.current.create.isSuccess).toBe(true))
    const { secret, recovery_codes = [] } = result.current.create.data ?? {}
    await expectForgotten(portal, unmount, secret, ...recovery_codes)
  })

  it('leave them nowhere either when the sign-in itself demands the app', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = render(portal)
    const ids = idsOf(portal, 'Grace Kimani')
    organization(stageOf(portal), 'northwind').mfa_policy = 'REQUIRED_FOR_ALL'
    const { token } = portal.emulator.createMagicLink(ids.member_id)
    await act(() => portal.client.magicLinks.authenticate({ magic_links_token: token, ...session }))
    expect(result.current.status).toBe('intermediate')
    await act(() => result.current.create.mutateAsync(ids))
    await waitFor(() => expect(result.current.create.isSuccess).toBe(true))
    const { secret = '', recovery_codes = [] } = result.current.create.data ?? {}
    const code = totpCode(stageOf(portal), secret)
    await act(() => result.current.authenticate.mutateAsync({ ...ids, code, ...session }))
    expect(result.current.status).toBe('authenticated')
    expect(result.current.member?.name).toBe('Grace Kimani')
    await expectForgotten(portal, () => undefined, secret, ...recovery_codes)
  })

  it('complete a begun sign-in', async () => {
    const portal = await openPortal({ persona: null })
    const { result, unmount } = render(portal)
    const ids = idsOf(portal, 'Dmitri Volkov')
    const { token } = portal.emulator.createMagicLink(ids.member_id)
    await act(() => portal.client.magicLinks.authenticate({ magic_links_token: token, ...session }))
    const code = totpCode(stageOf(portal), totpSecret(stageOf(portal), 'Dmitri Volkov'))
    const wrong = code === '000000' ? '111111' : '000000'
    await expectRefusal(
      result.current.authenticate.mutateAsync({ ...ids, code: wrong, ...session }),
      'unable_to_authenticate_totp',
    )
    expect(result.current.status).toBe('intermediate')
    await act(() => result.current.authenticate.mutateAsync({ ...ids, code, ...session }))
    await waitFor(() => expect(result.current.authenticate.isSuccess).toBe(true))
    expect(result.current.status).toBe('authenticated')
    expect(result.current.member?.name).toBe('Dmitri Volkov')
    await expectForgotten(portal, unmount, result.current.authenticate.data?.session_token)
  })
})
