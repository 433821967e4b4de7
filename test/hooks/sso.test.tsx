import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import {
  OrgportalProvider,
  useMember,
  useOrganization,
  useSessionStatus,
  useSsoAuthenticate,
  useSsoConnections,
  useSsoDeleteConnection,
  useSsoDiscoverConnections,
  useSsoOidcCreateConnection,
  useSsoOidcUpdateConnection,
  useSsoSamlUpdateConnection,
  useSsoStart,
} from 'orgportal/hooks'
import { PRIVATE_KEY } from '../contract/certificate.ts'
import { passProvider } from '../contract/provider.ts'
import { cachedText, countRequests, openPortal, renderIn, settled } from './harness.tsx'

const SECRET = 'a-client-secret-that-nobody-may-keep'

describe('useSsoConnections', () => {
  it('gives the connections of all kinds', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => useSsoConnections())
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(result.current.data?.saml_connections.map((one) => one.display_name)).toEqual([
      'Northwind Okta',
    ])
  })
})

describe('useSsoDiscoverConnections', () => {
  it('asks without a session', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = renderIn(portal, () =>
      useSsoDiscoverConnections('bruno.costa@northwind.example'),
    )
    await waitFor(() => expect(result.current.isSuccess).toBe(true))
    expect(result.current.data?.map((one) => one.display_name)).toEqual(['Northwind Okta'])
  })
})

describe('useSsoOidcUpdateConnection', () => {
  async function configured() {
    const portal = await openPortal()
    const view = renderIn(portal, () => ({
      connections: useSsoConnections(),
      organization: useOrganization(),
      create: useSsoOidcCreateConnection(),
      update: useSsoOidcUpdateConnection(),
      remove: useSsoDeleteConnection(),
    }))
    await settled(portal)
    const requests = countRequests(portal)
    const { connection } = await act(() =>
      view.result.current.create.mutateAsync({ display_name: 'Entra' }),
    )
    const { connection_id } = connection
    const issuer = `${portal.emulator.baseUrl}/idp/oidc/microsoft-entra`
    await act(() =>
      view.result.current.update.mutateAsync({
        connection_id,
        issuer,
        client_id: 'client-1',
        client_secret: SECRET,
        authorization_url: `${issuer}/authorize`,
        token_url: `${issuer}/token`,
        userinfo_url: `${issuer}/userinfo`,
        jwks_url: `${issuer}/jwks`,
      }),
    )
    return { portal, connection_id, requests, ...view }
  }

  it('shows the connection, and that it is active, also in the organization', async () => {
    const { result, connection_id, requests } = await configured()
    await waitFor(() => {
      const [connection] = result.current.connections.data?.oidc_connections ?? []
      expect(connection).toMatchObject({ connection_id, status: 'active', has_client_secret: true })
    })
    expect(result.current.organization?.sso_active_connections.at(-1)).toEqual({
      connection_id,
      display_name: 'Entra',
      identity_provider: 'generic',
    })
    expect(requests()).toEqual(['POST /b2b/sso/oidc', `PUT /b2b/sso/oidc/${connection_id}`])
  })

  it('leaves the client secret nowhere', async () => {
    const { portal, result } = await configured()
    await act(() => result.current.connections.refetch())
    expect(cachedText(portal).queries).not.toContain(SECRET)
    act(() => result.current.update.reset())
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain(SECRET))
  })

  it('is undone by useSsoDeleteConnection, for one request', async () => {
    const { portal, result, connection_id } = await configured()
    const requests = countRequests(portal)
    await act(() => result.current.remove.mutateAsync(connection_id))
    await settled(portal)
    await waitFor(() => expect(result.current.connections.data?.oidc_connections).toEqual([]))
    const active = result.current.organization?.sso_active_connections
    expect(active?.map((one) => one.display_name)).toEqual(['Northwind Okta'])
    expect(requests()).toEqual([`DELETE /b2b/sso/${connection_id}`])
  })
})

describe('useSsoSamlUpdateConnection', () => {
  it('leaves private keys nowhere', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      connections: useSsoConnections(),
      update: useSsoSamlUpdateConnection(),
    }))
    await settled(portal)
    const [{ connection_id = '' } = {}] = result.current.connections.data?.saml_connections ?? []
    await act(() =>
      result.current.update.mutateAsync({
        connection_id,
        saml_encryption_private_key: PRIVATE_KEY,
      }),
    )
    await waitFor(() => {
      const [connection] = result.current.connections.data?.saml_connections ?? []
      expect(connection?.saml_encryption_private_keys).toHaveLength(1)
    })
    expect(cachedText(portal).queries).not.toContain('"private_key"')
    act(() => result.current.update.reset())
    await waitFor(() => expect(cachedText(portal).mutations).not.toContain('PRIVATE KEY'))
  })

  it('has the organization’s active connection renamed with it', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      update: useSsoSamlUpdateConnection(),
    }))
    const connection_id = result.current.organization?.sso_default_connection_id ?? ''
    await act(() => result.current.update.mutateAsync({ connection_id, display_name: 'Renamed' }))
    await waitFor(() =>
      expect(result.current.organization?.sso_active_connections[0]?.display_name).toBe('Renamed'),
    )
  })
})

describe('useSsoStart, useSsoAuthenticate', () => {
  it('leave for the identity provider, and sign in with what it gives', async () => {
    const portal = await openPortal({ persona: null })
    const { emulator } = portal
    const left: string[] = []
    const client = createB2BClient(emulator.publicToken, {
      baseUrl: emulator.baseUrl,
      fetch: emulator.fetch,
      storage: createMemoryStorage(),
      navigate: (url) => new Promise(() => left.push(url)),
    })
    const { result, unmount } = renderHook(
      () => ({ member: useMember(), start: useSsoStart(), authenticate: useSsoAuthenticate() }),
      {
        wrapper: ({ children }: { children: ReactNode }) => (
          <QueryClientProvider client={portal.queryClient}>
            <OrgportalProvider client={client}>{children}</OrgportalProvider>
          </QueryClientProvider>
        ),
      },
    )
    const [connection_id = ''] = Object.keys(emulator.data.sso_connections)
    const login_redirect_url = 'http://localhost:3000/authenticate'
    act(() => result.current.start.mutate({ connection_id, login_redirect_url }))
    await waitFor(() => expect(left).toHaveLength(1))
    expect(result.current.start.isPending).toBe(true)
    const url = await passProvider({ emulator }, left[0] ?? '', { person: 'Bruno Costa' })
    const sso_token = url.searchParams.get('token') ?? ''
    const session_duration_minutes = 60
    await act(() =>
      result.current.authenticate.mutateAsync({ sso_token, session_duration_minutes }),
    )
    await waitFor(() => expect(result.current.member?.name).toBe('Bruno Costa'))
    unmount()
    client.dispose()
  })

  it('refuses a token that is made up, and signs nobody in', async () => {
    const portal = await openPortal({ persona: null })
    const { result } = renderIn(portal, () => ({
      status: useSessionStatus(),
      authenticate: useSsoAuthenticate(),
    }))
    act(() =>
      result.current.authenticate.mutate({ sso_token: 'made-up', session_duration_minutes: 60 }),
    )
    await waitFor(() => expect(result.current.authenticate.isError).toBe(true))
    expect(result.current.status).toBe('anonymous')
  })
})
