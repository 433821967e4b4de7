import { render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AdminPortalSSO, createMemoryLocation } from 'orgportal/components'
import { checkExternal, isSwapped } from '../../src/components/sso/create/checkExternal.ts'
import {
  choiceOf,
  limitOf,
  readNewConnection,
} from '../../src/components/sso/create/newConnection.ts'
import { uniqueName } from '../../src/components/sso/create/uniqueName.ts'
import { openSso } from './ssoPart.tsx'

const NEW = { screen: 'new' }
const name = () => screen.findByRole('textbox', { name: 'Display name' }, { timeout: 20_000 })
const create = () => screen.findByRole('button', { name: 'Create and set up' })

describe('making a connection', () => {
  it('makes one with the name of the provider, once however often it is clicked', async () => {
    const { user, emulator, location, requests } = await openSso({ params: NEW })
    await user.type(await screen.findByRole('searchbox', { name: 'Search providers' }), 'azure')
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    await user.click(screen.getByRole('radio', { name: 'Microsoft Entra' }))
    await user.click(screen.getByRole('radio', { name: 'OIDC (OpenID Connect)' }))
    expect(await name()).toHaveValue('Microsoft Entra')
    emulator.setLatency(30)
    await user.dblClick(await create())
    await waitFor(() => expect(location.read()['screen']).toBe('setup'))
    expect(requests().filter((one) => one === 'POST /b2b/sso/oidc')).toHaveLength(1)
    const made = Object.values(emulator.data.sso_connections).filter(
      ({ display_name }) => display_name === 'Microsoft Entra',
    )
    expect(made).toHaveLength(1)
    expect(location.read()).toMatchObject({
      connection: made[0]?.connection_id,
      guide: 'microsoft-entra-oidc',
    })
    expect(requests().filter((one) => one === 'GET /b2b/sso')).toHaveLength(1)
  })

  it('opens at the choice of the address, with a name that no other connection has', async () => {
    await openSso({
      params: { ...NEW, choice: 'okta-oidc' },
      world: ({ data }) => {
        const [one] = Object.values(data.sso_connections)
        if (one) one.display_name = 'okta'
      },
    })
    expect(await name()).toHaveValue('Okta 2')
    expect(screen.getByRole('radio', { name: 'OIDC (OpenID Connect)' })).toBeChecked()
  })

  it('says what is missing when it is asked for, and sends nothing', async () => {
    const { user, requests } = await openSso({ params: NEW })
    await user.click(await create())
    expect(await screen.findByText('Choose what people sign in with.')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Another provider by SAML' }))
    await name()
    // Nobody has passed over the name yet.
    expect(screen.queryByText('Enter a display name.')).toBeNull()
    await user.click(await create())
    expect(await screen.findByText('Enter a display name.')).toBeVisible()
    expect(requests().filter((one) => one.startsWith('POST /b2b/sso'))).toEqual([])
  })

  it('keeps what was typed when the request fails, and until it is made', async () => {
    const { user, emulator, view, location, Provider } = await openSso({
      params: { ...NEW, choice: 'keycloak-saml' },
    })
    await user.clear(await name())
    await user.type(await name(), 'Keycloak of the lab')
    emulator.faults.add({ path: '/sdk/v1/b2b/sso/saml', status: 400, times: 1 })
    await user.click(await create())
    expect(await screen.findByText('The connection was not created')).toBeVisible()
    expect(await name()).toHaveValue('Keycloak of the lab')
    view.unmount()
    const again = createMemoryLocation(NEW)
    render(<AdminPortalSSO location={again} />, { wrapper: Provider })
    expect(await name()).toHaveValue('Keycloak of the lab')
    await user.click(await create())
    await waitFor(() => expect(again.read()['screen']).toBe('setup'))
    expect(
      localStorage.getItem(Object.keys(localStorage).find((key) => key.includes('sso-new')) ?? ''),
    ).not.toContain('lab')
    expect(location.read()['screen']).toBe('new')
  }, 60_000)

  it('shares the connection of another organization, and says what the API says at the field', async () => {
    const { user, emulator, client, location } = await openSso({
      params: { ...NEW, choice: 'external' },
    })
    const [first] = await screen.findAllByRole('textbox', { name: /^ID of/ })
    const organization = screen.getByRole('textbox', { name: 'ID of the other organization' })
    const connection = screen.getByRole('textbox', { name: 'ID of its connection' })
    expect(first).toBe(organization)
    await user.click(organization)
    await user.paste(client.getSnapshot().organization?.organization_id ?? '')
    expect(organization).toHaveAttribute('aria-invalid', 'true')
    expect(organization).toHaveAccessibleDescription(/own organization/)
    await user.clear(organization)
    await user.type(organization, 'saml-connection-test-00000000-0000-4000-8000-000000000001')
    await user.type(connection, 'organization-test-00000000-0000-4000-8000-000000000002')
    await user.click(screen.getByRole('button', { name: 'Swap the two' }))
    expect(organization).toHaveValue('organization-test-00000000-0000-4000-8000-000000000002')
    await user.click(screen.getByRole('button', { name: 'Create connection' }))
    expect(await screen.findByText(/has no such connection/)).toBeVisible()
    expect(connection).toHaveAttribute('aria-invalid', 'true')

    const own = client.getSnapshot().organization?.organization_id
    const source = Object.values(emulator.data.sso_connections).find(
      (one) => one.type === 'saml' && one.organization_id === own,
    )
    const other = Object.keys(emulator.data.organizations).find((id) => id !== own) ?? ''
    if (source?.type !== 'saml') throw new Error('no connection to share')
    const id = 'saml-connection-test-11111111-0000-4000-8000-000000000001'
    emulator.data.sso_connections[id] = { ...source, connection_id: id, organization_id: other }
    await user.clear(organization)
    await user.type(organization, other)
    await user.clear(connection)
    await user.type(connection, id)
    await user.click(screen.getByRole('button', { name: 'Create connection' }))
    await waitFor(() => expect(location.read()['connection']).toMatch(/^external-connection-/))
    expect(location.read()['screen']).toBeUndefined()
  }, 60_000)

  it('shows what the project does not allow, with the reason', async () => {
    const { user, queryClient, client } = await openSso({ params: NEW })
    await screen.findByRole('radio', { name: 'Okta' })
    const config = queryClient
      .getQueryCache()
      .getAll()
      .find(({ queryKey }) => JSON.stringify(queryKey).includes('admin'))
    expect(client).toBeDefined()
    if (!config) throw new Error('The configuration was not asked for.')
    queryClient.setQueryData(config.queryKey, (before: unknown) =>
      withLimits(before, { can_create_saml_connection: false }),
    )
    await waitFor(() => expect(screen.getByRole('radio', { name: 'AD FS' })).toBeDisabled())
    expect(screen.getByRole('radio', { name: 'AD FS' })).toHaveAccessibleDescription(
      'This product’s plan allows no more SAML connections.',
    )
    await user.click(screen.getByRole('radio', { name: 'Okta' }))
    const protocols = within(screen.getByRole('group', { name: 'Protocol' }))
    expect(protocols.getByRole('radio', { name: 'SAML' })).toBeDisabled()
    expect(protocols.getByRole('radio', { name: 'OIDC (OpenID Connect)' })).toBeChecked()
  })

  it('says which limit was reached meanwhile', async () => {
    const { user, emulator } = await openSso({ params: { ...NEW, choice: 'okta-saml' } })
    await name()
    emulator.data.project.can_create_saml_connection = false
    await user.click(await create())
    expect(
      await screen.findByText('This product’s plan allows no more SAML connections.'),
    ).toBeVisible()
  })
})

function withLimits(before: unknown, limits: Record<string, boolean>): unknown {
  if (typeof before !== 'object' || before === null || !('sso_config' in before)) return before
  const { sso_config } = before
  if (typeof sso_config !== 'object') return before
  return { ...before, sso_config: { ...sso_config, ...limits } }
}

describe('the rules', () => {
  it('finds what is wrong with the ids of another connection', () => {
    const known = { organizationId: 'organization-test-me', externalIds: ['oidc-connection-known'] }
    const found = (organizationId: string, connectionId: string) =>
      checkExternal({ organizationId, connectionId }, known)
    expect(found(' organization-live-1 ', 'saml-connection-live-1 ')).toEqual({
      organization: null,
      connection: null,
    })
    expect(found('organization-test-me', 'scim-connection-1')).toEqual({
      organization: 'organization-own',
      connection: 'connection-is-scim',
    })
    expect(found('acme', 'oidc-connection-known')).toEqual({
      organization: 'organization-shape',
      connection: 'connection-known',
    })
    expect(found('', 'external-connection-1')).toEqual({
      organization: 'organization-empty',
      connection: 'connection-is-external',
    })
    expect(isSwapped(found('oidc-connection-1', 'organization-1'))).toBe(true)
  })

  it('prefers the protocol that is allowed', () => {
    expect(choiceOf('okta', { saml: true, oidc: true })).toBe('okta-saml')
    expect(choiceOf('okta', { saml: false, oidc: true })).toBe('okta-oidc')
    expect(limitOf('okta', { saml: false, oidc: true })).toBeNull()
    expect(limitOf('adfs', { saml: false, oidc: true })).toBe('saml')
    expect(limitOf('okta', { saml: false, oidc: false })).toBe('both')
    expect(limitOf('external', { saml: false, oidc: false })).toBeNull()
  })

  it.each([undefined, null, 7, [], { choice: 'no-such', name: 7 }])(
    'makes nothing of %j',
    (kept) => {
      expect(readNewConnection(kept)).toEqual({
        choice: null,
        name: null,
        organizationId: '',
        connectionId: '',
      })
    },
  )

  it('numbers a name that is taken', () => {
    const numbered = (text: string, number: number) => `${text} ${number}`
    expect(uniqueName('Okta', [], numbered)).toBe('Okta')
    expect(uniqueName('Okta', ['OKTA ', 'Okta 2'], numbered)).toBe('Okta 3')
  })
})
