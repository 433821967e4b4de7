import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AdminPortalSCIM } from 'orgportal/components'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = {
  ...scimStory,
  title: 'SCIM/AdminPortalSCIM',
  component: AdminPortalSCIM,
}
export default meta

type Story = StoryObj<ScimStoryArgs>

/** Fourteen users and six groups have arrived; one group gives two roles, one mapped group is gone. */
export const Connected: Story = {
  play: async ({ canvas }) => {
    const details = await canvas.findByRole('region', { name: 'Details' })
    await expect(within(details).getByText('Northwind Okta directory')).toBeVisible()
    const provisioning = within(canvas.getByRole('region', { name: 'Provisioning' }))
    await expect(provisioning.getByText('Receiving')).toBeVisible()
    await expect((await provisioning.findAllByText('14')).length).toBeGreaterThan(0)
    const roles = within(canvas.getByRole('region', { name: 'Group roles' }))
    const engineering = within(roles.getByRole('list', { name: 'Roles of Robotics Engineering' }))
    await expect(engineering.getAllByRole('listitem')).toHaveLength(2)
    await expect(roles.getByRole('rowheader', { name: 'Contractors 2024 Gone' })).toBeVisible()
  },
}

/** Roles by the names, descriptions and order of the host. */
export const NamedRoles: Story = {
  args: {
    config: {
      getRoleDisplayName: (role) =>
        role.role_id
          .replace('stytch_', '')
          .replaceAll('_', ' ')
          .replace(/^./, (c) => c.toUpperCase()),
    },
  },
  play: async ({ canvas }) => {
    const roles = within(await canvas.findByRole('region', { name: 'Group roles' }))
    await expect(roles.getByText('Billing admin')).toBeVisible()
  },
}

/** A request that takes its time: the shape of what will come, announced once. */
export const Loading: Story = {
  args: { latency: 3_600_000 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loading the SCIM connection')).toBeInTheDocument()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** No connection yet. */
export const Empty: Story = {
  args: { seed: 'sample' },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Create connection' }))
    const title = await canvas.findByRole('heading', { name: 'New SCIM connection' })
    await waitFor(() => expect(title).toHaveFocus())
  },
}

/** No connection, and a viewer who may not create one: the button stays and says why. */
export const EmptyReadOnly: Story = {
  args: { seed: 'sample', persona: 'auditor' },
  play: async ({ canvas }) => {
    const create = await canvas.findByRole('button', { name: 'Create connection' })
    await expect(create).toHaveAttribute('aria-disabled', 'true')
    create.focus()
    await userEvent.keyboard('{Enter}')
    await expect(
      canvas.getByText(/You need the permission stytch.scim create/, { selector: 'p *' }),
    ).toBeVisible()
    await expect(canvas.queryByRole('heading', { name: 'New SCIM connection' })).toBeNull()
  },
}

/** The auditor sees everything and changes nothing. */
export const ReadOnly: Story = {
  args: { persona: 'auditor' },
  play: async ({ canvas }) => {
    await canvas.findByRole('region', { name: 'Details' })
    for (const name of ['Edit Details', 'Edit Group roles', 'Rotate token', 'Delete connection']) {
      const control = canvas.getByRole('button', { name })
      await expect(control).toHaveAttribute('aria-disabled', 'true')
      await expect(control).toHaveAccessibleDescription(/You need the permission/)
    }
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Details' }))
    await expect(canvas.queryByRole('textbox', { name: 'Display name' })).toBeNull()
  },
}

/** A member without any admin role. */
export const Denied: Story = {
  args: { persona: 'member' },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'You cannot see directory sync' }),
    ).toBeVisible()
    await expect(canvas.getByText(/stytch.scim get/)).toHaveTextContent(/it_admin/)
  },
}

export const SignedOut: Story = {
  args: { persona: null },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'You are not signed in' }),
    ).toBeVisible()
  },
}

/** The project has SCIM switched off. */
export const NotEnabled: Story = {
  args: { seed: 'scim-disabled' },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'Directory sync is not available' }),
    ).toBeVisible()
  },
}

