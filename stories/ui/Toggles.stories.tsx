import type { Meta, StoryObj } from '@storybook/react-vite'
import { Checkbox, Switch } from 'orgportal/ui'
import { useState } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Checkbox and Switch',
  component: Checkbox,
  subcomponents: { Switch },
  decorators: [inPortal],
  args: { label: 'I have stored the token', onCheckedChange: fn() },
} satisfies Meta<typeof Checkbox>

export default meta
type Story = StoryObj<typeof meta>

export const Unchecked: Story = {
  args: { hint: 'It is shown once, here.' },
  play: async ({ canvas, args }) => {
    await userEvent.tab()
    await userEvent.keyboard(' ')
    const checkbox = canvas.getByRole('checkbox', { name: 'I have stored the token' })
    await expect(checkbox).toBeChecked()
    await expect(checkbox).toHaveAccessibleDescription('It is shown once, here.')
    await expect(args.onCheckedChange).toHaveBeenCalledWith(true)
  },
}

function Switches() {
  const [on, setOn] = useState(true)
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <Switch
        label="Create members at first sign-in"
        hint="Also known as just-in-time provisioning."
        checked={on}
        onCheckedChange={setOn}
      />
      <Switch label="Invitations" checked={false} />
      <Checkbox label="Checked" checked />
      <Checkbox label="Disabled" disabled />
      <Checkbox label="Checked and disabled" checked disabled />
      <Switch
        label="Multi-factor authentication for everyone"
        checked
        denied={{ permission: 'stytch.organization update.settings.mfa-policy', roles: ['Admin'] }}
        onCheckedChange={fn()}
      />
    </div>
  )
}

export const States: Story = {
  render: () => <Switches />,
  play: async ({ canvas }) => {
    const jit = canvas.getByRole('switch', { name: 'Create members at first sign-in' })
    await userEvent.click(jit)
    await expect(jit).not.toBeChecked()

    const denied = canvas.getByRole('switch', { name: 'Multi-factor authentication for everyone' })
    await userEvent.click(denied)
    await expect(denied).toBeChecked()
    await expect(denied).toHaveAccessibleDescription(
      /stytch.organization update.settings.mfa-policy/,
    )
  },
}
