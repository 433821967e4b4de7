import { waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useOrganizationMember, useOrganizationMembersSearch } from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'

/** Somebody other than the one who is signed in. */
function somebody({ emulator, client }: TestPortal) {
  const own = client.getSnapshot().member?.member_id
  const found = Object.values(emulator.data.members).find(({ member_id }) => member_id !== own)
  if (!found) throw new Error('There is nobody else.')
  return found
}

describe('useOrganizationMember', () => {
  it('shows what a list knows at once, and then the answer', async () => {
    const portal = await openPortal()
    const list = renderIn(portal, () => useOrganizationMembersSearch({ limit: 5 }))
    await settled(portal)
    const known = list.result.current.data?.members[3]
    const member = portal.emulator.data.members[known?.member_id ?? '']
    if (member) member.name = 'Changed elsewhere'

    const { result } = renderIn(portal, () => useOrganizationMember(known?.member_id ?? ''))
    expect(result.current.data).toBe(known)
    expect(result.current.isPlaceholderData).toBe(true)
    await waitFor(() => expect(result.current.data?.name).toBe('Changed elsewhere'))
    expect(result.current.isPlaceholderData).toBe(false)
  })

  it('asks once where no list knows the member, who may be deactivated', async () => {
    const portal = await openPortal()
    const member = somebody(portal)
    member.status = 'deleted'
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useOrganizationMember(member.member_id))
    expect(result.current.data).toBeUndefined()
    await waitFor(() => expect(result.current.data?.status).toBe('deleted'))
    expect(requests()).toEqual(['POST /b2b/organizations/me/members/search'])
  })

  it('is null where there is no such member', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => useOrganizationMember('member-test-nobody'))
    await waitFor(() => expect(result.current.data).toBeNull())
  })
})
