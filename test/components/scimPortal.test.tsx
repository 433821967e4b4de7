import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryStorage, type ClientStorage } from 'orgportal/client'
import { AdminPortalSCIM, createMemoryLocation } from 'orgportal/components'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const portal of portals.splice(0)) portal.dispose()
})

// #region open
async function open(options: TestPortalOptions, params: Record<string, string> = {}) {
  const portal = await createTestPortal(options)
  portals.push(portal)
  const location = createMemoryLocation(params)
  const view = render(<AdminPortalSCIM location={location} />, { wrapper: portal.Provider })
  return { ...portal, location, view, user: userEvent.setup() }
}
// #endregion

/** What the next page of somebody who is signed in finds: the session's cookies and nothing else. */
function cookiesOf(storage: ClientStorage): ClientStorage {
  const fresh = createMemoryStorage()
  for (const cookie of storage.cookies.cookie.split('; ')) {
    fresh.cookies.cookie = `${cookie}; path=/; max-age=3600`
  }
  return fresh
}

const paths = ({ emulator }: Pick<TestPortal, 'emulator'>, from: number) =>
  emulator.requests
    .slice(from)
    .map(
      ({ method, path }) =>
        `${method} ${path.replace('/sdk/v1', '').replace(/\/public-token.*/, '')}`,
    )

