import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { portalOf } from '../PartStory.tsx'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = { ...scimStory, title: 'SCIM/Token rotation' }
export default meta

type Story = StoryObj<ScimStoryArgs>

const dialogNamed = async (name: string) =>
  within(await within(document.body).findByRole('dialog', { name }))

const connectionOf = (loaded: Record<string, unknown>) => {
  const [connection] = Object.values(portalOf(loaded).emulator.data.scim_connections)
  if (!connection) throw new Error('The seed has no connection.')
  return connection
}

/** Twelve days are left. */
export const Expiring: Story = {
  args: { seed: 'scim-expiring' },
  play: async ({ canvas }) => {
    const card = within(await canvas.findByRole('region', { name: 'Bearer token' }))
    await expect(card.getByText('The token expires in 12 days')).toBeVisible()
    await expect(card.getByText(/\(in 12 days\)$/)).toBeVisible()
  },
}

export const Expired: Story = {
  args: {
    prepare: ({ emulator }) => {
      for (const connection of Object.values(emulator.data.scim_connections)) {
        connection.bearer_token.expires_at = new Date(Date.now() - 86_400_000).toISOString()
      }
    },
  },
  play: async ({ canvas }) => {
    const card = within(await canvas.findByRole('region', { name: 'Bearer token' }))
    await expect(card.getByText('The token has expired')).toBeVisible()
  },
}

/** A rotation is running, begun here or elsewhere: it is seen after a reload too. */
export const Rotating: Story = {
  args: { seed: 'scim-rotating' },
  play: async ({ canvas }) => {
    const card = within(await canvas.findByRole('region', { name: 'Bearer token' }))
    await expect(card.getByText('A rotation is running')).toBeVisible()
    await expect(card.getByText('Next token')).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: 'Continue rotation' }))
    const dialog = await dialogNamed('Rotate the bearer token')
    await expect(dialog.getByText(/is no longer shown/)).toBeVisible()
    await expect(dialog.getByRole('list', { name: 'Where it goes' })).toHaveTextContent(
      /Authorization \(Bearer\)/,
    )
  },
}

/** All three steps; the fresh token is not lost by Escape or a click beside the dialog. */
export const RotateInThreeSteps: Story = {
  play: async ({ canvas, loaded }) => {
    const old = connectionOf(loaded).bearer_token.value
    await userEvent.click(await canvas.findByRole('button', { name: 'Rotate token' }))
    const dialog = await dialogNamed('Rotate the bearer token')
    await userEvent.click(dialog.getByRole('button', { name: 'Create next token' }))
    const next = await waitFor(() => {
      const token = connectionOf(loaded).next_bearer_token?.value
      if (!token) throw new Error('No next token yet')
      return token
    })
    await expect(await dialog.findByText(next)).toBeVisible()

    await userEvent.keyboard('{Escape}')
    const overlay = document.querySelector('[data-part="dialog-overlay"]')
    if (overlay) await userEvent.click(overlay)
    await expect(dialog.getByText(next)).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Continue' }))
    await expect(dialog.getByText(/Tick this once the token is stored/)).toBeVisible()

    await userEvent.click(dialog.getByRole('checkbox', { name: /I have stored it/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Continue' }))
    await userEvent.click(await dialog.findByRole('button', { name: 'It is in place' }))
    await expect(
      dialog.getByText(new RegExp(`${old.slice(-4)} stops working at once`)),
    ).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Complete rotation' }))
    await expect(
      await canvas.findByText(`Rotated. The token now ends in ${next.slice(-4)}.`),
    ).toBeVisible()
    await expect(connectionOf(loaded).bearer_token.value).toBe(next)
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull())
  },
}

/** The rotation is given up: the current token stays. */
export const CancelRotation: Story = {
  args: { seed: 'scim-rotating' },
  play: async ({ canvas, loaded }) => {
    const { value } = connectionOf(loaded).bearer_token
    await userEvent.click(await canvas.findByRole('button', { name: 'Cancel rotation' }))
    const dialog = await dialogNamed('Cancel the rotation?')
    await expect(dialog.getByRole('button', { name: 'Keep it running' })).toHaveFocus()
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel rotation' }))
    await expect(
      await canvas.findByText(
        `Cancelled. The token that ends in ${value.slice(-4)} is the only one.`,
      ),
    ).toBeVisible()
    await expect(connectionOf(loaded).next_bearer_token).toBeNull()
  },
}

/** Creating the next token fails: said in the dialog, and the current token is untouched. */
export const StartFails: Story = {
  args: {
    params: { dialog: 'rotate' },
    faults: [
      {
        path: '/sdk/v1/b2b/scim/rotate/start',
        status: 429,
        error_type: 'too_many_requests',
        retry_after: 20,
      },
    ],
  },
  play: async () => {
    const dialog = await dialogNamed('Rotate the bearer token')
    await userEvent.click(dialog.getByRole('button', { name: 'Create next token' }))
    await expect(await dialog.findByText(/The next token was not created/)).toBeVisible()
    await expect(dialog.getByText(/Try again in 20 seconds/)).toBeVisible()
  },
}

/** A link to the dialog opens nothing for a viewer who may not rotate. */
export const ReadOnlyLink: Story = {
  args: { persona: 'auditor', seed: 'scim-rotating', params: { dialog: 'rotate' } },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Continue rotation' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(within(document.body).queryByRole('dialog')).toBeNull()
  },
}
