import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { portalOf } from '../PartStory.tsx'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = {
  ...scimStory,
  title: 'SCIM/Set-up guide',
  args: { seed: 'scim-empty', persona: 'it-admin', params: { screen: 'setup' } },
}
export default meta

type Story = StoryObj<ScimStoryArgs>

/** The connection of the seed, made one of this provider. */
function forProvider(identityProvider: string, step: string): Story {
  return {
    args: {
      params: { screen: 'setup', step },
      prepare: async ({ client, emulator }) => {
        const [connection] = Object.values(emulator.data.scim_connections)
        await client.scim.updateConnection({
          connection_id: connection?.connection_id ?? '',
          identity_provider: identityProvider,
        })
      },
    },
    play: async ({ canvas }) => {
      await expect(await canvas.findByRole('heading', { name: /^Set up / })).toBeVisible()
      const values = within(await canvas.findByRole('region', { name: 'Values to copy' }))
      await expect(values.getAllByRole('button', { name: /^Copy / }).length).toBeGreaterThan(0)
      await expect(canvas.getByRole('list', { name: 'Where' })).toBeVisible()
      if (identityProvider !== 'generic') {
        await expect(canvas.getByText(/^Steps for .* as of November 2026/)).toBeVisible()
      }
    },
  }
}

export const Okta: Story = forProvider('okta', 'connection')
export const MicrosoftEntra: Story = forProvider('microsoft-entra', 'connection')
export const CyberArk: Story = forProvider('cyberark', 'connection')
export const JumpCloud: Story = forProvider('jumpcloud', 'connection')
export const OneLogin: Story = forProvider('onelogin', 'connection')
export const PingFederate: Story = forProvider('pingfederate', 'connection')
export const Rippling: Story = forProvider('rippling', 'attributes')
export const Generic: Story = forProvider('generic', 'connection')

/** Steps are ticked off and kept; the guide opens at the first that is left. */
export const TickOff: Story = {
  play: async ({ canvas }) => {
    localStorage.clear()
    await userEvent.click(await canvas.findByRole('button', { name: 'Next step' }))
    await expect(await canvas.findByRole('heading', { name: 'Switch SCIM on' })).toBeVisible()
    await userEvent.click(canvas.getByRole('checkbox', { name: 'This step is done' }))
    await expect(
      canvas.getByRole('button', { name: /^Open or create the app.*Done/ }),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Continue later' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Set-up guide' }))
    await expect(
      await canvas.findByRole('heading', { name: 'Use the e-mail address as user name' }),
    ).toBeVisible()
    localStorage.clear()
  },
}

/** The token is no longer in hand: the guide says so and offers a new one. */
export const TokenNoLongerShown: Story = {
  args: { params: { screen: 'setup', step: 'connection' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/was shown once and is not kept here/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Rotate token' }))
    const dialog = within(document.body)
    await expect(
      await dialog.findByRole('dialog', { name: 'Rotate the bearer token' }),
    ).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Not now' }))
    await waitFor(() => expect(dialog.queryByRole('dialog')).toBeNull())
  },
}

/** Waiting for the first push; what is pushed meanwhile appears by itself. */
export const FirstPush: Story = {
  args: { params: { screen: 'setup', step: 'arrival' } },
  play: async ({ canvas, loaded }) => {
    await expect(await canvas.findByText('Waiting for the first push')).toBeVisible()
    const { emulator } = portalOf(loaded)
    const [connection] = Object.values(emulator.data.scim_connections)
    const response = await emulator.fetch(
      `${emulator.baseUrl}/v1/b2b/scim/${connection?.connection_id ?? ''}/Users`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${connection?.bearer_token.value ?? ''}`,
          'content-type': 'application/scim+json',
        },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
          userName: 'grace.hopper@northwind.example',
          name: { givenName: 'Grace', familyName: 'Hopper' },
          emails: [{ value: 'grace.hopper@northwind.example', primary: true }],
          active: true,
        }),
      },
    )
    await expect(response.status).toBe(201)
    await expect(
      await canvas.findByText('Grace Hopper', undefined, { timeout: 10_000 }),
    ).toBeVisible()
    await expect(canvas.getByText('Receiving')).toBeVisible()
    await expect(canvas.getByText('Okta now sends 1 user and 0 groups.')).toBeInTheDocument()
  },
}
