import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import type { Emulator, SeedDescription } from 'orgportal/emulator'
import { portalOf } from '../PartStory.tsx'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/List',
  component: AdminPortalSSO,
}
export default meta

type Story = StoryObj<SsoStoryArgs>

const DAY_MS = 86_400_000

/** An organization that has been acquiring others: providers and protocols of every kind. */
const HOLDING: SeedDescription = {
  organizations: [
    {
      organization_name: 'Polder Holding',
      sso_default_connection_id: 'Head office',
      sso_connections: [
        {
          display_name: 'Head office',
          identity_provider: 'okta',
          roles: ['viewer'],
          group_roles: { Engineering: ['engineer'], Finance: ['auditor', 'viewer'] },
        },
        { display_name: 'Plant Eindhoven', type: 'oidc', identity_provider: 'microsoft-entra' },
        { display_name: 'Warehouse Ghent', identity_provider: 'google-workspace' },
        ...['Lyon', 'Porto', 'Turin', 'Gdańsk', 'Malmö', 'Cork'].map((place) => ({
          display_name: `Sales ${place}`,
          identity_provider: 'onelogin',
        })),
      ],
      members: [
        {
          name: 'Wies de Boer',
          email_address: 'wies@polder.example',
          roles: ['stytch_admin'],
          persona: 'admin',
        },
      ],
    },
  ],
}

/** One is not set up yet, the certificate of another ends in nine days. */
function someTrouble({ data }: Emulator) {
  for (const connection of Object.values(data.sso_connections)) {
    if (connection.type !== 'saml') continue
    if (connection.display_name === 'Warehouse Ghent') connection.status = 'pending'
    if (connection.display_name !== 'Sales Porto') continue
    for (const certificate of connection.verification_certificates) {
      certificate.expires_at = new Date(Date.now() + 9 * DAY_MS).toISOString()
    }
  }
}

/** One connection, the default one. */
export const OneConnection: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Northwind Okta' })).toBeVisible()
    await expect(canvas.getByText('Okta · SAML')).toBeVisible()
  },
}

/** Connections of every kind: one with its set-up unfinished, one whose certificate ends soon; and a search above them. */
export const Many: Story = {
  args: { seed: HOLDING, world: someTrouble },
  play: async ({ canvas }) => {
    await canvas.findByRole('link', { name: 'Continue set-up of Warehouse Ghent' })
    const search = canvas.getByRole('searchbox', { name: 'Search connections' })
    await userEvent.type(search, 'entra')
    await expect(canvas.getAllByRole('row')).toHaveLength(2)
    await userEvent.clear(search)
    await expect(canvas.getAllByRole('row')).toHaveLength(10)
  },
}

/** What can be done to a connection that is not active says why it cannot be tested yet. */
export const RowMenu: Story = {
  args: { seed: HOLDING, world: someTrouble },
  play: async ({ canvas, canvasElement }) => {
    const name = 'Actions for Warehouse Ghent'
    await userEvent.click(await canvas.findByRole('button', { name }))
    const menu = within(canvasElement.ownerDocument.body).getByRole('menu', { name })
    const items = within(menu).getAllByRole('menuitem')
    await expect(items).toHaveLength(5)
    await expect(items[2]).toHaveAttribute('aria-disabled', 'true')
  },
}

/** No connection yet: what one is for, and the usual providers to begin with. */
export const Empty: Story = {
  args: {
    world: ({ data }) => {
      data.sso_connections = {}
    },
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Let people sign in with their work account' })
    await expect(canvas.getByRole('link', { name: 'Google Workspace' })).toBeVisible()
  },
}

/** Deleting the default connection while there are others has another one chosen first. */
export const DeleteDefault: Story = {
  args: { seed: HOLDING },
  play: async ({ canvas, canvasElement, loaded }) => {
    const body = within(canvasElement.ownerDocument.body)
    const name = 'Actions for Head office'
    await userEvent.click(await canvas.findByRole('button', { name }))
    await userEvent.click(body.getByRole('menuitem', { name: 'Delete' }))
    const dialog = within(await body.findByRole('dialog', { name: 'Delete Head office?' }))
    await expect(dialog.getByRole('button', { name: 'Delete connection' })).toBeDisabled()
    await userEvent.click(dialog.getByRole('button', { name: 'Make it the default' }))
    await dialog.findByText(/Roles that follow from it are lost/)
    await expect(portalOf(loaded).requests()).toContain('PUT /b2b/organizations/me')
  },
}

/** An auditor sees everything and changes nothing. */
export const ReadOnly: Story = {
  args: { persona: 'auditor' },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'New connection' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
  },
}
