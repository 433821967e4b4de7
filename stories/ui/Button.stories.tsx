import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from 'orgportal/ui'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Button',
  component: Button,
  decorators: [inPortal],
  args: { children: 'Create connection', onClick: fn() },
} satisfies Meta<typeof Button>

export default meta
type Story = StoryObj<typeof meta>

export const Primary: Story = {
  args: { variant: 'primary' },
  play: async ({ canvas, args }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Create connection' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onClick).toHaveBeenCalledOnce()
  },
}

export const Variants: Story = {
  render: (args) => (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
      <Button {...args} variant="primary">
        Create connection
      </Button>
      <Button {...args}>Rotate token</Button>
      <Button {...args} variant="ghost">
        Save and continue later
      </Button>
      <Button {...args} variant="danger">
        Delete connection
      </Button>
      <Button {...args} disabled>
        Save
      </Button>
      <Button {...args} size="small">
        Edit
      </Button>
    </div>
  ),
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }), { pointerEventsCheck: 0 })
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}

/** Keeps its label and width, can keep the focus, and does nothing twice. */
export const Busy: Story = {
  args: { variant: 'primary', busy: true },
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole('button', { name: 'Create connection' })
    await expect(button).toHaveAttribute('aria-busy', 'true')
    await userEvent.click(button)
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}

/** Stays in place, can be focused, and says what is missing and who has it. */
export const Denied: Story = {
  args: {
    children: 'Rotate token',
    denied: { permission: 'stytch.scim update', roles: ['IT admin', 'Admin'] },
  },
  play: async ({ canvas, args, canvasElement }) => {
    const button = canvas.getByRole('button', { name: 'Rotate token' })
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(
      'You need the permission stytch.scim update. Roles with it: IT admin or Admin.',
    )
    const tooltip = await within(canvasElement).findByRole('tooltip')
    await waitFor(() => expect(tooltip).toBeVisible())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(tooltip).not.toBeVisible())
    await userEvent.keyboard('{Enter}')
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}
