import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { editCard } from './editCard.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/SAML: what the provider told',
}
export default meta

type Story = StoryObj<SsoStoryArgs>

const editing = (canvas: Parameters<NonNullable<Story['play']>>[0]['canvas']) =>
  editCard(canvas, { card: 'Identity provider' })

const paste = async (field: HTMLElement, text: string) => {
  await userEvent.click(field)
  await userEvent.paste(text)
}

/** What is stored, to be copied. */
export const Viewing: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('link', { name: 'Northwind Okta' }))
    const card = within(await canvas.findByRole('region', { name: 'Identity provider' }))
    await expect(card.getByText('1 stored')).toBeVisible()
  },
}

/** By hand: what is stored stands in the fields. */
export const ByHand: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await expect(form.getByRole('radio', { name: 'By hand' })).toBeChecked()
  },
}

/** A page of another kind is pasted where the XML goes. */
export const NoMetadata: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await userEvent.click(form.getByRole('radio', { name: 'Metadata file' }))
    const field = form.getByRole('textbox', { name: 'Or paste it here' })
    await paste(field, '<!doctype html><html><body>Sign in</body></html>')
    await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'))
  },
}

/** A private key is taken by nobody. */
export const PrivateKey: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    const field = form.getByRole('textbox', { name: /certificate/i })
    await paste(field, '-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----')
    await expect(field).toHaveValue('')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
  },
}

/** The connection is in use: whom a wrong entity id would shut out. */
export const InUse: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await userEvent.type(form.getByRole('textbox', { name: /^(Entity ID|Issuer)/ }), '/other')
    await expect(await form.findByText(/Bruno Costa/)).toBeVisible()
  },
}

/** The service refused: what to do, and nothing that was typed is lost. */
export const Refused: Story = {
  args: {
    faults: [
      { method: 'PUT', path: '*/sso/saml/*', status: 400, error_type: 'invalid_saml_metadata_url' },
    ],
    world: ({ data }) => {
      for (const connection of Object.values(data.sso_connections)) connection.status = 'pending'
    },
  },
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await userEvent.click(form.getByRole('radio', { name: 'Metadata address' }))
    const field = form.getByRole('textbox', { name: 'Metadata URL' })
    await paste(field, 'https://idp.tern.dev/metadata')
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    await expect(await form.findByText(/could not fetch the metadata/)).toBeVisible()
    await expect(field).toHaveValue('https://idp.tern.dev/metadata')
  },
}
