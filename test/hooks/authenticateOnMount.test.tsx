import { act, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { useAuthenticateByUrl, useMagicLinksAuthenticate, useMember } from 'orgportal/hooks'
import { countRequests, openPortal, renderIn } from './harness.tsx'
import { expectRefusal, session } from './signIns.ts'

const AUTHENTICATE = 'POST /b2b/magic_links/authenticate'

afterEach(() => history.replaceState(null, '', '/'))

/** Runs effects twice. */
const STRICT = { reactStrictMode: true }

describe('useAuthenticateByUrl', () => {
  it('signs in once from an effect', async () => {
    const portal = await openPortal({ persona: null })
    const { token, token_type } = portal.emulator.createMagicLink('people-manager')
    history.replaceState(null, '', `/?stytch_token_type=${token_type}&token=${token}&tab=1`)
    const requests = countRequests(portal)
    const useSignInOnMount = () => {
      const signIn = useAuthenticateByUrl()
      const { mutate } = signIn
      useEffect(() => mutate(session), [mutate])
      return { signIn, member: useMember() }
    }
    const { result } = renderIn(portal, useSignInOnMount, STRICT)
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.signIn.data).toMatchObject({ handled: true })
    expect(result.current.member?.name).toBe('Paul Mbeki')
    expect(requests().filter((request) => request === AUTHENTICATE)).toHaveLength(1)
    expect(location.search).toBe('?tab=1')
  })
})

describe('useMagicLinksAuthenticate', () => {
  it('signs in once from an effect', async () => {
    const portal = await openPortal({ persona: null })
    const { token: magic_links_token } = portal.emulator.createMagicLink('people-manager')
    const requests = countRequests(portal)
    const useSignInOnMount = () => {
      const signIn = useMagicLinksAuthenticate()
      const { mutate } = signIn
      useEffect(() => {
        effects += 1
        mutate({ magic_links_token, ...session })
      }, [mutate])
      return { signIn, member: useMember() }
    }
    let effects = 0
    const { result } = renderIn(portal, useSignInOnMount, STRICT)
    await waitFor(() => expect(result.current.signIn.isPending).toBe(false))
    expect(effects).toBe(2)
    expect(result.current.signIn.error).toBeNull()
    expect(result.current.member?.name).toBe('Paul Mbeki')
    expect(requests().filter((request) => request === AUTHENTICATE)).toHaveLength(1)
  })
})

describe('a sign-in', () => {
  const render = async () => {
    const portal = await openPortal({ persona: null })
    await portal.client.rbac.allPermissions()
    const { result } = renderIn(portal, () => useMagicLinksAuthenticate())
    return { portal, result, requests: countRequests(portal) }
  }
  const withToken = (magic_links_token: string) => ({ magic_links_token, ...session })

  it('is sent once while it is on its way, and its refusal is told to whoever waits', async () => {
    const { result, requests } = await render()
    const both = [1, 2].map(() => result.current.mutateAsync(withToken('made-up')))
    const [first, second] = await act(() => Promise.allSettled(both))
    expect([first?.status, second?.status]).toEqual(['rejected', 'rejected'])
    expect(second).toEqual(first)
    expect(requests()).toEqual([AUTHENTICATE])
  })

  it('is sent again when it was refused before', async () => {
    const { result, requests } = await render()
    const refused = () =>
      expectRefusal(result.current.mutateAsync(withToken('made-up')), 'magic_link_not_found')
    await refused()
    await refused()
    expect(requests()).toEqual([AUTHENTICATE, AUTHENTICATE])
  })

  it('does not stand in for another one', async () => {
    const { portal, result, requests } = await render()
    const { token } = portal.emulator.createMagicLink('people-manager')
    const both = [token, 'made-up'].map((one) => result.current.mutateAsync(withToken(one)))
    const [good, bad] = await act(() => Promise.allSettled(both))
    expect([good?.status, bad?.status]).toEqual(['fulfilled', 'rejected'])
    expect(requests()).toEqual([AUTHENTICATE, AUTHENTICATE])
  })
})
