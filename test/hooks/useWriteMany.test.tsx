import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  organizationMembersMutations,
  SessionChangedError,
  useOrganizationMembersSearch,
  useWriteMany,
} from 'orgportal/hooks'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'

describe('useWriteMany', () => {
  it('asks once for what the screen shows, after fifty writes', async () => {
    const portal = await openPortal({ seed: 'members' })
    const { result } = renderIn(portal, () => ({
      list: useOrganizationMembersSearch({ limit: 100 }),
      other: useOrganizationMembersSearch({ limit: 1 }),
      update: useWriteMany(organizationMembersMutations.update),
    }))
    await settled(portal)
    const shown = result.current.list.data
    const ids = (shown?.members ?? []).slice(0, 10).map(({ member_id }) => member_id)
    expect(ids).toHaveLength(10)
    const requests = countRequests(portal)
    const { update } = result.current
    await act(async () => {
      for (let round = 0; round < 5; round += 1) {
        for (const member_id of ids) await update.send({ member_id, name: `Name ${String(round)}` })
      }
    })
    expect(requests().filter((request) => request.startsWith('PUT'))).toHaveLength(50)
    expect(requests().filter((request) => request.includes('search'))).toEqual([])
    expect(result.current.list.data).toBe(shown)

    act(() => {
      update.settle()
      update.settle()
    })
    await settled(portal)
    // One for each of the two searches on the screen.
    expect(requests().filter((request) => request.includes('search'))).toHaveLength(2)
    expect(result.current.list.data?.members.find((one) => one.member_id === ids[0])?.name).toBe(
      'Name 4',
    )
  })

  it('sends nothing once the session is over', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => useWriteMany(organizationMembersMutations.delete))
    const { send, settle } = result.current
    await act(() => portal.client.session.revoke())
    const requests = countRequests(portal)
    await expect(send('member-1')).rejects.toThrow(SessionChangedError)
    settle()
    expect(requests()).toEqual([])
  })
})
