import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Connection page',
  component: AdminPortalSSO,
}
export default meta

type Story = StoryObj<SsoStoryArgs>

const openPage = async (canvas: Parameters<NonNullable<Story['play']>>[0]['canvas']) => {
  await userEvent.click(await canvas.findByRole('link', { name: 'Northwind Okta' }))
  await canvas.findByRole('region', { name: 'Overview' })
}

/** A connection in use: what to copy, what it is called, what follows from it. */
export const Active: Story = {
  play: async ({ canvas }) => {
    await openPage(canvas)
    await expect(canvas.getByRole('group', { name: 'ACS URL' })).toBeVisible()
    await expect(await canvas.findByRole('region', { name: 'Danger zone' })).toBeVisible()
  },
}

/** One that is not finished says what is missing for people to sign in. */
export const Pending: Story = {
  args: {
    world: ({ data }) => {
      for (const connection of Object.values(data.sso_connections)) {
        if (connection.type !== 'saml') continue
        Object.assign(connection, {
          status: 'pending',
          idp_sso_url: '',
          verification_certificates: [],
        })
      }
    },
  },
  play: async ({ canvas }) => {
    await openPage(canvas)
    const overview = within(canvas.getByRole('region', { name: 'Overview' }))
    await expect(overview.getAllByRole('listitem')).toHaveLength(4)
    await expect(overview.getByRole('link', { name: 'Continue set-up' })).toBeVisible()
  },
}

/** The name is edited in place. */
export const Renaming: Story = {
  play: async ({ canvas }) => {
    await openPage(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.type(name, ' of the plant')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(
      await canvas.findByText('Saved. The connection is called Northwind Okta of the plant.'),
    ).toBeVisible()
  },
}

/** The sheet for whoever runs the identity provider, with all values filled in. */
export const HandOver: Story = {
  play: async ({ canvas, canvasElement }) => {
    await openPage(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Hand-over sheet' }))
    const body = within(canvasElement.ownerDocument.body)
    const dialog = within(await body.findByRole('dialog', { name: 'Hand-over sheet' }))
    await expect(await dialog.findByRole('link', { name: /Open to print/ })).toBeVisible()
  },
}

/** Deleting says what goes with it, and who could not sign in any more. */
export const Deleting: Story = {
  play: async ({ canvas, canvasElement }) => {
    await openPage(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Delete connection' }))
    const body = within(canvasElement.ownerDocument.body)
    const dialog = within(await body.findByRole('dialog', { name: 'Delete Northwind Okta?' }))
    await expect(await dialog.findByText(/Roles that follow from it are lost/)).toBeVisible()
  },
}
