import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import { portalOf } from '../PartStory.tsx'
import { editCard } from './editCard.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Roles',
  component: AdminPortalSSO,
  args: { ...ssoStory.args, seed: 'sso' },
}
export default meta

type Story = StoryObj<SsoStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function openCard(canvas: Canvas, connection = 'Northwind Okta') {
  await userEvent.click(await canvas.findByRole('link', { name: connection }))
  return within(await canvas.findByRole('region', { name: 'Roles' }))
}

/** Chooses a role that is not chosen yet, or drops one that is. */
async function toggleRole(form: Canvas, of: string, role: string) {
  const box = form.getByRole('combobox', { name: `Roles of ${of}` })
  await userEvent.type(box, `${role}{Enter}{Escape}`)
}

async function review(form: Canvas) {
  await userEvent.click(form.getByRole('button', { name: 'Review changes' }))
  return within(await within(document.body).findByRole('dialog', { name: 'Save roles?' }))
}

/** Roles for everybody, and several of one group. */
export const ByGroup: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await expect(card.getByRole('list', { name: 'Roles of Robotics' })).toBeVisible()
  },
}

/** One of the OIDC connections: the API knows no roles there. */
export const OfOidc: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Suppliers Entra')
    await expect(card.getByText(/cannot follow from an OIDC connection/)).toBeVisible()
  },
}

/** Who may only look sees the roles, and why they cannot be changed. */
export const Denied: Story = {
  args: { persona: 'auditor' },
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await expect(card.getByRole('button', { name: 'Edit Roles' })).toHaveAttribute('aria-disabled')
  },
}

/** A new group without a name yet. */
export const Editing: Story = {
  play: async ({ canvas }) => {
    const form = await editCard(canvas, { card: 'Roles' })
    await userEvent.click(form.getByRole('button', { name: 'Add group' }))
    await toggleRole(form, 'the new group', 'viewer')
    await expect(form.getByText('Enter the name of the group.')).toBeVisible()
    await expect(form.getByRole('button', { name: 'Review changes' })).toBeDisabled()
  },
}

/** Groups are not mapped yet: their attribute is asked for with the roles. */
export const NotMapped: Story = {
  args: {
    world: ({ data }) => {
      for (const connection of Object.values(data.sso_connections)) {
        if (connection.type !== 'saml') continue
        connection.attribute_mapping = { email: 'NameID', full_name: 'name' }
      }
    },
  },
  play: async ({ canvas }) => {
    const form = await editCard(canvas, { card: 'Roles' })
    await expect(form.getByText(/Enter it first/)).toBeVisible()
  },
}

/** Who gains and who loses which role, before anything is saved. */
export const Review: Story = {
  play: async ({ canvas }) => {
    const form = await editCard(canvas, { card: 'Roles' })
    await userEvent.click(form.getByRole('button', { name: 'Remove Robotics' }))
    await toggleRole(form, 'everybody', 'billing_admin')
    const dialog = await review(form)
    await expect(await dialog.findByText('5 members gain billing_admin')).toBeVisible()
    await expect(dialog.getByText('Bruno Costa and Kavya Raman')).toBeVisible()
  },
}

/** Members may not be looked up: said so, and saved all the same. */
export const ReviewWithoutMembers: Story = {
  args: { persona: 'sso-operator' },
  play: async ({ canvas }) => {
    const form = await editCard(canvas, { card: 'Roles' })
    await toggleRole(form, 'Robotics', 'viewer')
    const dialog = await review(form)
    await expect(dialog.getByText(/cannot be shown to you/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Save roles' })).toBeEnabled()
  },
}

/** The save is refused; what was chosen is still there. */
export const NotSaved: Story = {
  args: { faults: [{ method: 'PUT', path: '*', status: 400, error_type: 'refused', times: 0 }] },
  play: async ({ canvas }) => {
    const form = await editCard(canvas, { card: 'Roles' })
    await toggleRole(form, 'everybody', 'auditor')
    const dialog = await review(form)
    const save = dialog.getByRole('button', { name: 'Save roles' })
    await waitFor(() => expect(save).not.toHaveAttribute('aria-busy'))
    await userEvent.click(save)
    await expect(await dialog.findByText('The roles were not saved')).toBeVisible()
  },
}

/** Somebody else saved meanwhile: both versions are there. */
export const Conflict: Story = {
  play: async ({ canvas, loaded }) => {
    const form = await editCard(canvas, { card: 'Roles' })
    await toggleRole(form, 'People Ops', 'auditor')
    const { emulator } = portalOf(loaded)
    for (const connection of Object.values(emulator.data.sso_connections)) {
      if (connection.type !== 'saml' || connection.display_name !== 'Northwind Okta') continue
      connection.group_implicit_role_assignments.push({ group: 'Robotics', role_id: 'auditor' })
    }
    const dialog = await review(form)
    const save = dialog.getByRole('button', { name: 'Save roles' })
    await waitFor(() => expect(save).not.toHaveAttribute('aria-busy'))
    await userEvent.click(save)
    await expect(await form.findByText('Robotics gives auditor')).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: /^Keep both/ }))
    await expect(form.getByRole('button', { name: 'Review changes' })).toBeEnabled()
  },
}
