import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { portalOf } from '../PartStory.tsx'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = { ...scimStory, title: 'SCIM/Group roles' }
export default meta

type Story = StoryObj<ScimStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function startEditing(canvas: Canvas) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit Group roles' }))
  return canvas.findByRole('combobox', { name: 'Roles of Finance' })
}

/** Adds a role to Finance, whose two members then gain it. */
async function addViewerToFinance(canvas: Canvas) {
  const roles = await startEditing(canvas)
  await userEvent.type(roles, 'viewer{Enter}{Escape}')
  return roles
}

async function review(canvas: Canvas) {
  await userEvent.click(canvas.getByRole('button', { name: 'Review changes' }))
  return within(await within(document.body).findByRole('dialog', { name: 'Save group roles?' }))
}

const stored = (loaded: Record<string, unknown>) =>
  Object.values(portalOf(loaded).emulator.data.scim_connections)[0]?.assignments ?? []

/** Edited in place: the first field has the focus, and nothing can be saved yet. */
export const Editing: Story = {
  play: async ({ canvas }) => {
    await startEditing(canvas)
    await expect(canvas.getByRole('combobox', { name: 'Add group' })).toHaveFocus()
    await expect(canvas.getByRole('button', { name: 'Review changes' })).toBeDisabled()
    await expect(canvas.getByRole('button', { name: 'Remove Contractors 2024' })).toBeVisible()
  },
}

/** Who gains a role is named before it is saved; several roles of a group and a group that is gone survive. */
export const ReviewAndSave: Story = {
  play: async ({ canvas, loaded }) => {
    const before = stored(loaded).length
    await addViewerToFinance(canvas)
    const dialog = await review(canvas)
    await expect(dialog.getByText('Finance gives viewer')).toBeVisible()
    await expect(
      await dialog.findByText('2 members gain viewer', undefined, { timeout: 5000 }),
    ).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Save group roles' }))
    await expect(await canvas.findByText('Saved. 5 groups give roles.')).toBeVisible()
    await expect(stored(loaded)).toHaveLength(before + 1)
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Edit Group roles' })).toHaveFocus(),
    )
  },
}

