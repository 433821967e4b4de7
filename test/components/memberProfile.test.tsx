import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { AdminPortalMemberManagement, createMemoryLocation } from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

function memberNamed({ data }: Emulator, name: string) {
  const member = Object.values(data.members).find((candidate) => candidate.name === name)
  if (!member) throw new Error(`There is no ${name}.`)
  return member
}

interface OpenOptions extends TestPortalOptions {
  world?: (emulator: Emulator) => void
}

/** The page of the member with this name. */
async function open(name: string, { world, seed = 'sample', ...options }: OpenOptions = {}) {
  const emulator = createEmulator({ seed })
  world?.(emulator)
  const stored = memberNamed(emulator, name)
  const portal = await createTestPortal({ ...options, emulator })
  portals.push(portal)
  const location = createMemoryLocation({ member: stored.member_id })
  render(<AdminPortalMemberManagement location={location} />, { wrapper: portal.Provider })
  return { ...portal, stored, location, user: userEvent.setup() }
}

const card = (name: string) => screen.findByRole('region', { name })
/** Of the cards only what writes; what other cards read to show themselves is not theirs. */
const writes = (portal: Pick<TestPortal, 'requests'>) =>
  portal.requests().filter((request) => !request.includes('/search'))

describe('the page of a member', () => {
  it('opens by its address, with one request for the member', async () => {
    const { requests } = await open('Elif Yılmaz')
    expect(await screen.findByRole('heading', { name: 'Elif Yılmaz' })).toBeVisible()
    expect(await card('Details')).toBeVisible()
    const searches = requests().filter((request) => request.includes('members/search'))
    expect(searches).toHaveLength(1)
  })

  it('says that there is no such member', async () => {
    const { location } = await open('Elif Yılmaz')
    await card('Details')
    act(() => location.write({ member: 'member-test-nobody' }, { replace: false }))
    expect(await screen.findByText('There is no such member')).toBeVisible()
  })

  it('says that it could not be loaded, and tries again', async () => {
    const { user } = await open('Elif Yılmaz', {
      faults: [{ path: '*/members/search', status: 500, times: 3 }],
    })
    const alert = await screen.findByRole('alert', undefined, { timeout: 8000 })
    expect(alert).toHaveTextContent('The member could not be loaded')
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    expect(await screen.findByRole('heading', { name: 'Elif Yılmaz' })).toBeVisible()
  })

  it('names the directory that manages the member, and what it undoes', async () => {
    const { user } = await open('Amara Diallo', { seed: 'scim' })
    expect(await screen.findByText('Northwind Okta directory manages this member')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit Details' }))
    expect(
      screen.getByText('Northwind Okta directory replaces the name with its next push.'),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Deactivate member' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate Amara Diallo?' }))
    expect(dialog.getByText(/Northwind Okta directory decides who is active/)).toBeVisible()
  })

  it('marks the viewer and never offers them their own address', async () => {
    await open('Ada Lovelace')
    expect(await screen.findByRole('heading', { name: 'Ada Lovelace You' })).toBeVisible()
    const email = within(await card('Email address'))
    expect(email.getByText(/Nobody changes their own address here/)).toBeVisible()
    expect(email.queryByRole('button', { name: /Edit/ })).toBeNull()
  })
})

