import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AdminPortalMemberManagement, createMemoryLocation } from 'orgportal/components'
import { createEmulator, type Emulator, type Fault } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'

const portals: TestPortal[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

function memberNamed({ data }: Emulator, name: string) {
  const member = Object.values(data.members).find((candidate) => candidate.name === name)
  if (!member) throw new Error(`There is no ${name}.`)
  return member
}

async function open(place: 'list' | 'invite' | { member: string }, faults: Fault[] = []) {
  const emulator = createEmulator({ seed: 'sample' })
  const portal = await createTestPortal({ emulator, faults })
  portals.push(portal)
  const params =
    typeof place === 'object'
      ? { member: memberNamed(emulator, place.member).member_id }
      : place === 'invite'
        ? { screen: 'invite' }
        : {}
  render(<AdminPortalMemberManagement location={createMemoryLocation(params)} />, {
    wrapper: portal.Provider,
  })
  return { ...portal, user: userEvent.setup() }
}

/** The server drops every session; the portal learns of it with its next request. */
async function endSession({ emulator, client }: TestPortal) {
  for (const id of Object.keys(emulator.data.sessions)) delete emulator.data.sessions[id]
  await act(() => expect(client.organization.get()).rejects.toThrow())
  await waitFor(() => expect(client.getSnapshot().status).toBe('anonymous'))
}

async function signInAgain({ emulator, client }: TestPortal) {
  const { token } = emulator.createMagicLink('admin')
  await act(() =>
    client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 }),
  )
  await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull())
}

describe('AdminPortalMemberManagement when the session ends', () => {
  it('keeps a name that is being typed, and saves it after signing in again', async () => {
    const portal = await open({ member: 'Elif Yılmaz' })
    const { user, emulator } = portal
    const stored = memberNamed(emulator, 'Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' II')
    await endSession(portal)
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Elif Yılmaz II')
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()

    await signInAgain(portal)
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Elif Yılmaz II')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved. The member is called Elif Yılmaz II.')).toBeVisible()
    expect(stored.name).toBe('Elif Yılmaz II')
  })

  it('keeps roles that are being chosen, and saves them after signing in again', async () => {
    const portal = await open({ member: 'Elif Yılmaz' })
    const { user, emulator } = portal
    await user.click(await screen.findByRole('button', { name: 'Edit Roles' }))
    await user.type(
      await screen.findByRole('combobox', { name: 'Roles given directly' }),
      'viewer{Enter}{Escape}',
    )
    await endSession(portal)
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(screen.getByText(/^Gains viewer/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()

    await signInAgain(portal)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/^Saved\./)).toBeVisible()
    expect(memberNamed(emulator, 'Elif Yılmaz').role_ids).toEqual(['viewer'])
  })

  it('keeps a list of invitations, and sends it after signing in again', async () => {
    const portal = await open('invite')
    const { user, emulator, requests } = portal
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }))
    await user.paste('ann@northwind.example\nbob@northwind.example')
    await screen.findByRole('textbox', { name: 'Email address of row 2' })
    await endSession(portal)
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Email address of row 1' })).toHaveValue(
      'ann@northwind.example',
    )
    const before = requests().length
    await user.click(screen.getByRole('button', { name: 'Send 2 invitations' }))
    expect(requests().slice(before)).toEqual([])

    await signInAgain(portal)
    await user.click(screen.getByRole('button', { name: 'Send 2 invitations' }))
    expect(await screen.findByText('2 invitations sent.')).toBeVisible()
    const addresses = Object.values(emulator.data.members).map((member) => member.email_address)
    expect(addresses).toEqual(
      expect.arrayContaining(['ann@northwind.example', 'bob@northwind.example']),
    )
  })

  it('shows that nobody is signed in where nothing is unsaved', async () => {
    const portal = await open({ member: 'Elif Yılmaz' })
    await screen.findByRole('button', { name: 'Edit Details' })
    await endSession(portal)
    expect(screen.queryByRole('region', { name: 'Details' })).toBeNull()
    expect(screen.getByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  })
})

const REFUSED: Fault = {
  path: '*/members/search',
  status: 403,
  error_type: 'session_authorization_error',
}

describe('AdminPortalMemberManagement when the server refuses the search', () => {
  it.each([['list' as const], [{ member: 'Elif Yılmaz' }]])(
    'says which roles may see members, whatever the policy here says (%j)',
    async (place) => {
      await open(place, [REFUSED])
      expect(
        await screen.findByRole('heading', { name: 'You cannot see the members' }),
      ).toBeVisible()
      const hint = screen.getByText(/You need the permission stytch\.member search\./)
      expect(hint).toHaveTextContent('stytch_admin')
      expect(screen.queryByRole('button', { name: 'Invite members' })).toBeNull()
    },
  )
})