/** A group is removed: its members lose the role unless they hold it otherwise. */
export const LosingRoles: Story = {
  play: async ({ canvas }) => {
    await startEditing(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Robotics Engineering' }))
    const dialog = await review(canvas)
    await expect(dialog.getByText('Robotics Engineering no longer gives engineer')).toBeVisible()
    await expect(
      await dialog.findByText(/members? loses? engineer/, undefined, { timeout: 5000 }),
    ).toBeVisible()
  },
}

/** The assignment of a group that is gone stays until it is removed. */
export const RemoveGoneGroup: Story = {
  play: async ({ canvas, loaded }) => {
    await startEditing(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Contractors 2024' }))
    const dialog = await review(canvas)
    await expect(
      await dialog.findByText(/Nobody gains or loses a role now/, undefined, { timeout: 5000 }),
    ).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Save group roles' }))
    await canvas.findByText('Saved. 4 groups give roles.')
    await expect(stored(loaded).some((pair) => pair.group_name === 'Contractors 2024')).toBe(false)
  },
}

/** A group is added by typing its name, and given a role, by keyboard alone. */
export const AddGroupByKeyboard: Story = {
  play: async ({ canvas }) => {
    await startEditing(canvas)
    const add = canvas.getByRole('combobox', { name: 'Add group' })
    add.focus()
    await userEvent.keyboard('Sal{Enter}')
    await expect(
      await canvas.findByText('Choose at least one role, or remove the group.'),
    ).toBeVisible()
    canvas.getByRole('combobox', { name: 'Roles of Sales' }).focus()
    await userEvent.keyboard('engineer{Enter}')
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(
      await within(document.body).findByRole('dialog', { name: 'Save group roles?' }),
    ).toBeVisible()
  },
}

/** Hundreds of groups to choose from. */
export const AddOneOfManyGroups: Story = {
  args: { seed: 'scim-500-groups' },
  play: async ({ canvas }) => {
    await startEditing(canvas)
    await userEvent.type(canvas.getByRole('combobox', { name: 'Add group' }), 'nairobi vision')
    await userEvent.keyboard('{Enter}')
    await expect(
      await canvas.findByRole('combobox', { name: /Roles of Nairobi Vision/ }),
    ).toBeVisible()
  },
}

/** The server fails while saving: everything chosen is still there, with the request id. */
export const SaveFails: Story = {
  play: async ({ canvas, loaded }) => {
    await addViewerToFinance(canvas)
    portalOf(loaded).emulator.faults.add({
      method: 'PUT',
      path: '/sdk/v1/b2b/scim/*',
      status: 500,
      error_type: 'internal_server_error',
    })
    const dialog = await review(canvas)
    const save = dialog.getByRole('button', { name: 'Save group roles' })
    await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled'), { timeout: 5000 })
    await userEvent.click(save)
    const alert = within(await dialog.findByRole('alert'))
    await expect(alert.getByText('The group roles were not saved')).toBeVisible()
    await expect(alert.getByText(/What you entered is still here/)).toBeVisible()
    await userEvent.click(alert.getByText('Details'))
    await expect(alert.getByText('Request id')).toBeVisible()
  },
}

/** Too many requests: it says when to try again; trying again saves. */
export const SaveIsThrottled: Story = {
  play: async ({ canvas, loaded }) => {
    await addViewerToFinance(canvas)
    portalOf(loaded).emulator.faults.add({
      method: 'PUT',
      path: '/sdk/v1/b2b/scim/*',
      status: 429,
      error_type: 'too_many_requests',
      retry_after: 7,
    })
    const dialog = await review(canvas)
    const save = dialog.getByRole('button', { name: 'Save group roles' })
    await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled'), { timeout: 5000 })
    await userEvent.click(save)
    await expect(await dialog.findByText(/Try again in 7 seconds/)).toBeVisible()
    await userEvent.click(save)
    await expect(await canvas.findByText('Saved. 5 groups give roles.')).toBeVisible()
  },
}

/** Another admin saved meanwhile: what they changed is shown, and one chooses. */
export const Conflict: Story = {
  play: async ({ canvas, loaded }) => {
    await addViewerToFinance(canvas)
    const [connection] = Object.values(portalOf(loaded).emulator.data.scim_connections)
    const [sales] = Object.values(portalOf(loaded).emulator.data.scim_groups).filter(
      (group) => group.group_name === 'Sales',
    )
    connection?.assignments.push({ group_id: sales?.group_id ?? '', role_id: 'viewer' })
    const dialog = await review(canvas)
    const save = dialog.getByRole('button', { name: 'Save group roles' })
    await waitFor(() => expect(save).not.toHaveAttribute('aria-disabled'), { timeout: 5000 })
    await userEvent.click(save)
    const alert = within(await canvas.findByRole('alert'))
    await expect(alert.getByText('Sales now gives viewer')).toBeVisible()
    await userEvent.click(
      alert.getByRole('button', { name: 'Keep both: my changes on top of theirs' }),
    )
    await expect(await canvas.findByRole('combobox', { name: 'Roles of Sales' })).toBeVisible()
    const again = await review(canvas)
    await expect(again.queryByText('Sales gives viewer')).toBeNull()
    await userEvent.click(again.getByRole('button', { name: 'Save group roles' }))
    await expect(await canvas.findByText('Saved. 6 groups give roles.')).toBeVisible()
  },
}

/** Without the right to search members nobody is named, and it can be saved all the same. */
export const NamesHidden: Story = {
  args: {
    persona: 'it-admin',
    world: (emulator) => {
      const role = emulator.data.project.rbac_policy.roles.find((one) => one.role_id === 'it_admin')
      if (role)
        role.permissions = role.permissions.filter((one) => one.resource_id !== 'stytch.member')
    },
  },
  play: async ({ canvas }) => {
    await addViewerToFinance(canvas)
    const dialog = await review(canvas)
    await expect(dialog.getByText(/cannot be shown to you/)).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Save group roles' }))
    await expect(await canvas.findByText('Saved. 5 groups give roles.')).toBeVisible()
  },
}

/** Escape asks before changes are dropped. */
export const CancelAsks: Story = {
  play: async ({ canvas }) => {
    await addViewerToFinance(canvas)
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await canvas.findByRole('button', { name: 'Keep editing' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Discard changes' }))
    await expect(await canvas.findByRole('button', { name: 'Edit Group roles' })).toHaveFocus()
  },
}
