import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { editCard } from './editCard.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/OIDC: what the provider told',
  args: { ...ssoStory.args, seed: 'sso' },
}
export default meta

type Story = StoryObj<SsoStoryArgs>

const editing = (canvas: Parameters<NonNullable<Story['play']>>[0]['canvas']) =>
  editCard(canvas, { card: 'Identity provider', connection: 'Suppliers Entra' })

/** What is stored, to be copied; of the secret, that there is one. */
export const Viewing: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('link', { name: 'Suppliers Entra' }))
    const card = within(await canvas.findByRole('region', { name: 'Identity provider' }))
    await expect(card.getByText('A secret is stored.')).toBeVisible()
  },
}

/** A stored secret is only replaced, never shown. */
export const ReplacingTheSecret: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await userEvent.click(form.getByRole('button', { name: /^Replace/ }))
    const field = form.getByLabelText(/secret/i, { selector: 'input' })
    await expect(field).toHaveFocus()
    await userEvent.type(field, 'typed')
    await expect(field).toHaveAttribute('type', 'password')
    await userEvent.click(form.getByRole('button', { name: 'Show client secret' }))
    await expect(field).toHaveAttribute('type', 'text')
    await userEvent.click(form.getByRole('button', { name: 'Keep the stored one' }))
    await expect(form.getByText('A secret is stored.')).toBeVisible()
  },
}

/** The four addresses by hand, where the issuer does not publish them. */
export const ByHand: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await userEvent.click(form.getByRole('checkbox', { name: 'Enter the addresses by hand' }))
    for (const name of ['Authorization URL', 'Token URL', 'User info URL', 'JWKS URL']) {
      await expect(form.getByRole('textbox', { name })).toBeVisible()
    }
  },
}

/** The service failed: nothing that was typed is lost. */
export const Failed: Story = {
  args: { faults: [{ method: 'PUT', path: '*/sso/oidc/*', status: 500 }] },
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    const field = form.getByRole('textbox', { name: /scopes/i })
    await userEvent.type(field, 'groups')
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    await expect(await form.findByRole('alert')).toBeVisible()
    await expect(field).toHaveValue('groups')
  },
}
