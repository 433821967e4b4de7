import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
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
async function open(name: string, { world, seed = 'scim', ...options }: OpenOptions = {}) {
  const emulator = createEmulator({ seed })
  world?.(emulator)
  const stored = memberNamed(emulator, name)
  const portal = await createTestPortal({ ...options, emulator })
  portals.push(portal)
  const location = createMemoryLocation({ member: stored.member_id })
  render(<AdminPortalMemberManagement location={location} />, { wrapper: portal.Provider })
  await screen.findByRole('heading', { name: new RegExp(`^${name}`) })
  return { ...portal, stored, user: userEvent.setup() }
}

const table = () => within(screen.getByRole('table', { name: 'Roles of the member' }))
const rowOf = (role: string) => table().getByRole('row', { name: new RegExp(`^${role}`) })
const edit = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Edit Roles' }))
const save = () => screen.getByRole('button', { name: 'Save' })
const add = async (user: UserEvent, role: string) => {
  await user.type(screen.getByRole('combobox', { name: 'Roles given directly' }), `${role}{Enter}`)
  await user.keyboard('{Escape}')
}

/** Nobody but Ada is left who can manage roles. */
const onlyAda = (emulator: Emulator) => {
  for (const name of ['Olu Adeyemi', 'Paul Mbeki']) memberNamed(emulator, name).role_ids = []
}

describe('where roles come from', () => {
  it('names each source of each role', async () => {
    await open('Amara Diallo')
    await waitFor(() =>
      expect(rowOf('engineer')).toHaveTextContent(
        'SCIM group Robotics Engineering of Northwind Okta directory',
      ),
    )
    expect(rowOf('engineer')).toHaveTextContent('Given directly')
    expect(rowOf('viewer')).not.toHaveTextContent('Given directly')
    expect(rowOf('stytch_member')).toHaveTextContent('Every member')
  })

  it('names the domain, the SSO connection and the group of SSO', async () => {
    await open('Rosa Jiménez', { seed: 'sample' })
    expect(rowOf('viewer')).toHaveTextContent('Email domain contractors.northwind.example')
  })

  it('asks for the names of groups only where one is not known', async () => {
    const withGroups = await open('Amara Diallo')
    await waitFor(() => expect(withGroups.requests()).toContain('POST /b2b/scim/groups'))
    const without = await open('Olu Adeyemi')
    expect(without.requests()).not.toContain('POST /b2b/scim/groups')
  })

  it('shows a group by its id to whoever may not see groups, and asks for nothing', async () => {
    const { requests, emulator } = await open('Amara Diallo', { persona: 'people-manager' })
    const group = Object.values(emulator.data.scim_groups).find(
      ({ group_name }) => group_name === 'Robotics Engineering',
    )
    expect(rowOf('viewer')).toHaveTextContent(`SCIM group ${group?.group_id ?? ''} of`)
    expect(requests()).not.toContain('POST /b2b/scim/groups')
  })

  it('shows a role that the policy does not know by its id, and keeps it when others change', async () => {
    const { user, stored } = await open('Olu Adeyemi', {
      world: (emulator) => {
        memberNamed(emulator, 'Olu Adeyemi').role_ids = ['stytch_admin', 'retired_role']
      },
    })
    expect(rowOf('retired_role')).toHaveTextContent('Your policy has no role with this ID')
    await edit(user)
    await add(user, 'viewer')
    await user.click(save())
    await screen.findByText(/^Saved\. Given directly/)
    expect([...stored.role_ids].sort()).toEqual(['retired_role', 'stytch_admin', 'viewer'])
  })
})

