import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { isApiError } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import {
  useMember,
  useOrganizationMembersSearch,
  useSelfDeletePassword,
  useSelfGet,
  useSelfStartEmailUpdate,
  useSelfUpdate,
} from 'orgportal/hooks'
import { countRequests, gated, openPortal, renderIn, settled } from './harness.tsx'

describe('useSelfUpdate', () => {
  it('shows the answer wherever the member is, for one request', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      known: useMember(),
      read: useSelfGet(),
      list: useOrganizationMembersSearch(),
      update: useSelfUpdate(),
    }))
    await settled(portal)
    const requests = countRequests(portal)
    await act(() =>
      result.current.update.mutateAsync({ name: 'Ada King', untrusted_metadata: { desk: 12 } }),
    )
    await settled(portal)
    await waitFor(() => {
      const { known, read, list } = result.current
      const listed = list.data?.members.find(({ member_id }) => member_id === known?.member_id)
      for (const member of [known, read.data, listed]) {
        expect(member).toMatchObject({ name: 'Ada King', untrusted_metadata: { desk: 12 } })
      }
    })
    expect(requests()).toEqual(['PUT /b2b/organizations/members/update'])
  })

  it('takes a key of the metadata away that is sent as null', async () => {
    const { emulator, hold, release } = gated(createEmulator(), /update$/)
    const portal = await openPortal({ emulator })
    const { result } = renderIn(portal, () => ({ known: useMember(), update: useSelfUpdate() }))
    await act(() => result.current.update.mutateAsync({ untrusted_metadata: { desk: 12, hat: 1 } }))
    hold()
    act(() => result.current.update.mutate({ untrusted_metadata: { desk: null } }))
    await waitFor(() => expect(result.current.known?.untrusted_metadata).toEqual({ hat: 1 }))
    expect(result.current.update.isPending).toBe(true)
    release()
    await settled(portal)
    expect(result.current.known?.untrusted_metadata).toEqual({ hat: 1 })
  })
})

describe('useSelfDeletePassword', () => {
  it('says that there is none', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => useSelfDeletePassword())
    act(() => result.current.mutate('member-password-test-unknown'))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(isApiError(result.current.error) && result.current.error.error_type).toBe(
      'member_password_not_found',
    )
  })
})

describe('useSelfStartEmailUpdate', () => {
  it('mails to the new address, and changes nothing yet', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      known: useMember(),
      start: useSelfStartEmailUpdate(),
    }))
    const before = result.current.known?.email_address
    await act(() => result.current.start.mutateAsync({ email_address: 'ada@northwind.example' }))
    expect(portal.emulator.inbox.at(-1)?.to).toBe('ada@northwind.example')
    expect(result.current.known?.email_address).toBe(before)
  })
})