describe('AdminPortalSCIM', () => {
  it('shows the connection with all its cards to an admin', async () => {
    await open({ seed: 'scim' })
    for (const name of ['Details', 'Provisioning', 'Group roles', 'Bearer token', 'Danger zone']) {
      expect(await screen.findByRole('region', { name })).toBeVisible()
    }
    const details = screen.getByRole('region', { name: 'Details' })
    expect(within(details).getByText('Northwind Okta directory')).toBeVisible()
  })

  it('loads with four requests that go out together', async () => {
    const storage = createMemoryStorage()
    const before = await createTestPortal({ seed: 'scim', storage })
    before.dispose()
    const { emulator } = before
    emulator.setLatency(1500)
    const from = emulator.requests.length
    const portal = await createTestPortal({ emulator, persona: null, storage: cookiesOf(storage) })
    portals.push(portal)
    render(<AdminPortalSCIM location={createMemoryLocation()} />, { wrapper: portal.Provider })
    await screen.findByText('Receiving', undefined, { timeout: 6000 })
    const times = emulator.requests.slice(from).map(({ at }) => Date.parse(at))
    // One that waits for another's answer would come a whole latency later.
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(1400)
    expect(paths(portal, from).sort()).toEqual([
      'GET /b2b/scim',
      'GET /projects/bootstrap',
      'POST /b2b/scim/groups',
      'POST /b2b/sessions/authenticate',
    ])
  })

  it('asks for connection and groups only, and for members after it has settled', async () => {
    const portal = await createTestPortal({ seed: 'scim' })
    portals.push(portal)
    const before = portal.emulator.requests.length
    render(<AdminPortalSCIM location={createMemoryLocation()} />, { wrapper: portal.Provider })
    await screen.findByText('Receiving')
    expect(paths(portal, before).sort()).toEqual(['GET /b2b/scim', 'POST /b2b/scim/groups'])
    await waitFor(
      () => expect(paths(portal, before)).toContain('POST /b2b/organizations/me/members/search'),
      { timeout: 4000 },
    )
  })

  it('asks whether SCIM is switched on only where there is no connection', async () => {
    const portal = await createTestPortal({ seed: 'sample' })
    portals.push(portal)
    const before = portal.emulator.requests.length
    render(<AdminPortalSCIM location={createMemoryLocation()} />, { wrapper: portal.Provider })
    await screen.findByRole('button', { name: 'Create connection' })
    expect(paths(portal, before)).toEqual(['GET /b2b/admin_portal_config'])
  })

  it('asks for nothing where the viewer may not see it', async () => {
    const portal = await createTestPortal({ seed: 'scim', persona: 'member' })
    portals.push(portal)
    const before = portal.emulator.requests.length
    render(<AdminPortalSCIM location={createMemoryLocation()} />, { wrapper: portal.Provider })
    await screen.findByRole('heading', { name: 'You cannot see directory sync' })
    expect(paths(portal, before)).toEqual([])
  })

  it('shows what arrives without a reload', async () => {
    const { emulator } = await open({ seed: 'scim-empty' })
    await screen.findByText('Waiting for the first push', undefined, { timeout: 5000 })
    const [connection] = Object.values(emulator.data.scim_connections)
    const response = await emulator.fetch(
      `${emulator.baseUrl}/v1/b2b/scim/${connection?.connection_id ?? ''}/Groups`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${connection?.bearer_token.value ?? ''}`,
          'content-type': 'application/scim+json',
        },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
          displayName: 'Launch crew',
        }),
      },
    )
    expect(response.status).toBe(201)
    expect(await screen.findByText('Launch crew', undefined, { timeout: 8000 })).toBeVisible()
    expect(screen.getByText('Okta now sends 0 users and 1 group.')).toBeInTheDocument()
  })

  it('keeps every role of every group, gone or not, when one role is added', async () => {
    const { emulator, user } = await open({ seed: 'scim' })
    const stored = () => Object.values(emulator.data.scim_connections)[0]?.assignments ?? []
    const before = stored().map(({ group_id, role_id }) => `${group_id} ${role_id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit Group roles' }))
    await user.type(
      await screen.findByRole('combobox', { name: 'Roles of Finance' }),
      'auditor{Enter}',
    )
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Review changes' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Save group roles?' }))
    expect(
      await dialog.findByText('2 members gain auditor', undefined, { timeout: 5000 }),
    ).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Save group roles' }))
    await screen.findByText('Saved. 5 groups give roles.')
    const after = stored().map(({ group_id, role_id }) => `${group_id} ${role_id}`)
    expect(after).toHaveLength(before.length + 1)
    expect(after).toEqual(expect.arrayContaining(before))
  })

  it('opens at the step, screen or dialog of the address', async () => {
    const { location } = await open({ seed: 'scim' }, { screen: 'setup', step: 'groups' })
    expect(await screen.findByRole('region', { name: 'Push groups' })).toBeVisible()
    act(() =>
      location.write({ screen: undefined, step: undefined, dialog: 'delete' }, { replace: false }),
    )
    expect(
      await screen.findByRole('dialog', { name: 'Delete Northwind Okta directory?' }),
    ).toBeVisible()
    act(() => location.back())
    expect(await screen.findByRole('region', { name: 'Push groups' })).toBeVisible()
  })

  it('asks before a screen with unsaved changes is left by Back', async () => {
    const { location, user } = await open({ seed: 'scim' }, { screen: 'setup' })
    await user.click(await screen.findByRole('button', { name: 'Continue later' }))
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Display name' }), ' EU')
    act(() => location.back())
    await user.click(await screen.findByRole('button', { name: 'Keep editing' }))
    expect(screen.getByRole('textbox', { name: 'Display name' })).toHaveValue(
      'Northwind Okta directory EU',
    )
  })

  it('says what is at stake when the token has not been stored', async () => {
    const { location, user } = await open({ seed: 'sample' })
    await user.click(await screen.findByRole('button', { name: 'Create connection' }))
    await user.click(await screen.findByRole('radio', { name: 'Okta' }))
    await user.click(screen.getByRole('button', { name: 'Create connection' }))
    const token = await screen.findByRole('group', { name: 'Bearer token' })
    act(() => location.back())
    const question = within(
      await screen.findByRole('dialog', { name: 'Leave without storing the token?' }),
    )
    expect(question.getByText(/The token is shown only here\./)).toBeVisible()
    await user.click(question.getByRole('button', { name: 'Stay' }))
    expect(token).toBeVisible()
  })

  it('names a provider by its title and describes it by what is below', async () => {
    await open({ seed: 'sample' }, { screen: 'new' })
    const okta = await screen.findByRole('radio', { name: 'Okta' })
    expect(okta).toHaveAccessibleDescription('SCIM 2.0 through a SAML or SWA app')
  })

  it('stays at the step of the guide while it is ticked off', async () => {
    localStorage.clear()
    const { user, location } = await open({ seed: 'scim' }, { screen: 'setup' })
    const done = await screen.findByRole('checkbox', { name: 'This step is done' })
    const title = screen.getByRole('region', { name: 'Open or create the app' })
    await user.click(done)
    expect(title).toBeVisible()
    expect(done).toBeChecked()
    expect(done).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Next step' }))
    expect(screen.getByRole('region', { name: 'Switch SCIM on' })).toBeVisible()
    act(() => location.back())
    expect(await screen.findByRole('region', { name: 'Open or create the app' })).toBeVisible()
    localStorage.clear()
  })

  it('tells the time that is left of the token in the same words twice', async () => {
    await open({ seed: 'scim-expiring' })
    const card = within(await screen.findByRole('region', { name: 'Bearer token' }))
    expect(card.getByText('The token expires in 12 days')).toBeVisible()
    expect(card.getByText(/\(in 12 days\)/)).toBeVisible()
  })

  it('notices that somebody else changed the name meanwhile', async () => {
    const { user, client, queryClient, emulator } = await open({ seed: 'scim' })
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Display name' }), ' EU')
    const [connection] = Object.values(emulator.data.scim_connections)
    if (connection) connection.display_name = 'Renamed elsewhere'
    await act(() => queryClient.invalidateQueries())
    await user.click(await screen.findByRole('button', { name: 'Show their version' }))
    expect(screen.getByRole('textbox', { name: 'Display name' })).toHaveValue('Renamed elsewhere')
    expect(client.getSnapshot().status).toBe('authenticated')
  })
})

