import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  useImpersonationAuthenticate,
  useMember,
  useMemberSession,
  useSelfGet,
} from 'orgportal/hooks'
import { control, textAt } from '../contract/stage.ts'
import { cachedText, openPortal, renderIn, settled } from './harness.tsx'
import { expectForgotten, expectRefusal, idsOf, stageOf } from './signIns.ts'

describe('useImpersonationAuthenticate', () => {
  it('signs in as somebody else, of whose own there is nothing left in the cache', async () => {
    const portal = await openPortal({ persona: 'auditor' })
    const { result, unmount } = renderIn(portal, () => ({
      impersonate: useImpersonationAuthenticate(),
      member: useMember(),
      self: useSelfGet(),
      session: useMemberSession(),
    }))
    await waitFor(() => expect(result.current.self.data?.name).toBe('Aiko Tanaka'))
    const answer = await control(stageOf(portal), 'POST', '/impersonation-tokens', {
      member_id: idsOf(portal, 'Mia Svensson').member_id,
      impersonator_email_address: 'support@orbit.example',
    })
    const impersonation_token = textAt(answer, 'token')
    await act(() => result.current.impersonate.mutateAsync({ impersonation_token }))
    await waitFor(() => expect(result.current.impersonate.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Mia Svensson')
    expect(result.current.session?.authentication_factors).toContainEqual(
      expect.objectContaining({ type: 'impersonated' }),
    )
    await settled(portal)
    expect(result.current.self.data?.name).toBe('Mia Svensson')
    expect(cachedText(portal).queries).not.toContain('Aiko Tanaka')
    const { data } = result.current.impersonate
    await expectForgotten(portal, unmount, impersonation_token, data?.session_token)
  })

  it('leaves who is signed in alone when the token is refused', async () => {
    const portal = await openPortal({ persona: 'auditor' })
    const { result } = renderIn(portal, () => ({
      impersonate: useImpersonationAuthenticate(),
      member: useMember(),
    }))
    await expectRefusal(
      result.current.impersonate.mutateAsync({ impersonation_token: 'made-up' }),
      'unable_to_auth_impersonation_token',
    )
    expect(result.current.member?.name).toBe('Aiko Tanaka')
  })
})
