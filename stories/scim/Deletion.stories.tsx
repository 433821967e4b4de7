import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { portalOf } from '../PartStory.tsx'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = {
  ...scimStory,
  title: 'SCIM/Deletion',
  args: { seed: 'scim', persona: 'it-admin', params: { dialog: 'delete' } },
}
export default meta

type Story = StoryObj<ScimStoryArgs>

const openDialog = async () =>
  within(
    await within(document.body).findByRole('dialog', { name: 'Delete Northwind Okta directory?' }),
  )

/** What it does to how many people, and the name to type. */
export const Asks: Story = {
  play: async () => {
    const dialog = await openDialog()
    await expect(
      await dialog.findByText(/^14 provisioned members stay active/, undefined, { timeout: 5000 }),
    ).toBeVisible()
    await expect(dialog.getByText('6 groups vanish with their roles.')).toBeVisible()
    await expect(dialog.getByText(/lose the roles that come from groups only/)).toBeVisible()
    await userEvent.type(dialog.getByRole('textbox'), 'something else{Enter}')
    await expect(dialog.getByText(/This is not the same as/)).toBeVisible()
  },
}

/** The connection is deleted, and the page says that there is none. */
export const Deletes: Story = {
  play: async ({ canvas, loaded }) => {
    const dialog = await openDialog()
    await userEvent.type(dialog.getByRole('textbox'), 'Northwind Okta directory{Enter}')
    await expect(
      await canvas.findByRole('heading', { name: 'Let your identity provider manage members' }),
    ).toBeVisible()
    await expect(
      await within(document.body).findByText(
        'The connection Northwind Okta directory was deleted.',
      ),
    ).toBeVisible()
    const [connection] = Object.values(portalOf(loaded).emulator.data.scim_connections)
    await expect(connection?.status ?? 'deleted').toBe('deleted')
  },
}

/** Deleting fails: said in the dialog, which stays. */
export const Fails: Story = {
  args: {
    faults: [
      {
        method: 'DELETE',
        path: '/sdk/v1/b2b/scim/*',
        status: 500,
        error_type: 'internal_server_error',
      },
    ],
  },
  play: async () => {
    const dialog = await openDialog()
    await userEvent.type(dialog.getByRole('textbox'), 'Northwind Okta directory{Enter}')
    await expect(await dialog.findByText('The connection was not deleted')).toBeVisible()
    await expect(dialog.getByRole('textbox')).toHaveValue('Northwind Okta directory')
  },
}
