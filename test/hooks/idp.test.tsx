import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OAuthAuthorizeParams } from 'orgportal/client'
import {
  idpQueries,
  useIdpOauthAuthorizeStart,
  useIdpOauthAuthorizeSubmit,
  useIdpOauthLogoutStart,
  useSelfConnectedApps,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { countRequests, openPortal, renderIn, settled } from './harness.tsx'
import { expectForgotten, expectRefusal } from './signIns.ts'

/** What a seeded app of another company asks for. */
function paramsIn({ emulator }: TestPortal, type = 'third_party'): OAuthAuthorizeParams {
  const app = Object.values(emulator.data.connected_apps).find(
    ({ client_type }) => client_type === type,
  )
  return {
    client_id: app?.connected_app_id ?? '',
    redirect_uri: app?.redirect_urls[0] ?? '',
    response_type: 'code',
    scopes: ['openid', 'email', 'profile'],
  }
}

const render = (portal: TestPortal, params = paramsIn(portal)) =>
  renderIn(portal, () => ({
    request: useIdpOauthAuthorizeStart(params),
    apps: useSelfConnectedApps(),
    submit: useIdpOauthAuthorizeSubmit(),
    logout: useIdpOauthLogoutStart(),
  }))

describe('useIdpOauthAuthorizeStart', () => {
  it('says who asks for what, without repeating the member', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = render(portal)
    await waitFor(() => expect(result.current.request.isSuccess).toBe(true))
    const { client, scope_results, ...others } = result.current.request.data ?? {}
    expect(client?.client_id).toBe(paramsIn(portal).client_id)
    expect(scope_results?.map(({ scope }) => scope)).toEqual(paramsIn(portal).scopes)
    expect(others).toEqual({ consent_required: true })
  })

  it('shows why an app may not ask', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = render(portal, { ...paramsIn(portal), client_id: 'no-such-app' })
    await waitFor(() => expect(result.current.request.isError).toBe(true))
    expect(result.current.request.error).toHaveProperty('error_type', 'connected_app_not_found')
  })
})

describe('useIdpOauthAuthorizeSubmit', () => {
  it('leads back to the app, and what the member has allowed is read again', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result, unmount } = render(portal)
    await settled(portal)
    const before = result.current.apps.data ?? []
    expect(before.map(({ connected_app_id }) => connected_app_id)).not.toContain(
      paramsIn(portal).client_id,
    )
    const params = paramsIn(portal)
    const others = idpQueries.oauthAuthorizeStart(
      portal.client,
      paramsIn(portal, 'third_party_public'),
    )
    await portal.queryClient.query(others)
    const requests = countRequests(portal)
    await act(() => result.current.submit.mutateAsync({ ...params, consent_granted: true }))
    await waitFor(() => expect(result.current.apps.data).toHaveLength(before.length + 1))
    await waitFor(() => expect(result.current.request.data?.consent_required).toBe(false))
    await settled(portal)
    expect(requests().toSorted()).toEqual([
      'GET /b2b/organizations/members/connected_apps',
      'POST /idp/b2b/oauth/authorize/start',
      'POST /idp/b2b/oauth/authorize/submit',
    ])
    expect(portal.queryClient.getQueryState(others.queryKey)?.isInvalidated).toBe(false)
    const { data } = result.current.submit
    expect(data?.redirect_uri).toContain(params.redirect_uri)
    await expectForgotten(portal, unmount, data?.authorization_code)
  })

  it('leads back to the app with a refusal too', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = render(portal)
    const answer = { ...paramsIn(portal), consent_granted: false }
    await act(() => result.current.submit.mutateAsync(answer))
    await waitFor(() => expect(result.current.submit.data?.redirect_uri).toContain('access_denied'))
  })
})

describe('useIdpOauthLogoutStart', () => {
  it('leads back to an address of the app, and to no other', async () => {
    const portal = await openPortal({ persona: 'member' })
    const { result } = render(portal)
    const { client_id } = paramsIn(portal)
    const app = portal.emulator.data.connected_apps[client_id]
    const post_logout_redirect_uri = app?.post_logout_redirect_urls[0] ?? ''
    const input = { client_id, post_logout_redirect_uri }
    await act(() => result.current.logout.mutateAsync(input))
    await waitFor(() =>
      expect(result.current.logout.data).toMatchObject({
        redirect_uri: post_logout_redirect_uri,
        consent_required: true,
      }),
    )
    await expectRefusal(
      result.current.logout.mutateAsync({
        ...input,
        post_logout_redirect_uri: 'https://elsewhere.example/',
      }),
      'connected_app_invalid_redirect_url',
    )
  })
})
