import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  useMember,
  useRecoveryCodesGet,
  useRecoveryCodesRecover,
  useRecoveryCodesRotate,
  useSessionStatus,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { totpCode } from '../contract/stage.ts'
import { cachedText, countRequests, openPortal, renderIn } from './harness.tsx'
import { expectForgotten, expectRefusal, idsOf, session, stageOf } from './signIns.ts'

/** Ada, who has an authenticator app, and the recovery codes that came with it. */
async function openWithCodes() {
  const portal = await openPortal()
  const ids = idsOf(portal, 'Ada Lovelace')
  const { secret, recovery_codes } = await portal.client.totp.create(ids)
  const code = totpCode(stageOf(portal), secret)
  const enroll = { set_mfa_enrollment: 'enroll' as const }
  await portal.client.totp.authenticate({ ...ids, code, ...enroll, ...session })
  return { portal, ids, codes: recovery_codes }
}

const render = (portal: TestPortal) =>
  renderIn(portal, () => ({
    get: useRecoveryCodesGet(),
    rotate: useRecoveryCodesRotate(),
    recover: useRecoveryCodesRecover(),
    member: useMember(),
    status: useSessionStatus(),
  }))

describe('useRecoveryCodesGet', () => {
  it('shows the codes when asked, and leaves them nowhere', async () => {
    const { portal, codes } = await openWithCodes()
    const { result, unmount } = render(portal)
    const requests = countRequests(portal)
    act(() => result.current.get.mutate())
    await waitFor(() => expect(result.current.get.data?.recovery_codes).toEqual(codes))
    expect(requests()).toEqual(['GET /b2b/recovery_codes'])
    await expectForgotten(portal, unmount, ...codes)
  })

  it('is done with them at once when it is reset', async () => {
    const { portal, codes } = await openWithCodes()
    const { result } = render(portal)
    await act(() => result.current.get.mutateAsync())
    act(() => result.current.get.reset())
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain(codes[0]))
    expect(result.current.get.data).toBeUndefined()
  })

  it('says that there are none without an app', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = render(portal)
    await expectRefusal(result.current.get.mutateAsync(), 'recovery_codes_not_found')
  })
})

describe('useRecoveryCodesRotate', () => {
  it('gives new codes, and the old ones are void', async () => {
    const { portal, codes } = await openWithCodes()
    const { result, unmount } = render(portal)
    act(() => result.current.rotate.mutate())
    await waitFor(() => expect(result.current.rotate.isSuccess).toBe(true))
    const now = result.current.rotate.data?.recovery_codes ?? []
    expect(now).toHaveLength(10)
    expect(now).not.toContain(codes[0])
    await act(() => result.current.get.mutateAsync())
    await waitFor(() => expect(result.current.get.data?.recovery_codes).toEqual(now))
    await expectForgotten(portal, unmount, ...now)
  })
})

describe('useRecoveryCodesRecover', () => {
  it('completes a begun sign-in, once per code', async () => {
    const { portal, ids, codes } = await openWithCodes()
    await portal.client.session.revoke()
    const { token } = portal.emulator.createMagicLink(ids.member_id)
    await portal.client.magicLinks.authenticate({ magic_links_token: token, ...session })
    const { result, unmount } = render(portal)
    expect(result.current.status).toBe('intermediate')
    await expectRefusal(
      result.current.recover.mutateAsync({ ...ids, recovery_code: 'aaaa-bbbb-cccc', ...session }),
      'unable_to_authenticate_recovery_code',
    )
    const [recovery_code = ''] = codes
    await act(() => result.current.recover.mutateAsync({ ...ids, recovery_code, ...session }))
    await waitFor(() => expect(result.current.recover.data?.recovery_codes_remaining).toBe(9))
    expect(result.current.status).toBe('authenticated')
    expect(result.current.member?.name).toBe('Ada Lovelace')
    await expectForgotten(portal, unmount, recovery_code)
  })
})
