import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { AdminPortalSCIM, createMemoryLocation } from 'orgportal/components'
import type { SeedName } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

async function open(seed: SeedName) {
  const portal = await createTestPortal({ seed })
  portals.push(portal)
  render(<AdminPortalSCIM location={createMemoryLocation()} />, { wrapper: portal.Provider })
  return { ...portal, user: userEvent.setup() }
}

/** The server drops every session; the portal learns of it with its next request. */
async function endSession({ emulator, client, queryClient }: TestPortal) {
  for (const id of Object.keys(emulator.data.sessions)) delete emulator.data.sessions[id]
  await act(() => queryClient.invalidateQueries())
  await waitFor(() => expect(client.getSnapshot().status).toBe('anonymous'))
}

async function signInAgain({ emulator, client }: TestPortal) {
  const { token } = emulator.createMagicLink('admin')
  await act(() =>
    client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 }),
  )
}

const connectionOf = ({ emulator }: TestPortal) => {
  const [connection] = Object.values(emulator.data.scim_connections)
  if (!connection) throw new Error('There is no connection')
  return connection
}

describe('AdminPortalSCIM when the session ends', () => {
  it('keeps group roles that are being edited, and saves them after signing in again', async () => {
    const portal = await open('scim')
    const { user } = portal
    await user.click(await screen.findByRole('button', { name: 'Edit Group roles' }))
    await user.type(
      await screen.findByRole('combobox', { name: 'Roles of Finance' }),
      'viewer{Enter}{Escape}',
    )
    await endSession(portal)
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(screen.getByText('Your session has ended. Sign in again to save.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Review changes' }))
    expect(screen.queryByRole('dialog')).toBeNull()

    await signInAgain(portal)
    await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Review changes' }))
    const review = within(await screen.findByRole('dialog', { name: 'Save group roles?' }))
    expect(review.getByText('Finance gives viewer')).toBeVisible()
    const save = review.getByRole('button', { name: 'Save group roles' })
    await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled'), { timeout: 5000 })
    await user.click(save)
    expect(await screen.findByText('Saved. 5 groups give roles.')).toBeVisible()
  })

  it('keeps the token that is shown once on the screen and to be copied', async () => {
    const portal = await open('sample')
    const { user } = portal
    await user.click(await screen.findByRole('button', { name: 'Create connection' }))
    await user.click(await screen.findByRole('radio', { name: 'Okta' }))
    await user.click(screen.getByRole('button', { name: 'Create connection' }))
    const field = within(await screen.findByRole('group', { name: 'Bearer token' }))
    const { value } = connectionOf(portal).bearer_token
    await endSession(portal)
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(field.getByText(value)).toBeVisible()
    await user.click(field.getByRole('button', { name: 'Copy Bearer token' }))
    expect(await navigator.clipboard.readText()).toBe(value)

    await signInAgain(portal)
    await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull())
    await user.click(screen.getByRole('checkbox', { name: /I have stored it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue to set-up' }))
    expect(await screen.findByRole('heading', { name: 'Set up Okta' })).toBeVisible()
  })

  it('keeps the next token of a rotation until it is stored, and goes on after signing in again', async () => {
    const portal = await open('scim')
    const { user } = portal
    await user.click(await screen.findByRole('button', { name: 'Rotate token' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    await user.click(dialog.getByRole('button', { name: 'Create next token' }))
    await dialog.findByRole('group', { name: 'Next bearer token' })
    const next = connectionOf(portal).next_bearer_token?.value ?? 'no next token'
    await endSession(portal)
    expect(await dialog.findByText('Your session has ended')).toBeVisible()
    expect(dialog.getByText(next)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Copy Next bearer token' }))
    expect(await navigator.clipboard.readText()).toBe(next)
    await user.click(dialog.getByRole('checkbox', { name: /I have stored it/ }))
    await user.click(dialog.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText(/Sign in again to go on/)).toBeVisible()

    await signInAgain(portal)
    const again = within(await screen.findByRole('dialog', { name: 'Rotate the bearer token' }))
    await user.click(again.getByRole('button', { name: 'It is in place' }))
    await user.click(again.getByRole('button', { name: 'Complete rotation' }))
    expect(
      await screen.findByText(`Rotated. The token now ends in ${next.slice(-4)}.`),
    ).toBeVisible()
    expect(connectionOf(portal).bearer_token.value).toBe(next)
  })
})
