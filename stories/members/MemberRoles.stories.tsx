import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { memberOf, pageOf } from './memberOf.ts'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = {
  ...membersStory,
  title: 'Members/Member: roles',
  args: { seed: 'scim', persona: 'admin' },
}
export default meta

type Story = StoryObj<MembersStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function edit(canvas: Canvas) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit Roles' }))
  return canvas.findByRole('combobox', { name: 'Roles given directly' })
}

const remove = (canvas: Canvas, role: string) =>
  userEvent.click(canvas.getByRole('button', { name: `Remove ${role}` }))

/** Each source by its name: directly, and by a group of the directory. */
export const NamedSources: Story = {
  args: { params: pageOf('Amara Diallo') },
  play: async ({ canvas }) => {
    const table = within(await canvas.findByRole('table', { name: 'Roles of the member' }))
    await expect(
      (await table.findAllByText('SCIM group Robotics Engineering of Northwind Okta directory'))[0],
    ).toBeVisible()
    await expect(table.getByText('Given directly')).toBeVisible()
  },
}

/** By the domain of the address. */
export const ByDomain: Story = {
  args: { params: pageOf('Rosa Jiménez') },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('Email domain contractors.northwind.example'),
    ).toBeVisible()
  },
}

/** A role that the policy does not know is shown by its id, and nothing breaks. */
export const UnknownRole: Story = {
  args: {
    params: pageOf('Olu Adeyemi'),
    world: (emulator) => {
      memberOf(emulator, 'Olu Adeyemi').role_ids = ['warehouse_night_shift_2019']
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('warehouse_night_shift_2019')).toBeVisible()
    await expect(canvas.getByText(/Your policy has no role with this ID/)).toBeVisible()
  },
}

/** What a change really does: one role is gained, another stays because a group gives it too. */
export const Change: Story = {
  args: { params: pageOf('Amara Diallo') },
  play: async ({ canvas, loaded }) => {
    const picker = await edit(canvas)
    await remove(canvas, 'engineer')
    await userEvent.type(picker, 'auditor{Enter}{Escape}')
    await expect(await canvas.findByText(/^Keeps engineer: it also comes from/)).toBeVisible()
    await expect(canvas.getByText(/^Gains auditor/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(await canvas.findByText('Saved. Given directly: auditor.')).toBeVisible()
    await expect(memberOf(portalOf(loaded).emulator, 'Amara Diallo').role_ids).toEqual(['auditor'])
  },
}

/** Lost for good. */
export const Loss: Story = {
  args: { seed: 'sample', params: pageOf('Chiara Rossi') },
  play: async ({ canvas }) => {
    await edit(canvas)
    await remove(canvas, 'billing_admin')
    await expect(canvas.getByText(/^Loses billing_admin/)).toBeVisible()
  },
}

/** Sessions end that were begun where the role comes from, too; unless one lets them go on. */
export const SessionsEnd: Story = {
  args: {
    seed: 'sample',
    params: pageOf('Kavya Raman'),
    world: (emulator) => {
      memberOf(emulator, 'Kavya Raman').role_ids = ['engineer']
    },
  },
  play: async ({ canvas }) => {
    await edit(canvas)
    await remove(canvas, 'engineer')
    await expect(canvas.getByText(/begun through Northwind Okta end/)).toBeVisible()
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Let these sessions go on' }))
  },
}

/** Somebody else changed the roles meanwhile: both changes can be kept. */
export const Conflict: Story = {
  args: { params: pageOf('Chiara Rossi') },
  play: async ({ canvas, loaded }) => {
    const { emulator, queryClient } = portalOf(loaded)
    await userEvent.type(await edit(canvas), 'viewer{Enter}{Escape}')
    const stored = memberOf(emulator, 'Chiara Rossi')
    stored.role_ids = ['billing_admin', 'auditor']
    stored.updated_at = new Date(emulator.clock.now() + 1000).toISOString()
    await queryClient.invalidateQueries()
    await expect(await canvas.findByText('Added: auditor.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Save' })).toBeDisabled()
    await userEvent.click(canvas.getByRole('button', { name: 'Keep both changes' }))
    await expect(canvas.getByRole('button', { name: 'Remove auditor' })).toBeVisible()
  },
}

/** The last one who can manage roles cannot lose that, and is told the way out. */
export const LastRoleManager: Story = {
  args: {
    params: pageOf('Ada Lovelace'),
    world: (emulator) => {
      for (const name of ['Olu Adeyemi', 'Paul Mbeki']) memberOf(emulator, name).role_ids = []
    },
  },
  play: async ({ canvas }) => {
    await edit(canvas)
    await remove(canvas, 'stytch_admin')
    await expect(await canvas.findByText('Nobody else can manage roles')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Save' })).toBeDisabled()
  },
}

/** Before one takes access from oneself: what one may not do any more. */
export const OwnAccess: Story = {
  args: { params: pageOf('Ada Lovelace') },
  play: async ({ canvas }) => {
    await edit(canvas)
    await remove(canvas, 'stytch_admin')
    const save = canvas.getByRole('button', { name: 'Save' })
    await waitFor(() => expect(save).toBeEnabled())
    await userEvent.click(save)
    const body = within(document.body)
    const dialog = within(
      await body.findByRole('dialog', { name: 'Take these roles from yourself?' }),
    )
    await expect(dialog.getByText('change roles')).toBeVisible()
    await expect(dialog.getByText('You do not see this page any more.')).toBeVisible()
  },
}