describe('changing roles', () => {
  it('saves with one request, after saying what really changes', async () => {
    const { user, requests, stored } = await open('Amara Diallo')
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove engineer' }))
    await add(user, 'auditor')
    const changes = within(screen.getByRole('list', { name: 'What changes' }))
    expect(
      changes.getByText('Gains auditor: Sees connections and members, changes nothing'),
    ).toBeVisible()
    expect(
      await changes.findByText(
        'Keeps engineer: it also comes from SCIM group Robotics Engineering of Northwind Okta directory',
      ),
    ).toBeVisible()
    const before = requests().length
    await user.click(save())
    expect(await screen.findByText('Saved. Given directly: auditor.')).toBeVisible()
    expect(requests().slice(before)).toEqual([`PUT /b2b/organizations/members/${stored.member_id}`])
    expect(stored.role_ids).toEqual(['auditor'])
    expect(rowOf('engineer')).not.toHaveTextContent('Given directly')
  })

  it('says what is lost for good', async () => {
    const { user } = await open('Chiara Rossi', { seed: 'sample' })
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove billing_admin' }))
    expect(screen.getByText('Loses billing_admin: Reads and pays invoices')).toBeVisible()
  })

  it('lets sessions go on that would end with the role, where one chooses so', async () => {
    const { user, emulator } = await open('Kavya Raman', {
      seed: 'sample',
      world: (world) => {
        memberNamed(world, 'Kavya Raman').role_ids = ['engineer']
      },
    })
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove engineer' }))
    expect(
      screen.getByText(/Sessions of the member begun through Northwind Okta end/),
    ).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: 'Let these sessions go on' }))
    await user.click(save())
    await screen.findByText('Saved. No role is given directly.')
    const update = emulator.requests.findLast(({ method }) => method === 'PUT')
    expect(update?.status).toBe(200)
  })

  it('puts both changes together when somebody else changed the roles meanwhile', async () => {
    const { user, emulator, stored, queryClient } = await open('Chiara Rossi', { seed: 'sample' })
    await edit(user)
    await add(user, 'viewer')
    stored.role_ids = ['billing_admin', 'auditor']
    stored.updated_at = new Date(emulator.clock.now() + 1000).toISOString()
    await act(() => queryClient.invalidateQueries())
    expect(
      await screen.findByText('Somebody else changed the roles while you were editing.'),
    ).toBeVisible()
    expect(save()).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Keep both changes' }))
    await user.click(save())
    await screen.findByText(/^Saved/)
    expect([...stored.role_ids].sort()).toEqual(['auditor', 'billing_admin', 'viewer'])
  })

  it('keeps the choice when the server refuses, in place', async () => {
    const { user, emulator, stored } = await open('Chiara Rossi', { seed: 'sample' })
    await edit(user)
    await add(user, 'viewer')
    memberNamed(emulator, 'Ada Lovelace').role_ids = []
    await user.click(save())
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The roles were not saved')
    expect(within(alert).getByRole('button', { name: 'Copy Request id' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Remove viewer' })).toBeVisible()
    expect(stored.role_ids).toEqual(['billing_admin'])
  })
})

describe('guards', () => {
  it('keeps the last one who can manage roles from losing that', async () => {
    const { user, stored } = await open('Ada Lovelace', { world: onlyAda })
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove stytch_admin' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Nobody else can manage roles')
    expect(alert).toHaveTextContent('Give somebody else stytch_admin or people_manager first.')
    expect(save()).toBeDisabled()
    await add(user, 'people_manager')
    await waitFor(() => expect(save()).toBeEnabled())
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(stored.role_ids).toEqual(['stytch_admin'])
  })

  it('asks who else can only when somebody who can is edited', async () => {
    const guarded = await open('Olu Adeyemi', { seed: 'sample' })
    const searches = () => guarded.requests().filter((request) => request.includes('/search'))
    const before = searches().length
    await edit(guarded.user)
    await waitFor(() => expect(searches()).toHaveLength(before + 1))
  })

  it('asks for nobody when the roles of anybody else are edited', async () => {
    const { user, requests } = await open('Chiara Rossi', { seed: 'sample' })
    const before = requests().length
    await edit(user)
    await add(user, 'viewer')
    expect(requests()).toHaveLength(before)
  })

  it('lets roles be taken from an admin while another one is left', async () => {
    const { user, stored } = await open('Olu Adeyemi', { seed: 'sample' })
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove stytch_admin' }))
    await waitFor(() => expect(save()).toBeEnabled())
    await user.click(save())
    await screen.findByText('Saved. No role is given directly.')
    expect(stored.role_ids).toEqual([])
  })

  it('cannot be saved while it is not known who else can', async () => {
    const { user, emulator } = await open('Olu Adeyemi', { seed: 'sample' })
    emulator.faults.add({ path: '*/members/search', status: 400, error_type: 'bad_request' })
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove stytch_admin' }))
    expect(
      await screen.findByText('Whether anybody else can manage roles could not be found out'),
    ).toBeVisible()
    expect(save()).toBeDisabled()
  })

  it('asks once more before one takes access from oneself, and says what is lost', async () => {
    const { user, stored } = await open('Ada Lovelace')
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove stytch_admin' }))
    await waitFor(() => expect(save()).toBeEnabled())
    await user.click(save())
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Take these roles from yourself?' }),
    )
    expect(dialog.getByText('change roles')).toBeVisible()
    expect(dialog.getByText('You do not see this page any more.')).toBeVisible()
    expect(stored.role_ids).toEqual(['stytch_admin'])
    await user.click(dialog.getByRole('button', { name: 'Take roles from myself' }))
    await waitFor(() => expect(stored.role_ids).toEqual([]))
  })

  it('does not ask where no access is lost', async () => {
    const { user, stored } = await open('Ada Lovelace')
    await edit(user)
    await add(user, 'viewer')
    await user.click(save())
    await screen.findByText(/^Saved/)
    expect(stored.role_ids).toEqual(['stytch_admin', 'viewer'])
  })
})
