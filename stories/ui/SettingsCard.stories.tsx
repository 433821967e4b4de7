import type { Meta, StoryObj } from '@storybook/react-vite'
import { PartFrame } from 'orgportal/components'
import { ErrorState, Field, Row, Rows, Select, SettingsCard, TextInput } from 'orgportal/ui'
import type { SettingsCardProps } from 'orgportal/ui'
import { useState } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

interface DetailsProps {
  denied?: SettingsCardProps['denied']
  /** The server refuses to save. */
  fails?: boolean
  onSave: (name: string) => void
}

function Details({ denied, fails = false, onSave }: DetailsProps) {
  const [stored, setStored] = useState('Okta production')
  const [name, setName] = useState(stored)
  const [editing, setEditing] = useState(false)
  const [error, setError] = useState(false)
  return (
    <PartFrame
      title="Directory sync"
      description="Your identity provider creates and removes members here."
    >
      <SettingsCard
        title="Details"
        description="What this connection is called and what it talks to."
        editing={editing}
        dirty={name !== stored}
        denied={denied}
        onEdit={() => setEditing(true)}
        onCancel={() => {
          setName(stored)
          setError(false)
          setEditing(false)
        }}
        onSave={() => {
          onSave(name)
          setError(fails)
          if (fails) return
          setStored(name)
          setEditing(false)
        }}
        error={error && <ErrorState title="The details could not be saved" />}
        form={
          <>
            <Field layout="row" label="Display name">
              <TextInput value={name} onValueChange={setName} />
            </Field>
            <Field layout="row" label="Identity provider">
              <Select defaultValue="okta" options={[{ value: 'okta', label: 'Okta' }]} />
            </Field>
          </>
        }
      >
        <Rows>
          <Row label="Display name">{stored}</Row>
          <Row label="Identity provider">Okta</Row>
        </Rows>
      </SettingsCard>
    </PartFrame>
  )
}

const meta = {
  title: 'ui/SettingsCard',
  component: Details,
  subcomponents: { SettingsCard },
  decorators: [inPortal],
  args: { onSave: fn() },
} satisfies Meta<typeof Details>

export default meta
type Story = StoryObj<typeof meta>

export const Viewing: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Details' })).toHaveTextContent(
      'Okta production',
    )
    await expect(canvas.getByRole('heading', { name: 'Details', level: 3 })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Edit Details' })).toBeVisible()
  },
}

/** Fields in place, Save off until something differs, Ctrl + Enter saves, the focus goes along. */
export const Editing: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Details' }))
    const input = canvas.getByRole('textbox', { name: 'Display name' })
    await expect(input).toHaveFocus()
    await expect(canvas.getByRole('button', { name: 'Save' })).toBeDisabled()
    await userEvent.type(input, ' 2')
    await expect(canvas.getByRole('button', { name: 'Save' })).toBeEnabled()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(args.onSave).toHaveBeenCalledWith('Okta production 2')
    await expect(canvas.getByRole('button', { name: 'Edit Details' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
  },
}

/** Escape leaves at once when nothing differs, and asks when something does. */
export const Discarding: Story = {
  play: async ({ canvas }) => {
    const edit = () => userEvent.click(canvas.getByRole('button', { name: 'Edit Details' }))
    await edit()
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByRole('textbox')).toBeNull()
    await edit()
    await userEvent.keyboard('!')
    await userEvent.keyboard('{Escape}')
    const question = canvas.getByRole('alertdialog', { name: 'Discard your changes?' })
    await expect(question).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Keep editing' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toHaveFocus()
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toHaveValue(
      'Okta production!',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Discard changes' }))
    await expect(canvas.getByRole('region', { name: 'Details' })).toHaveTextContent(
      /Okta production(?!!)/,
    )
    await edit()
    await userEvent.keyboard('!{Escape}')
  },
}

/** What was typed stays. */
export const SavingFailed: Story = {
  args: { fails: true },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Details' }))
    await userEvent.keyboard(' EU')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(canvas.getByRole('alert')).toHaveTextContent('The details could not be saved')
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toHaveValue(
      'Okta production EU',
    )
  },
}

export const Denied: Story = {
  args: { denied: { permission: 'stytch.scim update', roles: ['IT admin'] } },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Edit Details' })
    await userEvent.click(button)
    await expect(canvas.queryByRole('textbox')).toBeNull()
    await expect(button).toHaveAccessibleDescription(/stytch.scim update/)
  },
}
