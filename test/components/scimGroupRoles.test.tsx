import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { AdminPortalSCIM, createMemoryLocation, type RoleDisplayConfig } from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

const NAMES: Record<string, string> = { stytch_member: 'Everybody', viewer: 'Viewer' }
const config: RoleDisplayConfig = {
  getRoleDisplayName: ({ role_id }) => NAMES[role_id] ?? role_id,
}

interface World {
  world?: (emulator: Emulator) => void
  persona?: string
}

/** The page of the connection, and every list of group roles that it sends. */
async function open({ world, persona = 'admin' }: World = {}) {
  const emulator = createEmulator({ seed: 'scim' })
  world?.(emulator)
  const sent: unknown[] = []
  const recording: Emulator = {
    ...emulator,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      if (request.method === 'PUT') sent.push(await request.clone().json())
      return emulator.fetch(request)
    },
  }
  const portal = await createTestPortal({ emulator: recording, persona })
  portals.push(portal)
  render(<AdminPortalSCIM location={createMemoryLocation()} config={config} />, {
    wrapper: portal.Provider,
  })
  return { emulator, sent, user: userEvent.setup() }
}

type User = ReturnType<typeof userEvent.setup>

async function edit(user: User) {
  await user.click(await screen.findByRole('button', { name: 'Edit Group roles' }))
  await screen.findByRole('combobox', { name: 'Add group' })
}

async function review(user: User) {
  await user.click(screen.getByRole('button', { name: 'Review changes' }))
  return within(await screen.findByRole('dialog', { name: 'Save group roles?' }))
}

const connectionOf = (emulator: Emulator) => {
  const [connection] = Object.values(emulator.data.scim_connections)
  if (!connection) throw new Error('The seed has no connection.')
  return connection
}

const groupIdOf = (emulator: Emulator, name: string) => {
  const found = Object.values(emulator.data.scim_groups).find((group) => group.group_name === name)
  if (!found) throw new Error(`The seed has no group ${name}.`)
  return found.group_id
}

const rename = (emulator: Emulator, from: string, to: string) => {
  const group = emulator.data.scim_groups[groupIdOf(emulator, from)]
  if (group) group.group_name = to
}

const shortened = (id: string) => `${id.slice(0, 12)}…${id.slice(-5)}`

// jsdom never shows a popover, so what is in one counts as hidden there.
const options = () => screen.getAllByRole('option', { hidden: true })
const option = (text: string) => {
  const found = options().find((candidate) => candidate.textContent === text)
  if (!found) throw new Error(`There is no option ${text}.`)
  return found
}

/** As another admin would, while this one edits. */
const saveElsewhere = (emulator: Emulator) => {
  const connection = connectionOf(emulator)
  connection.assignments = connection.assignments.filter(
    ({ group_name }) => group_name !== 'Contractors 2024',
  )
}