describe('the details of a member', () => {
  it('saves a name with one request', async () => {
    const { user, requests, stored } = await open('Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    const field = screen.getByRole('textbox', { name: 'Name' })
    expect(field).toHaveFocus()
    const before = requests().length
    await user.clear(field)
    await user.type(field, 'Elif Aydın')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved. The member is called Elif Aydın.')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Elif Aydın' })).toBeVisible()
    expect(requests().slice(before)).toEqual([`PUT /b2b/organizations/members/${stored.member_id}`])
    expect(stored.name).toBe('Elif Aydın')
  })

  it('keeps what was typed when the server refuses, and tells the request', async () => {
    const { user, emulator, stored } = await open('Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' II')
    const admin = memberNamed(emulator, 'Ada Lovelace')
    admin.role_ids = []
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The name was not saved')
    expect(alert).toHaveTextContent('Your roles do not allow it any more.')
    expect(within(alert).getByText('session_authorization_error')).toBeInTheDocument()
    expect(within(alert).getByRole('button', { name: 'Copy Request id' })).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Elif Yılmaz II')
    expect(stored.name).toBe('Elif Yılmaz')
  })

  it('notices that somebody else changed the name meanwhile', async () => {
    const portal = await open('Elif Yılmaz')
    const { user, emulator, stored, queryClient } = portal
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' II')
    stored.name = 'Elif Öztürk'
    stored.updated_at = new Date(emulator.clock.now() + 1000).toISOString()
    await act(() => queryClient.invalidateQueries())
    expect(await screen.findByText(/Somebody else changed the name to Elif Öztürk/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show their version' }))
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Elif Öztürk')
  })

  it('stays for what was typed when somebody else removes the member', async () => {
    const { user, emulator, stored, queryClient } = await open('Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' II')
    Reflect.deleteProperty(emulator.data.members, stored.member_id)
    await act(() => queryClient.invalidateQueries())
    expect(
      (await screen.findAllByText('This member is not in your organization any more'))[0],
    ).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Elif Yılmaz II')
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Discard changes' }))
    expect(await screen.findByText('There is no such member')).toBeVisible()
  })

  it('lets a plain member change their own name only', async () => {
    await open('Aiko Tanaka', { persona: 'auditor' })
    const own = within(await card('Details'))
    expect(own.getByRole('button', { name: 'Edit Details' })).not.toHaveAttribute('aria-disabled')
    const roles = within(await card('Roles'))
    expect(roles.getByRole('button', { name: 'Edit Roles' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it('denies the name of somebody else, and says which roles have it', async () => {
    const { user } = await open('Elif Yılmaz', { persona: 'auditor' })
    const edit = await screen.findByRole('button', { name: 'Edit Details' })
    expect(edit).toHaveAttribute('aria-disabled', 'true')
    await user.click(edit)
    expect(edit).toHaveAccessibleDescription(
      'You need the permission stytch.member update.info.name. Roles with it: stytch_admin or people_manager.',
    )
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
  })

  it('shows metadata folded, to be read', async () => {
    await open('Elif Yılmaz', {
      world: (emulator) => {
        memberNamed(emulator, 'Elif Yılmaz').trusted_metadata = { desk: { floor: 2 } }
      },
    })
    const details = within(await card('Details'))
    expect(details.getByText('1 entry')).toBeVisible()
    expect(details.getByText('desk')).toBeInTheDocument()
  })
})

describe('the address of a member', () => {
  it('mails a link to the new address and changes nothing until it is followed', async () => {
    const { user, emulator, stored, requests } = await open('Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Edit Email address' }))
    await user.type(screen.getByRole('textbox', { name: 'New address' }), 'elif@new.example')
    const before = requests().length
    await user.click(screen.getByRole('button', { name: 'Send confirmation' }))
    expect(
      await screen.findByText(/A mail was sent to elif@new.example, valid for 5 minutes/),
    ).toBeVisible()
    expect(requests().slice(before)).toEqual([
      `POST /b2b/organizations/members/${stored.member_id}/start_email_update`,
    ])
    expect(stored.email_address).toBe('elif.yilmaz@northwind.example')
    const [mail] = emulator.inbox.filter(({ template }) => template === 'email_update')
    expect(mail?.to).toBe('elif@new.example')
  })

  it('asks before it changes at once, with what the member loses', async () => {
    const { user, stored } = await open('Kavya Raman')
    await user.click(await screen.findByRole('button', { name: 'Edit Email address' }))
    await user.type(screen.getByRole('textbox', { name: 'New address' }), 'kavya@new.example')
    await user.click(screen.getByRole('radio', { name: 'At once, without proof' }))
    await user.click(screen.getByRole('checkbox', { name: 'Free the former address for others' }))
    await user.click(screen.getByRole('button', { name: 'Review change' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Change the address to kavya@new.example?' }),
    )
    expect(dialog.getByText('All sessions of the member end.')).toBeVisible()
    expect(dialog.getByText(/registrations? with .* removed/)).toBeVisible()
    expect(
      dialog.getByText('Anybody can take kavya.raman@northwind.example afterwards.'),
    ).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Change address' }))
    expect(await screen.findByText('Saved. The address is kavya@new.example now.')).toBeVisible()
    expect(stored.email_address).toBe('kavya@new.example')
    expect(stored.retired_email_addresses).toEqual([])
  })

  it('refuses what is no address before anything is sent', async () => {
    const portal = await open('Elif Yılmaz')
    const { user } = portal
    await user.click(await screen.findByRole('button', { name: 'Edit Email address' }))
    await user.type(screen.getByRole('textbox', { name: 'New address' }), 'elif')
    await user.click(screen.getByRole('button', { name: 'Send confirmation' }))
    expect(screen.getByText(/This is not an email address/)).toBeVisible()
    expect(writes(portal)).not.toContainEqual(expect.stringContaining('start_email_update'))
  })

  it('says why an address that is taken is refused', async () => {
    const { user } = await open('Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Edit Email address' }))
    const field = screen.getByRole('textbox', { name: 'New address' })
    await user.type(field, 'bruno.costa@northwind.example')
    await user.click(screen.getByRole('button', { name: 'Send confirmation' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The address is, or was, that of another member',
    )
    expect(field).toHaveValue('bruno.costa@northwind.example')
  })

  it('frees a former address after asking', async () => {
    const { user, stored } = await open('Elif Yılmaz', {
      world: (emulator) => {
        memberNamed(emulator, 'Elif Yılmaz').retired_email_addresses = [
          { email_id: 'email-test-old', email_address: 'elif@old.example' },
        ]
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Unlink elif@old.example' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Unlink elif@old.example?' }))
    expect(dialog.getByText(/Anybody can then take the address/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Unlink address' }))
    expect(await screen.findByText('elif@old.example is free for others now.')).toBeVisible()
    expect(stored.retired_email_addresses).toEqual([])
  })
})

describe('the end of a membership', () => {
  it('deactivates after asking, and undoes it', async () => {
    const { user, stored } = await open('Elif Yılmaz')
    await user.click(await screen.findByRole('button', { name: 'Deactivate member' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate Elif Yılmaz?' }))
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.click(dialog.getByRole('button', { name: 'Deactivate member' }))
    expect(await screen.findByText('Elif Yılmaz was deactivated')).toBeVisible()
    expect(stored.status).toBe('deleted')
    expect(await screen.findByRole('button', { name: 'Reactivate member' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Elif Yılmaz was reactivated')).toBeVisible()
    expect(stored.status).toBe('active')
  })

  it('says that somebody with an unverified address cannot come back', async () => {
    const { user } = await open('Quentin Dubois')
    await user.click(await screen.findByRole('button', { name: 'Deactivate member' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/This cannot be undone/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Deactivate member' }))
    await screen.findByText('Quentin Dubois was deactivated')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(screen.getByText(/Invite the address again instead/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Reactivate member' })).toBeNull()
  })

  it('revokes an invitation', async () => {
    const { user, stored } = await open('Priya Nair')
    await user.click(await screen.findByRole('button', { name: 'Revoke invitation' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Revoke invitation' }))
    expect(await screen.findByText('The invitation of Priya Nair was revoked')).toBeVisible()
    expect(stored.status).toBe('deleted')
  })

  it('reactivates', async () => {
    const { user, stored } = await open('Søren Krogh')
    await user.click(await screen.findByRole('button', { name: 'Reactivate member' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Reactivate member' }))
    expect(await screen.findByText('Søren Krogh was reactivated')).toBeVisible()
    expect(stored.status).toBe('active')
  })

  it('refuses to deactivate the last one who can manage roles', async () => {
    const { user, stored } = await open('Ada Lovelace', {
      world: (emulator) => {
        for (const name of ['Olu Adeyemi', 'Paul Mbeki']) memberNamed(emulator, name).role_ids = []
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Deactivate member' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate yourself?' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Nobody else can manage roles')
    expect(dialog.getByRole('alert')).toHaveTextContent('stytch_admin or people_manager')
    expect(dialog.queryByRole('button', { name: 'Deactivate myself' })).toBeNull()
    expect(stored.status).toBe('active')
  })

  it('tells whoever deactivates themselves who could bring them back', async () => {
    const { user, stored } = await open('Ada Lovelace')
    await user.click(await screen.findByRole('button', { name: 'Deactivate member' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate yourself?' }))
    expect(dialog.getByText(/signed out at once/)).toBeVisible()
    expect(
      dialog.getByText(/Only somebody with the role stytch_admin or people_manager/),
    ).toBeVisible()
    const confirm = dialog.getByRole('button', { name: 'Deactivate myself' })
    await waitFor(() => expect(confirm).not.toHaveAttribute('aria-busy'))
    await user.click(confirm)
    expect(await screen.findByText('You are not signed in')).toBeVisible()
    expect(stored.status).toBe('deleted')
  })
})
