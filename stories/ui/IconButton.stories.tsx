import type { Meta, StoryObj } from '@storybook/react-vite'
import { IconButton } from 'orgportal/ui'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const cross = (
  <svg viewBox="0 0 16 16" width="16" height="16" stroke="currentColor" aria-hidden="true">
    <path d="m4 4 8 8m0-8-8 8" />
  </svg>
)

const meta = {
  title: 'ui/IconButton',
  component: IconButton,
  decorators: [inPortal],
  args: { label: 'Remove Engineering', icon: cross, onClick: fn() },
} satisfies Meta<typeof IconButton>

export default meta
type Story = StoryObj<typeof meta>

/** Its label is its name, and a tooltip for those who see it. */
export const Labelled: Story = {
  play: async ({ canvas, canvasElement, args }) => {
    await userEvent.tab()
    const button = canvas.getByRole('button', { name: 'Remove Engineering' })
    await expect(button).toHaveFocus()
    const tooltip = within(canvasElement).getByText('Remove Engineering')
    await waitFor(() => expect(tooltip).toBeVisible())
    await userEvent.keyboard('{Enter}')
    await expect(args.onClick).toHaveBeenCalledOnce()
  },
}

export const Denied: Story = {
  args: { denied: { permission: 'stytch.scim update', roles: [] } },
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole('button', { name: 'Remove Engineering' })
    await userEvent.click(button)
    await expect(args.onClick).not.toHaveBeenCalled()
    await expect(button).toHaveAccessibleDescription(
      'You need the permission stytch.scim update. No role of this organization has it.',
    )
  },
}
