import { QueryClientProvider } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createB2BClient,
  createMemoryStorage,
  isUsageError,
  type B2BClientOptions,
} from 'orgportal/client'
import * as hooks from 'orgportal/hooks'
import {
  OrgportalProvider,
  useDiscoveryOrganizationsList,
  useMember,
  useOauthAuthenticate,
  useOauthDiscoveryAuthenticate,
  useOauthGithubDiscoveryStart,
  useOauthGithubStart,
  useOauthGoogleDiscoveryStart,
  useOauthGoogleOneTapClientId,
  useOauthGoogleOneTapDiscoveryStart,
  useOauthGoogleOneTapStart,
  useOauthGoogleStart,
  useOauthHubspotDiscoveryStart,
  useOauthHubspotStart,
  useOauthMicrosoftDiscoveryStart,
  useOauthMicrosoftStart,
  useOauthSlackDiscoveryStart,
  useOauthSlackStart,
  useSessionStatus,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { tap } from '../contract/clientCalls.ts'
import { passProvider } from '../contract/provider.ts'
import { countRequests, openPortal, renderIn } from './harness.tsx'
import { expectForgotten, expectRefusal, northwindIn, session } from './signIns.ts'

const REDIRECT = 'http://localhost:3000/authenticate'
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A portal whose page is never left: `left` are the addresses that it would have gone to. */
async function openLeaving(options: B2BClientOptions = {}) {
  const portal = await openPortal({ persona: null })
  const { emulator, queryClient } = portal
  const left: string[] = []
  let comeBack = () => {}
  const client = createB2BClient(emulator.publicToken, {
    baseUrl: emulator.baseUrl,
    fetch: emulator.fetch,
    storage: createMemoryStorage(),
    navigate: (url) => {
      left.push(url)
      return new Promise((resolve) => {
        comeBack = resolve
      })
    },
    ...options,
  })
  stops.push(client.dispose)
  const leaving: TestPortal = {
    ...portal,
    client,
    Provider: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <OrgportalProvider client={client}>{children}</OrgportalProvider>
      </QueryClientProvider>
    ),
  }
  return { portal: leaving, left, comeBack: () => comeBack() }
}

/** The token that somebody comes back with from where the page has gone. */
async function returnedToken(portal: TestPortal, address: string, person: string) {
  const url = await passProvider(portal, address, { person })
  return url.searchParams.get('token') ?? ''
}

describe('useOauthGoogleStart', () => {
  it('is pending until the page is gone, and settled if it comes back', async () => {
    const { portal, left, comeBack } = await openLeaving()
    const { result } = renderIn(portal, () => useOauthGoogleStart())
    act(() => result.current.mutate({ organization_id: northwindIn(portal) }))
    await waitFor(() => expect(left).toHaveLength(1))
    expect(result.current.isPending).toBe(true)
    act(comeBack)
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
  })

  it('goes nowhere without an organization, and says so', async () => {
    const { portal, left } = await openLeaving()
    const { result } = renderIn(portal, () => useOauthGoogleStart())
    // @ts-expect-error neither an id nor a slug
    act(() => result.current.mutate({}))
    await waitFor(() => expect(result.current.isError).toBe(true))
    expect(isUsageError(result.current.error)).toBe(true)
    expect(left).toEqual([])
  })
})

describe('the starts of OAuth', () => {
  it('leave for their own provider, with what the caller asks for', async () => {
    const { portal, left } = await openLeaving()
    const { result } = renderIn(portal, () => ({
      google: useOauthGoogleStart(),
      microsoft: useOauthMicrosoftStart(),
      hubspot: useOauthHubspotStart(),
      slack: useOauthSlackStart(),
      github: useOauthGithubStart(),
    }))
    const input = { organization_slug: 'northwind', custom_scopes: ['calendar', 'mail'] }
    for (const [provider, start] of Object.entries(result.current)) {
      act(() => start.mutate(input))
      await waitFor(() => expect(left.at(-1)).toContain(`/oauth/${provider}/start?`))
      const { searchParams } = new URL(left.at(-1) ?? '')
      expect(searchParams.get('slug')).toBe('northwind')
      expect(searchParams.get('custom_scopes')).toBe('calendar mail')
    }
  })

  it('leave without an organization too, and need no argument then', async () => {
    const { portal, left } = await openLeaving()
    const { result } = renderIn(portal, () => ({
      google: useOauthGoogleDiscoveryStart(),
      microsoft: useOauthMicrosoftDiscoveryStart(),
      hubspot: useOauthHubspotDiscoveryStart(),
      slack: useOauthSlackDiscoveryStart(),
      github: useOauthGithubDiscoveryStart(),
    }))
    for (const [provider, start] of Object.entries(result.current)) {
      act(() => start.mutate())
      await waitFor(() => expect(left.at(-1)).toContain(`/oauth/${provider}/discovery/start?`))
    }
  })

  it.each(['google', 'microsoft', 'hubspot', 'slack', 'github'])(
    'have keys of their own: %s',
    async (provider) => {
      const { portal } = await openLeaving()
      const keys = Object.entries(hooks).flatMap(([name, mutations]) =>
        new RegExp(`^oauth${provider}(Discovery)?Mutations$`, 'i').test(name) &&
        typeof mutations === 'object' &&
        'start' in mutations
          ? [mutations.start(portal.client).mutationKey.slice(4)]
          : [],
      )
      expect(keys).toHaveLength(2)
      expect(keys).toContainEqual([`oauth.${provider}`, 'start'])
      expect(keys).toContainEqual([`oauth.${provider}.discovery`, 'start'])
    },
  )
})

