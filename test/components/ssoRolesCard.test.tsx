import { act, configure, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { openSso, storedConnection, type SsoPartOptions } from './ssoPart.tsx'

// Cards and dialogs are loaded when they are first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 8000 })

interface Opened extends Omit<SsoPartOptions, 'emulator' | 'params'> {
  connection?: string
}

/** The page of a connection of the seed `sso`: by default Okta, with roles for everybody and by group. */
async function openPage({ connection = 'Northwind Okta', seed = 'sso', ...rest }: Opened = {}) {
  const emulator = createEmulator({ seed })
  const { connection_id } = storedConnection(emulator, connection)
  const opened = await openSso({ emulator, params: { connection: connection_id }, ...rest })
  const card = () => screen.findByRole('region', { name: 'Roles' })
  return { ...opened, connectionId: connection_id, card }
}

function rolesOf(emulator: Emulator, name = 'Northwind Okta') {
  const connection = storedConnection(emulator, name)
  if (connection.type === 'oidc') throw new Error('An OIDC connection gives no roles.')
  return {
    everybody: connection.implicit_role_assignments.map(({ role_id }) => role_id),
    groups: connection.group_implicit_role_assignments.map(
      ({ group, role_id }) => `${group}: ${role_id}`,
    ),
  }
}

function addPair(emulator: Emulator, pair: { group: string; role_id: string }) {
  const connection = storedConnection(emulator)
  if (connection.type !== 'saml') throw new Error('Okta is a SAML connection.')
  connection.group_implicit_role_assignments.push(pair)
}

type Page = Awaited<ReturnType<typeof openPage>>

const edit = async ({ user }: Pick<Page, 'user'>) => {
  await user.click(await screen.findByRole('button', { name: 'Edit Roles' }))
}

/** Chooses a role that is not chosen yet, or drops one that is. */
async function toggleRole({ user }: Pick<Page, 'user'>, of: string, role: string) {
  await user.type(
    screen.getByRole('combobox', { name: `Roles of ${of}` }),
    `${role}{Enter}{Escape}`,
  )
}

async function review({ user }: Pick<Page, 'user'>) {
  await user.click(screen.getByRole('button', { name: 'Review changes' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Save roles?' }))
  await waitFor(() => expect(dialog.queryByText(/^Looking through/)).toBeNull())
  return dialog
}

describe('the roles of a connection on its page', { timeout: 40_000 }, () => {
  it('keeps every stored pair when one role is added, those of unknown roles and groups too', async () => {
    const page = await openPage({
      world: (emulator) => {
        addPair(emulator, { group: 'Robotics', role_id: 'role_of_yesterday' })
        addPair(emulator, { group: 'Long gone, ltd.', role_id: 'viewer' })
      },
    })
    const before = rolesOf(page.emulator)
    await edit(page)
    await toggleRole(page, 'People Ops', 'auditor')
    const dialog = await review(page)
    expect(
      within(dialog.getByRole('list', { name: 'Changed mappings' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['People Ops gives auditor'])
    // The list for everybody is as it was, so it is not sent.
    page.emulator.faults.add({
      method: 'PUT',
      path: '*',
      bodyIncludes: 'saml_connection_implicit_role_assignments',
      status: 400,
    })
    const sent = page.requests().length
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText('Saved. 1 role for everybody, 4 groups give roles.')
    const after = rolesOf(page.emulator)
    expect(after.everybody).toEqual(before.everybody)
    expect(after.groups.sort()).toEqual([...before.groups, 'People Ops: auditor'].sort())
    // A whole list is replaced, so the newest is looked at before; after the save nothing is.
    expect(page.requests().slice(sent)).toEqual([
      'GET /b2b/sso',
      expect.stringMatching(/^PUT \/b2b\/sso\/saml\//),
    ])
    expect(screen.getByRole('button', { name: 'Edit Roles' })).toHaveFocus()
  })

  it('names who gains and who loses which role, but not who holds it in another way', async () => {
    const page = await openPage()
    await edit(page)
    await page.user.click(screen.getByRole('button', { name: 'Remove Robotics' }))
    expect(screen.getByText('Robotics removed. Cancel brings it back.')).toBeInTheDocument()
    await toggleRole(page, 'everybody', 'billing_admin')
    const dialog = await review(page)
    const under = (title: string) => dialog.getByText(title).nextElementSibling?.textContent
    expect(under('5 members gain billing_admin')).toMatch(/Ada Lovelace \(you\)/)
    expect(under('5 members gain billing_admin')).not.toMatch(/Chiara/)
    expect(under('2 members lose engineer')).toBe('Bruno Costa and Kavya Raman')
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText('Saved. 2 roles for everybody, 2 groups give roles.')
    expect(rolesOf(page.emulator)).toEqual({
      everybody: ['viewer', 'billing_admin'],
      groups: ['IT: it_admin', 'People Ops: people_manager'],
    })
  })

  it('takes a new group, offers those that were seen, and keeps the focus in the form', async () => {
    const page = await openPage()
    await edit(page)
    await page.user.click(screen.getByRole('button', { name: 'Add group' }))
    const name = screen.getByRole('combobox', { name: 'Name of group 4' })
    expect(name).toHaveFocus()
    await waitFor(() =>
      expect(document.querySelector('datalist option[value="Everyone"]')).not.toBeNull(),
    )
    expect(document.querySelector('datalist option[value="Harbor crew"]')).toBeNull()
    await page.user.type(
      screen.getByRole('combobox', { name: 'Roles of the new group' }),
      'viewer{Enter}{Escape}',
    )
    expect(screen.getByText('Enter the name of the group.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Review changes' })).toBeDisabled()
    await page.user.type(name, 'Night shift, Łódź')
    await page.user.click(screen.getByRole('button', { name: 'Remove IT' }))
    expect(screen.getByRole('button', { name: 'Add group' })).toHaveFocus()
    const dialog = await review(page)
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText('Saved. 1 role for everybody, 3 groups give roles.')
    expect(rolesOf(page.emulator).groups).toContain('Night shift, Łódź: viewer')
    expect(rolesOf(page.emulator).groups).not.toContain('IT: it_admin')
  })

  it('does not overwrite what somebody else saved meanwhile', async () => {
    const page = await openPage()
    await edit(page)
    await toggleRole(page, 'People Ops', 'auditor')
    addPair(page.emulator, { group: 'Robotics', role_id: 'auditor' })
    const dialog = await review(page)
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByText('Somebody else changed the roles meanwhile')).toBeVisible()
    expect(alert.getByText('Robotics gives auditor')).toBeVisible()
    expect(rolesOf(page.emulator).groups).not.toContain('People Ops: auditor')
    expect(screen.getByRole('button', { name: 'Review changes' })).toBeDisabled()
    await page.user.click(alert.getByRole('button', { name: /^Keep both/ }))
    const again = await review(page)
    await page.user.click(again.getByRole('button', { name: 'Save roles' }))
    await screen.findByText(/^Saved\./)
    expect(rolesOf(page.emulator).groups).toEqual(
      expect.arrayContaining(['Robotics: auditor', 'Robotics: engineer', 'People Ops: auditor']),
    )
  })

  it('keeps what was chosen when saving fails, and saves it with the next attempt', async () => {
    const page = await openPage()
    await edit(page)
    await toggleRole(page, 'everybody', 'auditor')
    page.emulator.faults.add({ method: 'PUT', path: '*', status: 400, error_type: 'refused' })
    const dialog = await review(page)
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    expect(await dialog.findByText('The roles were not saved')).toBeVisible()
    expect(rolesOf(page.emulator).everybody).toEqual(['viewer'])
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText('Saved. 2 roles for everybody, 3 groups give roles.')
    expect(rolesOf(page.emulator).everybody).toEqual(['viewer', 'auditor'])
  })

  it('asks for the attribute with the groups where none is mapped, and sends both at once', async () => {
    const page = await openPage({ connection: 'Harbor Works', world: unmapGroups })
    await edit(page)
    await page.user.click(screen.getByRole('button', { name: 'Add group' }))
    await page.user.keyboard('Harbor crew')
    await toggleRole(page, 'Harbor crew', 'fleet_operator')
    expect(screen.getByRole('button', { name: 'Review changes' })).toBeDisabled()
    await page.user.type(
      screen.getByRole('textbox', { name: 'Attribute with the groups' }),
      'memberOf',
    )
    const dialog = await review(page)
    expect(dialog.getByText('Groups are read from memberOf')).toBeVisible()
    expect(dialog.getByText('1 member gains fleet_operator')).toBeVisible()
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText('Saved. 0 roles for everybody, 1 group gives roles.')
    expect(storedConnection(page.emulator, 'Harbor Works')).toMatchObject({
      attribute_mapping: { groups: 'memberOf' },
      group_implicit_role_assignments: [{ group: 'Harbor crew', role_id: 'fleet_operator' }],
    })
  })

  it('saves those of an external connection too', async () => {
    const page = await openPage({ connection: 'Tern Logistics' })
    await edit(page)
    await toggleRole(page, 'Drivers', 'engineer')
    const dialog = await review(page)
    expect(dialog.getByText('1 member gains engineer')).toBeVisible()
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText(/^Saved\./)
    expect(rolesOf(page.emulator, 'Tern Logistics')).toEqual({
      everybody: ['viewer'],
      groups: ['Drivers: fleet_operator', 'Drivers: engineer'],
    })
  })

  it('says that no role can follow from OIDC, and offers nothing', async () => {
    const { card } = await openPage({ connection: 'Suppliers Entra' })
    const roles = within(await card())
    expect(roles.getByText(/Roles cannot follow from an OIDC connection/)).toBeVisible()
    expect(roles.queryByRole('button')).toBeNull()
  })

  it('shows them to who may only look, and says what is missing', async () => {
    const { card } = await openPage({ persona: 'sso-viewer' })
    const roles = within(await card())
    expect(roles.getByRole('list', { name: 'Roles of Robotics' })).toHaveTextContent(/engineer/)
    expect(roles.getByRole('button', { name: 'Edit Roles' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it('saves for who may not see members, and says that it cannot tell whom it concerns', async () => {
    const page = await openPage({ persona: 'sso-operator' })
    await edit(page)
    await toggleRole(page, 'Robotics', 'viewer')
    const dialog = await review(page)
    expect(dialog.getByText(/Who gains and loses roles cannot be shown to you/)).toBeVisible()
    await page.user.click(dialog.getByRole('button', { name: 'Save roles' }))
    await screen.findByText(/^Saved\./)
    expect(rolesOf(page.emulator).groups).toContain('Robotics: viewer')
    expect(page.requests().filter((line) => line.endsWith('members/search'))).toEqual([])
  })

  it('looks through all members, however many, before it can be saved', async () => {
    const page = await openPage({ seed: 'ten-thousand-members' })
    await edit(page)
    await toggleRole(page, 'everybody', 'auditor')
    page.emulator.setLatency(50)
    await page.user.click(screen.getByRole('button', { name: 'Review changes' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Save roles?' }))
    const save = dialog.getByRole('button', { name: 'Save roles' })
    expect(save).toHaveAttribute('aria-busy', 'true')
    await dialog.findByText('2,390 members gain auditor', undefined, { timeout: 40_000 })
    expect(save).not.toHaveAttribute('aria-busy')
    expect(page.requests().filter((line) => line.endsWith('members/search'))).toHaveLength(10)
  })

  it('does not let the last member who manages roles lose that', async () => {
    const page = await openPage({
      persona: 'it-admin',
      world: ({ data }) => {
        for (const member of Object.values(data.members)) {
          member.role_ids = member.role_ids.filter(
            (id) => id !== 'stytch_admin' && id !== 'people_manager',
          )
        }
      },
    })
    // Chiara manages roles by the group People Ops alone.
    await edit(page)
    await page.user.click(screen.getByRole('button', { name: 'Remove People Ops' }))
    const dialog = await review(page)
    expect(dialog.getByText('Nobody could manage roles any more')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Save roles' })).toBeDisabled()
    await page.user.click(dialog.getByRole('button', { name: 'Back to editing' }))
    expect(screen.getByRole('button', { name: 'Review changes' })).toBeEnabled()
  })

  it('asks before edited roles are left by Back', async () => {
    const page = await openPage()
    act(() => page.location.write({ section: 'roles' }, { replace: false }))
    await edit(page)
    await toggleRole(page, 'everybody', 'auditor')
    act(() => page.location.write({ connection: undefined }, { replace: false }))
    await page.user.click(await screen.findByRole('button', { name: 'Keep editing' }))
    expect(screen.getByRole('button', { name: 'Remove auditor' })).toBeVisible()
  })
})

function unmapGroups(emulator: Emulator) {
  const connection = storedConnection(emulator, 'Harbor Works')
  if (connection.type !== 'saml') throw new Error('Harbor Works is a SAML connection.')
  Reflect.deleteProperty(connection.attribute_mapping, 'groups')
}
