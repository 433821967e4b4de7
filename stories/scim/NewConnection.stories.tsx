import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { portalOf } from '../PartStory.tsx'
import { scimStory, type ScimStoryArgs } from './ScimStory.tsx'

const meta: Meta<ScimStoryArgs> = {
  ...scimStory,
  title: 'SCIM/New connection',
  args: { seed: 'sample', persona: 'it-admin', params: { screen: 'new' } },
}
export default meta

type Story = StoryObj<ScimStoryArgs>

/** Eight providers on cards; what is missing is said at its place. */
export const Form: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Create connection' }))
    await expect(await canvas.findByText('Choose an identity provider.')).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toBeInvalid()
    await expect(canvas.getAllByRole('radio')).toHaveLength(8)
  },
}

/** From the choice of a provider to the guide, by keyboard alone; the token cannot be left behind by accident. */
export const CreateByKeyboard: Story = {
  play: async ({ canvas, canvasElement, loaded }) => {
    const okta = await canvas.findByRole('radio', { name: 'Okta' })
    okta.focus()
    await userEvent.keyboard(' {ArrowDown}')
    await expect(canvas.getByRole('radio', { name: 'Microsoft Entra' })).toBeChecked()
    await userEvent.tab()
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toHaveValue(
      'Microsoft Entra',
    )
    await userEvent.keyboard('{Enter}')

    await expect(
      await canvas.findByRole('heading', { name: 'Store the bearer token' }),
    ).toBeVisible()
    const [connection] = Object.values(portalOf(loaded).emulator.data.scim_connections)
    await expect(canvas.getByText(connection?.bearer_token.value ?? 'no token')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await userEvent.click(canvas.getByRole('button', { name: 'Continue to set-up' }))
    await expect(canvas.getByRole('alert')).toHaveTextContent(/It cannot be shown again/)

    await userEvent.click(canvas.getByRole('checkbox', { name: /I have stored it/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Continue to set-up' }))
    const guide = await canvas.findByRole('heading', { name: 'Set up Microsoft Entra' })
    await waitFor(() => expect(guide).toHaveFocus())
    await userEvent.click(canvas.getByRole('button', { name: /Enter address and token/ }))
    const base = within(canvas.getByRole('group', { name: 'Tenant URL' }))
    await expect(base.getByText(/aadOptscim062020$/)).toBeVisible()
    const secret = within(canvas.getByRole('group', { name: 'Secret token' }))
    await userEvent.click(secret.getByRole('button', { name: 'Show' }))
    await expect(secret.getByText(connection?.bearer_token.value ?? 'no token')).toBeVisible()
    await expect(canvasElement).toBeInTheDocument()
  },
}

/** The one-time token: a question before it is left unstored. */
export const TokenIsNotLost: Story = {
  play: async ({ canvas, loaded }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Okta' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Create connection' }))
    await canvas.findByRole('heading', { name: 'Store the bearer token' })
    const unload = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(unload)
    await expect(unload.defaultPrevented).toBe(true)
    await expect(
      JSON.stringify(
        portalOf(loaded)
          .queryClient.getQueryCache()
          .getAll()
          .map((query) => query.state.data),
      ),
    ).not.toContain(
      Object.values(portalOf(loaded).emulator.data.scim_connections)[0]?.bearer_token.value,
    )
  },
}

/** Ten thousand characters: refused in place, with the count, and nothing is cut off. */
export const NameTooLong: Story = {
  play: async ({ canvas, loaded }) => {
    const before = portalOf(loaded).emulator.requests.length
    await userEvent.click(await canvas.findByRole('radio', { name: 'Okta' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.clear(name)
    await userEvent.click(name)
    await userEvent.paste('x'.repeat(10_000))
    await expect(
      canvas.getByText(/The display name has 10,000 characters; 128 are the most/),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Create connection' }))
    await expect(name).toHaveValue('x'.repeat(10_000))
    const sent = portalOf(loaded).emulator.requests.slice(before)
    await expect(sent.filter((request) => request.method === 'POST')).toHaveLength(0)
  },
}

/** A paste with line breaks becomes one line. */
export const PasteWithLineBreaks: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Another provider' }))
    const name = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.click(name)
    await userEvent.paste('Workforce\r\ndirectory\n')
    await waitFor(() => expect(name).toHaveValue('Workforce directory'))
  },
}

/** Creating fails: what was chosen is still there, with the request id to pass on. */
export const CreateFails: Story = {
  args: {
    faults: [
      {
        method: 'POST',
        path: '/sdk/v1/b2b/scim',
        status: 500,
        error_type: 'internal_server_error',
      },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Rippling' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Create connection' }))
    const alert = within(await canvas.findByRole('alert'))
    await expect(alert.getByText(/The connection was not created/)).toBeVisible()
    await expect(alert.getByText(/What you entered is still here/)).toBeVisible()
    await userEvent.click(alert.getByText('Details'))
    await expect(alert.getByText('Request id')).toBeVisible()
    await expect(canvas.getByRole('radio', { name: 'Rippling' })).toBeChecked()
  },
}