describe('AdminPortalSCIM in an organization of ten thousand members', () => {
  /** 8,955 of them are not deleted. With a connection to which a group was pushed, and a page that has settled. */
  async function openLarge() {
    const before = await createTestPortal({ seed: 'ten-thousand-members' })
    const { connection } = await before.client.scim.createConnection({
      display_name: 'Workforce',
      identity_provider: 'okta',
    })
    const push = async (resource: 'Groups' | 'Users', body: object) => {
      const response = await before.emulator.fetch(`${connection.base_url}/${resource}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${connection.bearer_token}`,
          'content-type': 'application/scim+json',
        },
        body: JSON.stringify(body),
      })
      expect(response.status).toBe(201)
    }
    await push('Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Launch crew',
    })
    before.dispose()
    const portal = await createTestPortal({ emulator: before.emulator })
    portals.push(portal)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const from = portal.emulator.requests.length
    const location = createMemoryLocation()
    render(<AdminPortalSCIM location={location} />, { wrapper: portal.Provider })
    const provisioning = within(await screen.findByRole('region', { name: 'Provisioning' }))
    await provisioning.findByText(/Only 1,000 of 8,955 members/, undefined, { timeout: 6000 })
    return { emulator: portal.emulator, from, push, provisioning, location }
  }
  const searches = (sent: string[]) => sent.filter((request) => request.endsWith('members/search'))

  it('asks for one page of members, and by itself for groups only, once a round', async () => {
    const portal = await openLarge()
    expect(searches(paths(portal, portal.from))).toHaveLength(1)
    const { emulator, push } = portal
    const live = emulator.requests.length
    await push('Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Ground crew',
    })
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(await portal.provisioning.findByText('Ground crew')).toBeVisible()
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    await vi.waitFor(() =>
      expect(paths(portal, live).filter((request) => !request.includes('/v1/b2b/scim/'))).toEqual([
        'POST /b2b/scim/groups',
        'POST /b2b/scim/groups',
      ]),
    )
  })

  it('looks through all members when asked to, says when that was, and looks again', async () => {
    const portal = await openLarge()
    const user = userEvent.setup()
    const { provisioning, emulator } = portal
    expect(provisioning.getByText('at least 0')).toBeVisible()
    await user.click(provisioning.getByRole('button', { name: 'Look through all members' }))
    expect(
      await provisioning.findByText(/All 8,955 members were looked through/, undefined, {
        timeout: 10_000,
      }),
    ).toHaveTextContent('looked through now')
    expect(searches(paths(portal, portal.from))).toHaveLength(10)
    await act(() => vi.advanceTimersByTimeAsync(180_000))
    expect(searches(paths(portal, portal.from))).toHaveLength(10)
    expect(provisioning.getByText(/were looked through/)).toHaveTextContent('3 minutes ago')

    const again = emulator.requests.length
    await user.click(provisioning.getByRole('button', { name: 'Look again' }))
    await vi.waitFor(() => expect(searches(paths(portal, again))).toHaveLength(9), 10_000)
    expect(await provisioning.findByText('now')).toBeVisible()
  })

  it('looks through all members before a connection is deleted', async () => {
    const portal = await openLarge()
    act(() => portal.location.write({ dialog: 'delete' }, { replace: false }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Workforce?' }))
    expect(
      await dialog.findByText(/All 8,955 members were looked through/, undefined, {
        timeout: 10_000,
      }),
    ).toBeVisible()
    expect(dialog.getByText('Nobody loses a role.')).toBeVisible()
  })
})