describe('useOauthAuthenticate', () => {
  it('signs in who comes back from the provider', async () => {
    const { portal, left } = await openLeaving()
    const { result, unmount } = renderIn(portal, () => ({
      start: useOauthGoogleStart(),
      signIn: useOauthAuthenticate(),
      member: useMember(),
    }))
    act(() =>
      result.current.start.mutate({
        organization_id: northwindIn(portal),
        login_redirect_url: REDIRECT,
        signup_redirect_url: REDIRECT,
      }),
    )
    await waitFor(() => expect(left).toHaveLength(1))
    const oauth_token = await returnedToken(portal, left[0] ?? '', 'Mia Svensson')
    await act(() => result.current.signIn.mutateAsync({ oauth_token, ...session }))
    await waitFor(() => expect(result.current.signIn.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Mia Svensson')
    const { data } = result.current.signIn
    await expectForgotten(
      portal,
      unmount,
      oauth_token,
      data?.session_token,
      data?.provider_values.access_token,
    )
  })

  it('shows why a token is refused', async () => {
    const { portal } = await openLeaving()
    const { result } = renderIn(portal, () => useOauthAuthenticate())
    await expectRefusal(
      result.current.mutateAsync({ oauth_token: 'made-up', ...session }),
      'oauth_token_not_found',
    )
  })
})

describe('useOauthDiscoveryAuthenticate', () => {
  it('proves the address of who comes back from the provider', async () => {
    const { portal, left } = await openLeaving()
    const { result, unmount } = renderIn(portal, () => ({
      start: useOauthSlackDiscoveryStart(),
      discover: useOauthDiscoveryAuthenticate(),
      list: useDiscoveryOrganizationsList(),
      status: useSessionStatus(),
    }))
    act(() => result.current.start.mutate({ discovery_redirect_url: REDIRECT }))
    await waitFor(() => expect(left).toHaveLength(1))
    const discovery_oauth_token = await returnedToken(portal, left[0] ?? '', 'Mia Svensson')
    await act(() => result.current.discover.mutateAsync({ discovery_oauth_token }))
    await waitFor(() => expect(result.current.discover.isSuccess).toBe(true))
    expect(result.current.status).toBe('intermediate')
    await waitFor(() => expect(result.current.list.data?.discovered_organizations).toHaveLength(1))
    const { data } = result.current.discover
    await expectForgotten(portal, unmount, discovery_oauth_token, data?.intermediate_session_token)
  })
})

describe('useOauthGoogleOneTapStart, useOauthGoogleOneTapDiscoveryStart', () => {
  const render = (portal: TestPortal) =>
    renderIn(portal, () => ({
      start: useOauthGoogleOneTapStart(),
      discovery: useOauthGoogleOneTapDiscoveryStart(),
    }))

  it('say what became of the prompt', async () => {
    const skipped = { success: false, reason: 'skipped' } as const
    const { portal } = await openLeaving({ googleOneTap: () => Promise.resolve(skipped) })
    const { result } = render(portal)
    const organization_id = northwindIn(portal)
    await act(() => result.current.start.mutateAsync({ organization_id }))
    await act(() => result.current.discovery.mutateAsync())
    await waitFor(() => expect(result.current.start.data).toEqual(skipped))
    await waitFor(() => expect(result.current.discovery.data).toEqual(skipped))
  })

  it('show why a chosen account is refused', async () => {
    const { portal, left } = await openLeaving({ googleOneTap: tap })
    const { result } = render(portal)
    act(() => result.current.start.mutate({ organization_id: northwindIn(portal) }))
    await waitFor(() => expect(result.current.start.error).toHaveProperty('error_type'))
    expect(left).toEqual([])
  })
})

describe('useOauthGoogleOneTapClientId', () => {
  it('is asked once, by anybody, and stays through a sign-in', async () => {
    const { portal } = await openLeaving()
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useOauthGoogleOneTapClientId())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(result.current.data).toMatch(/./)
    const { token } = portal.emulator.createMagicLink('member')
    await act(() => portal.client.magicLinks.authenticate({ magic_links_token: token, ...session }))
    expect(result.current.isSuccess).toBe(true)
    expect(requests().filter((request) => request.includes('onetap'))).toHaveLength(1)
  })
})
