import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import { portalOf } from '../PartStory.tsx'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/States',
  component: AdminPortalSSO,
}
export default meta

type Story = StoryObj<SsoStoryArgs>

/** Connections that cannot be loaded are an error with Retry, never an empty list. */
export const Failed: Story = {
  args: {
    faults: [{ path: '/sdk/v1/b2b/sso', status: 400, error_type: 'bad_request', times: 0 }],
  },
  play: async ({ canvas, loaded }) => {
    await canvas.findByText('The SSO connections could not be loaded')
    await expect(canvas.queryByRole('button', { name: 'New connection' })).toBeNull()
    portalOf(loaded).emulator.faults.clear()
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }))
    await expect(await canvas.findByRole('link', { name: 'Northwind Okta' })).toBeVisible()
  },
}

/** Who may not see connections is told which permission is missing, and asks for nothing. */
export const Denied: Story = {
  args: { persona: 'member' },
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole('heading', { name: 'You cannot see single sign-on' })
    await expect(canvas.getByText(/Roles with it:/)).toBeVisible()
    await expect(portalOf(loaded).requests()).toEqual([])
  },
}

/** The project has no SSO. */
export const NotEnabled: Story = {
  args: {
    world: ({ data }) => {
      data.project.sso_enabled = false
    },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'Single sign-on is not available' }),
    ).toBeVisible()
  },
}

/** Nobody is signed in. */
export const SignedOut: Story = {
  args: { persona: null },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'You are not signed in' }),
    ).toBeVisible()
  },
}

/** An old link to a connection that is gone leads on to the others. */
export const NotFound: Story = {
  args: { params: { connection: 'saml-connection-gone' } },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all connections' }))
    await expect(await canvas.findByRole('link', { name: 'Northwind Okta' })).toBeVisible()
  },
}