describe('the group roles of AdminPortalSCIM', () => {
  it('names a group that is gone in the review, and sends ids only', async () => {
    const { user, sent, emulator } = await open()
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove Contractors 2024' }))
    const dialog = await review(user)
    expect(dialog.getByText('Contractors 2024 no longer gives Viewer')).toBeVisible()
    const kept = connectionOf(emulator).assignments.filter(
      ({ group_name }) => group_name !== 'Contractors 2024',
    )
    await dialog.findByText(/Nobody gains or loses a role now/, undefined, { timeout: 5000 })
    await user.click(dialog.getByRole('button', { name: 'Save group roles' }))
    await screen.findByText('Saved. 4 groups give roles.')
    expect(sent).toEqual([
      expect.objectContaining({
        scim_group_implicit_role_assignments: expect.toSatisfy(
          (list: object[]) =>
            list.length === kept.length &&
            list.every((entry) => Object.keys(entry).sort().join() === 'group_id,role_id'),
        ) as unknown,
      }),
    ])
  })

  it('names a group that is gone in the conflict notice, and keeps its name when both are kept', async () => {
    const { user, emulator } = await open({
      world: (seeded) => {
        connectionOf(seeded).assignments.push({
          group_id: 'scim-group-test-old',
          role_id: 'viewer',
          group_name: 'Interns 2023',
        })
      },
    })
    await edit(user)
    await user.click(screen.getByRole('button', { name: 'Remove Finance' }))
    const dialog = await review(user)
    await dialog.findByText(/members? loses?|Nobody gains/, undefined, { timeout: 5000 })
    saveElsewhere(emulator)
    await user.click(dialog.getByRole('button', { name: 'Save group roles' }))
    expect(await screen.findByText('Contractors 2024 no longer gives Viewer')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Keep both/ }))
    expect(await screen.findByRole('button', { name: 'Remove Interns 2023' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove Interns 2023' }))
    expect((await review(user)).getByText('Interns 2023 no longer gives Viewer')).toBeVisible()
  })

  it('tells groups of the same name apart by their ids', async () => {
    const { user, emulator } = await open({
      world: (seeded) => {
        rename(seeded, 'Sales', 'Finance')
      },
    })
    const [one, other] = Object.values(emulator.data.scim_groups)
      .filter((group) => group.group_name === 'Finance')
      .map((group) => group.group_id)
    const table = within(await screen.findByRole('table', { name: 'Group roles' }))
    const mapped = connectionOf(emulator).assignments.some(({ group_id }) => group_id === one)
      ? { id: one ?? '', free: other ?? '' }
      : { id: other ?? '', free: one ?? '' }
    expect(table.getByText(shortened(mapped.id))).toBeVisible()
    await edit(user)
    await user.click(screen.getByRole('combobox', { name: 'Add group' }))
    await user.click(option(`Finance${shortened(mapped.free)}`))
    expect(
      screen.getByRole('button', { name: `Remove Finance (${shortened(mapped.free)})` }),
    ).toBeVisible()
    await user.click(
      screen.getByRole('button', { name: `Remove Finance (${shortened(mapped.id)})` }),
    )
    const dialog = await review(user)
    expect(
      dialog.getAllByText(new RegExp(`^Finance \\(${shortened(mapped.id)}\\) no longer gives`)),
    ).not.toHaveLength(0)
  })

  it('names a role that cannot be assigned as the host does, and does not offer it', async () => {
    const { user } = await open({
      world: (seeded) => {
        connectionOf(seeded).assignments.push({
          group_id: groupIdOf(seeded, 'Finance'),
          role_id: 'stytch_member',
          group_name: 'Finance',
        })
      },
    })
    const table = within(await screen.findByRole('table', { name: 'Group roles' }))
    expect(table.getByText('Everybody')).toBeVisible()
    await edit(user)
    expect(screen.getByRole('button', { name: 'Remove Everybody' })).toBeVisible()
    await user.click(screen.getByRole('combobox', { name: 'Roles of Robotics Engineering' }))
    const offered = options().map((role) => role.textContent)
    expect(offered).toContainEqual(expect.stringMatching(/^Viewer/))
    expect(offered).not.toContainEqual(expect.stringMatching(/^Everybody/))
  })

  it("calls the members' role as the host does where it says who may see the page", async () => {
    await open({
      world: (seeded) => {
        const everybody = seeded.data.project.rbac_policy.roles.find(
          (role) => role.role_id === 'stytch_member',
        )
        everybody?.permissions.push({ resource_id: 'stytch.scim', actions: ['get'] })
        seeded.faults.add({
          method: 'GET',
          path: '/sdk/v1/b2b/scim*',
          status: 403,
          error_type: 'unauthorized_action',
          times: 0,
        })
      },
    })
    await screen.findByRole('heading', { name: 'You cannot see directory sync' })
    expect(screen.getByText(/Everybody/)).toBeVisible()
    expect(screen.queryByText(/stytch_member/)).toBeNull()
  })
})
