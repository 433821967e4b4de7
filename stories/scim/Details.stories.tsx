import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { portalOf } from '../PartStory.tsx'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = { ...scimStory, title: 'SCIM/Details' }
export default meta

type Story = StoryObj<ScimStoryArgs>

/** Name and provider are changed in place; only what differs is sent. */
export const Edit: Story = {
  play: async ({ canvas, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await expect(name).toHaveFocus()
    await userEvent.clear(name)
    await userEvent.type(name, '  Workforce directory ')
    await userEvent.selectOptions(
      canvas.getByRole('combobox', { name: 'Identity provider' }),
      'JumpCloud',
    )
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(
      await canvas.findByText('Saved. The connection is called Workforce directory.'),
    ).toBeVisible()
    const [connection] = Object.values(portalOf(loaded).emulator.data.scim_connections)
    await expect(connection).toMatchObject({
      display_name: 'Workforce directory',
      identity_provider: 'jumpcloud',
    })
  },
}

/** A name that cannot be: said at the field, and nothing is sent. */
export const Refused: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.clear(name)
    await expect(canvas.getByText('Enter a display name.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(name).toBeInvalid()
  },
}

/** Saving fails: what was typed stays. */
export const SaveFails: Story = {
  args: {
    faults: [
      {
        method: 'PUT',
        path: '/sdk/v1/b2b/scim/*',
        status: 403,
        error_type: 'session_authorization_error',
      },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.type(name, ' EU')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    const alert = within(await canvas.findByRole('alert'))
    await expect(alert.getByText(/Your roles do not allow it any more/)).toBeVisible()
    await expect(name).toHaveValue('Northwind Okta directory EU')
  },
}

/** The session ends while one edits: what was typed stays, and after signing in again it can be saved. */
export const SessionEnds: Story = {
  play: async ({ canvas, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.type(name, ' EU')
    const { client, emulator } = portalOf(loaded)
    await client.session.revoke()
    await expect(await canvas.findByText('Your session has ended')).toBeVisible()
    await expect(name).toHaveValue('Northwind Okta directory EU')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(canvas.getByText('Your session has ended. Sign in again to save.')).toBeVisible()

    const { token } = emulator.createMagicLink('admin')
    await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
    await expect(await canvas.findByRole('region', { name: 'Provisioning' })).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toHaveValue(
      'Northwind Okta directory EU',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(
      await canvas.findByText('Saved. The connection is called Northwind Okta directory EU.'),
    ).toBeVisible()
  },
}
