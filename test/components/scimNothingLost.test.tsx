import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  AdminPortalSCIM,
  createMemoryLocation,
  type AdminPortalSCIMProps,
} from 'orgportal/components'
import type { SeedName } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const portal of portals.splice(0)) portal.dispose()
})

// Screens and dialogs are loaded when they are first opened, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 4000 })

async function open(
  seed: SeedName,
  params: Record<string, string> = {},
  messages: AdminPortalSCIMProps['messages'] = {},
) {
  const portal = await createTestPortal({ seed })
  portals.push(portal)
  const reports: boolean[] = []
  const location = createMemoryLocation(params)
  render(
    <AdminPortalSCIM
      location={location}
      messages={messages}
      onUnsavedChange={(unsaved) => reports.push(unsaved)}
    />,
    { wrapper: portal.Provider },
  )
  return { ...portal, reports, location, user: userEvent.setup() }
}

const connectionOf = ({ emulator }: TestPortal) => {
  const [connection] = Object.values(emulator.data.scim_connections)
  if (!connection) throw new Error('There is no connection')
  return connection
}

/** Whether the browser would ask before the page is closed. */
const asksBeforeClosing = () =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

async function typeName({ user }: Awaited<ReturnType<typeof open>>) {
  await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
  await user.type(screen.getByRole('textbox', { name: 'Display name' }), ' EU')
}
const typedName = () => screen.getByRole('textbox', { name: 'Display name' })

/** Somebody else's tab deletes the connection; this one learns of it with its next request. */
async function deleteElsewhere({ emulator, queryClient }: TestPortal) {
  const other = await createTestPortal({ emulator })
  portals.push(other)
  await other.client.scim.deleteConnection(connectionOf(other).connection_id)
  await act(() => queryClient.invalidateQueries())
}

/** The viewer is a plain member from now on; what happens to the session on the server happens to it. */
async function takeRolesAway({ emulator, client, queryClient }: TestPortal) {
  const member = emulator.data.members[client.getSnapshot().member?.member_id ?? '']
  if (!member) throw new Error('There is no such member')
  const before = member.role_ids
  member.role_ids = []
  await act(() => queryClient.invalidateQueries())
  return () => {
    member.role_ids = before
  }
}