/** The connection cannot be loaded: in plain words, with the request id to pass on, and Retry. */
export const Failed: Story = {
  args: {
    faults: [
      {
        method: 'GET',
        path: '/sdk/v1/b2b/scim',
        status: 500,
        error_type: 'internal_server_error',
        times: 3,
      },
    ],
  },
  play: async ({ canvas }) => {
    const alert = within(await canvas.findByRole('alert', undefined, { timeout: 12_000 }))
    await userEvent.click(alert.getByText('Details'))
    await expect(alert.getByText('internal_server_error')).toBeVisible()
    await expect(alert.getByText('Request id')).toBeVisible()
    await userEvent.click(alert.getByRole('button', { name: 'Retry' }))
    await expect(await canvas.findByRole('region', { name: 'Details' })).toBeVisible()
  },
}

/** Groups could not be loaded; the rest of the page works. */
export const GroupsFailed: Story = {
  args: { faults: [{ path: '/sdk/v1/b2b/scim/groups', status: 500, times: 3 }] },
  play: async ({ canvas }) => {
    const provisioning = within(await canvas.findByRole('region', { name: 'Provisioning' }))
    await userEvent.click(
      await provisioning.findByRole('button', { name: 'Retry' }, { timeout: 12_000 }),
    )
    await expect(await provisioning.findByText('Receiving')).toBeVisible()
  },
}

/** The connection exists and nothing has been pushed yet. */
export const Waiting: Story = {
  args: { seed: 'scim-empty' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Waiting for the first push')).toBeVisible()
    await expect(canvas.getByText(/This page looks every few seconds/)).toBeVisible()
  },
}

/** Hundreds of groups: found by typing, shown ten at a time. */
export const FiveHundredGroups: Story = {
  args: { seed: 'scim-500-groups' },
  play: async ({ canvas }) => {
    const table = await canvas.findByRole('table', {
      name: 'Groups that the identity provider sends',
    })
    await expect(within(table).getAllByRole('row')).toHaveLength(11)
    await expect(canvas.getByText('1 to 10 of 500')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Next groups' }))
    await expect(canvas.getByText('11 to 20 of 500')).toBeVisible()
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search groups' }), 'kyoto vision')
    await expect(canvas.getByText(/Kyoto Vision 1/)).toBeVisible()
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search groups' }), ' nothing')
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search' }))
    await expect(canvas.getByText('1 to 10 of 500')).toBeVisible()
  },
}

/** Thousands of members: one page of them is counted by itself, and it says so; the rest on demand, with when that was. */
export const ThousandsOfMembers: Story = {
  args: {
    seed: 'ten-thousand-members',
    prepare: async ({ client, emulator }) => {
      const { connection } = await client.scim.createConnection({
        display_name: 'Workforce',
        identity_provider: 'okta',
      })
      await emulator.fetch(`${connection.base_url}/Groups`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${connection.bearer_token}`,
          'content-type': 'application/scim+json',
        },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
          displayName: 'Launch crew',
        }),
      })
      await client.session.authenticate()
    },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/Only 1,000 of 8,955 members were looked through/),
    ).toBeVisible()
    await expect(canvas.getByText('at least 0')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Look through all members' }))
    await expect(
      await canvas.findByText(/All 8,955 members were looked through/, undefined, {
        timeout: 20_000,
      }),
    ).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Look again' })).toBeVisible()
  },
}

/** Without the right to search members, users are not shown, and it says so. */
export const UsersHidden: Story = {
  args: {
    world: (emulator) => {
      for (const role of emulator.data.project.rbac_policy.roles) {
        role.permissions = role.permissions.filter(
          (permission) => permission.resource_id !== 'stytch.member',
        )
      }
    },
  },
  play: async ({ canvas }) => {
    const provisioning = within(await canvas.findByRole('region', { name: 'Provisioning' }))
    await expect(await provisioning.findByText('Users are not shown to you.')).toBeVisible()
  },
}
