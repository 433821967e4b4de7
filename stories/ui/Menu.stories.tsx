import type { Meta, StoryObj } from '@storybook/react-vite'
import { Menu } from 'orgportal/ui'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const rename = fn()
const remove = fn()

const meta = {
  title: 'ui/Menu',
  component: Menu,
  decorators: [inPortal],
  args: {
    label: 'Actions for Engineering',
    items: [
      { id: 'rename', label: 'Rename', onSelect: rename },
      { id: 'members', label: 'Show members', onSelect: fn() },
      {
        id: 'remove',
        label: 'Remove roles',
        tone: 'danger',
        denied: { permission: 'stytch.scim update', roles: ['IT admin'] },
        onSelect: remove,
      },
    ],
  },
} satisfies Meta<typeof Menu>

export default meta
type Story = StoryObj<typeof meta>

export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    rename.mockClear()
    const button = canvas.getByRole('button', { name: 'Actions for Engineering' })
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('menu', { name: 'Actions for Engineering' })
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Rename' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await expect(rename).toHaveBeenCalledOnce()
    await waitFor(() => expect(button).toHaveFocus())
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  },
}

/** What may not be done stays in the menu and says why. */
export const DeniedItem: Story = {
  play: async ({ canvas }) => {
    remove.mockClear()
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for Engineering' }))
    const item = await screen.findByRole('menuitem', { name: /Remove roles/ })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toHaveTextContent('You need the permission stytch.scim update.')
    await userEvent.click(item)
    await expect(remove).not.toHaveBeenCalled()
    await expect(screen.getByRole('menu')).toBeVisible()
  },
}