describe('AdminPortalSCIM while a token is on its way', () => {
  it('tells the host that leaving loses something from the click that creates the connection', async () => {
    const portal = await open('sample', { screen: 'new' })
    const { user, emulator, reports, location } = portal
    await user.click(await screen.findByRole('radio', { name: 'Okta' }))
    emulator.setLatency(3000)
    await user.click(screen.getByRole('button', { name: 'Create connection' }))
    expect(reports).toEqual([true])
    expect(asksBeforeClosing()).toBe(true)
    act(() => location.write({ screen: undefined }, { replace: false }))
    const question = within(
      await screen.findByRole('dialog', { name: 'Leave without storing the token?' }),
    )
    await user.click(question.getByRole('button', { name: 'Stay' }))
    emulator.setLatency(0)
    const field = within(
      await screen.findByRole('group', { name: 'Bearer token' }, { timeout: 8000 }),
    )
    expect(field.getByText(connectionOf(portal).bearer_token.value)).toBeVisible()
    expect(reports).toEqual([true])
    await user.click(screen.getByRole('checkbox', { name: /I have stored it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue to set-up' }))
    await waitFor(() => expect(reports).toEqual([true, false]))
    expect(asksBeforeClosing()).toBe(false)
  })

  it('speaks for the token again when leaving was agreed to before it came', async () => {
    const { user, emulator, reports, location } = await open('sample', { screen: 'new' })
    await user.click(await screen.findByRole('radio', { name: 'Okta' }))
    emulator.setLatency(3000)
    await user.click(screen.getByRole('button', { name: 'Create connection' }))
    act(() => location.write({ screen: undefined }, { replace: false }))
    await user.click(await screen.findByRole('button', { name: 'Leave without storing' }))
    expect(reports).toEqual([true, false])
    await screen.findByRole('group', { name: 'Bearer token' }, { timeout: 8000 })
    expect(reports).toEqual([true, false, true])
  })

  it('tells the host, and keeps the dialog, from the click that makes the next token', async () => {
    const portal = await open('scim')
    const { user, emulator, reports } = portal
    await user.click(await screen.findByRole('button', { name: 'Rotate token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    emulator.setLatency(3000)
    await user.click(dialog.getByRole('button', { name: 'Create next token' }))
    expect(reports).toEqual([true])
    expect(asksBeforeClosing()).toBe(true)
    await user.keyboard('{Escape}')
    expect(dialog.getByRole('button', { name: 'Not now' })).toBeDisabled()
    emulator.setLatency(0)
    await dialog.findByRole('group', { name: 'Next bearer token' }, { timeout: 8000 })
    expect(reports).toEqual([true])
  })
})

describe('AdminPortalSCIM when somebody else deletes the connection', () => {
  it('keeps what was typed, says why, and shows that there is none once it is discarded', async () => {
    const portal = await open('scim')
    await typeName(portal)
    await deleteElsewhere(portal)
    expect(await screen.findByText('Somebody else deleted this connection')).toBeVisible()
    expect(screen.queryByText('Your session has ended')).toBeNull()
    expect(typedName()).toHaveValue('Northwind Okta directory EU')
    const from = portal.emulator.requests.length
    await portal.user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('The connection is gone. Nothing can be saved.')).toBeVisible()
    expect(portal.emulator.requests.slice(from).map(({ method }) => method)).not.toContain('PUT')
    await portal.user.click(screen.getByRole('button', { name: 'Cancel' }))
    await portal.user.click(screen.getByRole('button', { name: /Discard/ }))
    expect(await screen.findByRole('button', { name: 'Create connection' })).toBeVisible()
  })

  it('keeps nothing when the viewer deleted it', async () => {
    const portal = await open('scim')
    const { user } = portal
    await typeName(portal)
    await user.click(screen.getByRole('button', { name: 'Delete connection' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Delete/ }))
    await user.type(dialog.getByRole('textbox'), 'Northwind Okta directory')
    await user.click(dialog.getByRole('button', { name: 'Delete connection' }))
    expect(await screen.findByRole('button', { name: 'Create connection' })).toBeVisible()
    expect(screen.queryByText('Somebody else deleted this connection')).toBeNull()
  })
})

describe('AdminPortalSCIM when the role is taken away', () => {
  it('keeps what was typed and blocks saving, until the role is back', async () => {
    const portal = await open('scim')
    await typeName(portal)
    const giveBack = await takeRolesAway(portal)
    expect(await screen.findByText('You may not see directory sync any more')).toBeVisible()
    expect(typedName()).toHaveValue('Northwind Okta directory EU')
    const from = portal.emulator.requests.length
    await portal.user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText(/Nothing can be saved\.$/)).toBeVisible()
    expect(portal.emulator.requests.slice(from).map(({ method }) => method)).not.toContain('PUT')

    giveBack()
    await act(() => portal.queryClient.invalidateQueries())
    await waitFor(() =>
      expect(screen.queryByText('You may not see directory sync any more')).toBeNull(),
    )
    await portal.user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(connectionOf(portal).display_name).toBe('Northwind Okta directory EU'),
    )
  })

  it('says so where nothing was typed, and asks for nothing round after round', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const portal = await open('scim')
    await screen.findByText('Receiving')
    await waitFor(() => expect(portal.emulator.requests.at(-1)?.path).toMatch(/members\/search$/), {
      timeout: 4000,
    })
    await takeRolesAway(portal)
    await screen.findByRole('heading', { name: 'You cannot see directory sync' })
    const from = portal.emulator.requests.length
    for (let round = 0; round < 3; round += 1) {
      await act(() => vi.advanceTimersByTimeAsync(10_000))
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    }
    const asked = portal.emulator.requests.slice(from).map(({ path }) => path)
    expect(asked.filter((path) => /scim|members/.test(path))).toEqual([])
  })
})

describe('AdminPortalSCIM during a rotation', () => {
  it('goes back to the token when cancelling is thought better of', async () => {
    const portal = await open('scim')
    const { user } = portal
    await user.click(await screen.findByRole('button', { name: 'Rotate token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    await user.click(dialog.getByRole('button', { name: 'Create next token' }))
    await dialog.findByRole('group', { name: 'Next bearer token' })
    await user.click(dialog.getByRole('button', { name: 'Cancel rotation' }))
    await user.click(await screen.findByRole('button', { name: 'Keep it running' }))
    const again = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    expect(again.getByText(connectionOf(portal).next_bearer_token?.value ?? 'none')).toBeVisible()
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: 'Cancel the rotation?' })).toBeNull(),
    )
  })

  it('stays on the page when cancelling was asked for there', async () => {
    const { user } = await open('scim-rotating')
    await user.click(await screen.findByRole('button', { name: 'Cancel rotation' }))
    await user.click(await screen.findByRole('button', { name: 'Keep it running' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('button', { name: 'Cancel rotation' })).toHaveFocus()
  })

  it.each([
    ['', 'Rotate token'],
    ['setup', 'Rotate token'],
  ])(
    'leaves the focus where the next begins when it is complete (screen "%s")',
    async (screenName, name) => {
      const { user } = await open('scim', screenName ? { screen: 'setup', step: 'connection' } : {})
      await user.click(await screen.findByRole('button', { name }))
      const dialog = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
      await user.click(dialog.getByRole('button', { name: 'Create next token' }))
      await user.click(await dialog.findByRole('checkbox', { name: /I have stored it/ }))
      await user.click(dialog.getByRole('button', { name: 'Continue' }))
      await user.click(await dialog.findByRole('button', { name: 'It is in place' }))
      await user.click(dialog.getByRole('button', { name: 'Complete rotation' }))
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
      await waitFor(() => expect(screen.getByRole('button', { name })).toHaveFocus())
    },
  )

  it('leaves the focus there too when it is cancelled in the dialog', async () => {
    const { user } = await open('scim')
    await user.click(await screen.findByRole('button', { name: 'Rotate token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    await user.click(dialog.getByRole('button', { name: 'Create next token' }))
    await dialog.findByRole('group', { name: 'Next bearer token' })
    await user.click(dialog.getByRole('button', { name: 'Cancel rotation' }))
    const question = within(await screen.findByRole('dialog', { name: 'Cancel the rotation?' }))
    await user.click(question.getByRole('button', { name: 'Cancel rotation' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(screen.getByRole('button', { name: 'Rotate token' })).toHaveFocus())
  })

  it('still has the token after a screen broke', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let broken = true
    const runningHint = (current: string, next: string) => {
      if (broken) throw new Error('These words are broken')
      return `${current} and ${next}`
    }
    const portal = await open('scim', {}, { scim: { rotation: { runningHint } } })
    const { user, reports } = portal
    await user.click(await screen.findByRole('button', { name: 'Rotate token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    await user.click(dialog.getByRole('button', { name: 'Create next token' }))
    const retry = await screen.findByRole('button', { name: 'Retry' })
    expect(reports).toEqual([true])
    broken = false
    await user.click(retry)
    const again = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    expect(again.getByText(connectionOf(portal).next_bearer_token?.value ?? 'none')).toBeVisible()
  })
})
