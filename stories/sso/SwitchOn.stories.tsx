import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import type { Emulator } from 'orgportal/emulator'
import { editCard } from './editCard.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Switched on for',
  component: AdminPortalSSO,
  args: { ...ssoStory.args, seed: 'sso' },
}
export default meta

type Story = StoryObj<SsoStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function openCard(canvas: Canvas, name: string, connection: string) {
  await userEvent.click(await canvas.findByRole('link', { name: connection }))
  return within(await canvas.findByRole('region', { name }))
}

const joining = (policy: string) => (emulator: Emulator) => {
  for (const organization of Object.values(emulator.data.organizations)) {
    organization.sso_jit_provisioning = policy
  }
}

/** The default connection says what that means, and how it is moved. */
export const IsDefault: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Default connection', 'Northwind Okta')
    await expect(card.getByText(/^Northwind Okta is the default connection\./)).toBeVisible()
  },
}

/** Another one takes its place, after a question. */
export const MakingDefault: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Default connection', 'Harbor Works')
    await userEvent.click(card.getByRole('button', { name: 'Make default' }))
    const dialog = within(await within(document.body).findByRole('dialog'))
    await expect(dialog.getByText(/It replaces Northwind Okta/)).toBeVisible()
  },
}

/** A pending connection cannot be the default. */
export const PendingDefault: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Default connection', 'Northwind Google')
    await expect(card.getByText(/Only an active connection/)).toBeVisible()
  },
}

/** People join through this connection and another one. */
export const Joining: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Joining by SSO', 'Northwind Okta')
    await expect(card.getByRole('switch')).toBeChecked()
    await expect(card.getByText('People may also join through Suppliers Entra.')).toBeVisible()
  },
}

/** Nobody joins by SSO; switched on for one connection. */
export const JoiningClosed: Story = {
  args: { world: joining('NOT_ALLOWED') },
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Joining by SSO', 'Harbor Works')
    await userEvent.click(card.getByRole('switch'))
    await expect(card.getByRole('switch')).toBeChecked()
  },
}

/** People join through every connection; one chooses which are to stay. */
export const JoiningByAll: Story = {
  args: { world: joining('ALL_ALLOWED') },
  play: async ({ canvas }) => {
    const form = await editCard(canvas, { card: 'Joining by SSO' })
    await userEvent.click(form.getByRole('button', { name: 'Remove Harbor Works' }))
    await expect(form.getByRole('button', { name: 'Save' })).toBeEnabled()
  },
}

/** Who may only look is told why nothing can be changed. */
export const Denied: Story = {
  args: { persona: 'auditor' },
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Joining by SSO', 'Northwind Okta')
    await expect(card.getByRole('switch')).toHaveAttribute('aria-disabled')
  },
}

/** Every method is allowed, SSO among them. */
export const EveryMethod: Story = {
  play: async ({ canvas }) => {
    const card = within(await canvas.findByRole('region', { name: 'Ways to sign in' }))
    await expect(card.getByText('Every method, single sign-on among them')).toBeVisible()
  },
}

/** SSO beside methods that are chosen. */
export const ChosenMethods: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Ways to sign in' }))
    const form = within(await canvas.findByRole('form', { name: 'Ways to sign in' }))
    await userEvent.click(form.getByRole('radio', { name: 'Single sign-on and chosen methods' }))
    await expect(form.getByText(/Choose at least one method/)).toBeVisible()
  },
}
