import type { Meta, StoryObj } from '@storybook/react-vite'
import { Field, Select, Textarea, TextInput } from 'orgportal/ui'
import { useState } from 'react'
import { expect, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Field',
  component: Field,
  decorators: [inPortal],
  args: { label: 'Display name', children: <TextInput /> },
} satisfies Meta<typeof Field>

export default meta
type Story = StoryObj<typeof meta>

export const WithHint: Story = {
  args: { hint: 'Shown to admins of your organization only.', optional: true },
  play: async ({ canvas }) => {
    const input = canvas.getByRole('textbox', { name: 'Display name' })
    await expect(input).toHaveAccessibleDescription('Shown to admins of your organization only.')
    await userEvent.type(input, 'Okta')
    await expect(input).toHaveValue('Okta')
  },
}

export const WithError: Story = {
  args: {
    error: 'A name is at most 128 characters long. This one has 140.',
    hint: 'Shown to admins of your organization only.',
  },
  play: async ({ canvas }) => {
    const input = canvas.getByRole('textbox', { name: 'Display name' })
    await expect(input).toBeInvalid()
    await expect(input).toHaveAccessibleDescription(
      'A name is at most 128 characters long. This one has 140. Shown to admins of your organization only.',
    )
  },
}

function Controlled() {
  const [name, setName] = useState('')
  return (
    <Field label="Display name">
      <TextInput value={name} onValueChange={setName} />
    </Field>
  )
}

/** A name pasted from a document keeps its words, not its line breaks. */
export const PasteWithLineBreaks: Story = {
  render: () => <Controlled />,
  play: async ({ canvas }) => {
    const input = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.click(input)
    await userEvent.paste('  Okta\r\n  production \n')
    await expect(input).toHaveValue('Okta production')
  },
}

export const AllControls: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 16, maxWidth: 440 }}>
      <Field label="Display name" hint="Shown to admins of your organization only.">
        <TextInput placeholder="Okta production" />
      </Field>
      <Field label="Identity provider">
        <Select
          defaultValue=""
          placeholder="Choose a provider"
          options={[
            { value: 'okta', label: 'Okta' },
            { value: 'microsoft-entra', label: 'Microsoft Entra' },
          ]}
        />
      </Field>
      <Field label="Base URL">
        <TextInput code defaultValue="https://api.northwind.example/scim/v2" />
      </Field>
      <Field label="Signing certificate" hint="PEM, as the provider shows it.">
        <Textarea code defaultValue={'-----BEGIN CERTIFICATE-----\nMIIDpDCCAoygAwIBAgIG'} />
      </Field>
      <Field label="Slug" error="Only lower-case letters, digits and dashes.">
        <TextInput defaultValue="North wind" />
      </Field>
      <Field label="Organization id">
        <TextInput disabled code defaultValue="organization-test-0001" />
      </Field>
    </div>
  ),
  play: async ({ canvas }) => {
    const select = canvas.getByRole('combobox', { name: 'Identity provider' })
    await userEvent.selectOptions(select, 'Microsoft Entra')
    await expect(select).toHaveValue('microsoft-entra')
  },
}
