import type { Meta, StoryObj } from '@storybook/react-vite'
import { Menu } from 'orgportal/ui'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const rename = fn()
const remove = fn()
const invite = fn()

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
        id: 'invite',
        label: 'Invite again',
        reason: 'Your organization does not allow invitations.',
        onSelect: invite,
      },
      {
        id: 'remove',
        label: 'Remove roles',
        tone: 'danger',
        denied: { permission: 'stytch.scim update', roles: ['IT admin'] },
        onSelect: remove,
      },
      { id: 'delete', label: 'Delete', tone: 'danger', onSelect: fn() },
    ],
  },
} satisfies Meta<typeof Menu>

export default meta
type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const buttonOf = (canvas: Canvas) => canvas.getByRole('button', { name: 'Actions for Engineering' })
const itemOf = (canvas: Canvas, name: RegExp | string) => canvas.getByRole('menuitem', { name })

export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    rename.mockClear()
    const button = buttonOf(canvas)
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(canvas.getByRole('menu', { name: 'Actions for Engineering' })).toBeVisible()
    await expect(itemOf(canvas, 'Rename')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(itemOf(canvas, 'Show members')).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect(itemOf(canvas, 'Delete')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(itemOf(canvas, 'Rename')).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect(itemOf(canvas, 'Delete')).toHaveFocus()
    await userEvent.keyboard('{Home}{Enter}')
    await expect(rename).toHaveBeenCalledOnce()
    await expect(button).toHaveFocus()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await expect(canvas.queryByRole('menu')).toBeNull()
  },
}

/** The arrows open it at either end; Escape and Tab leave it. */
export const OpenedByArrows: Story = {
  play: async ({ canvas }) => {
    const button = buttonOf(canvas)
    button.focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect(itemOf(canvas, 'Delete')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(button).toHaveFocus()
    await expect(canvas.queryByRole('menu')).toBeNull()
    await userEvent.keyboard('{ArrowDown}')
    await expect(itemOf(canvas, 'Rename')).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.queryByRole('menu')).toBeNull()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  },
}

/** Letters lead to the entry that begins with them; the same letter again, to the next one. */
export const Typeahead: Story = {
  play: async ({ canvas }) => {
    buttonOf(canvas).focus()
    await userEvent.keyboard('{Enter}s')
    await expect(itemOf(canvas, 'Show members')).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect(itemOf(canvas, 'Rename')).toHaveFocus()
    await userEvent.keyboard('{Escape}{Enter}rem')
    await expect(itemOf(canvas, /^Remove roles/)).toHaveFocus()
    await userEvent.keyboard('{Escape}{Enter}r')
    await expect(itemOf(canvas, /^Remove roles/)).toHaveFocus()
    await userEvent.keyboard('r')
    await expect(itemOf(canvas, 'Rename')).toHaveFocus()
    await userEvent.keyboard('x')
    await expect(itemOf(canvas, 'Rename')).toHaveFocus()
  },
}

/** The entry under the pointer is the one that has the focus. */
export const ByMouse: Story = {
  play: async ({ canvas }) => {
    const button = buttonOf(canvas)
    await userEvent.click(button)
    await expect(canvas.getByRole('menu')).toHaveFocus()
    await userEvent.hover(itemOf(canvas, 'Show members'))
    await expect(itemOf(canvas, 'Show members')).toHaveFocus()
    await userEvent.click(itemOf(canvas, 'Show members'))
    await expect(canvas.queryByRole('menu')).toBeNull()
    await expect(button).toHaveFocus()
  },
}

/** A click on the button again closes it, and one anywhere else. */
export const ClosedByAClick: Story = {
  play: async ({ canvas, canvasElement }) => {
    const button = buttonOf(canvas)
    await userEvent.click(button)
    await userEvent.click(button)
    await expect(canvas.queryByRole('menu')).toBeNull()
    await userEvent.click(button)
    await expect(canvas.getByRole('menu')).toBeVisible()
    await userEvent.click(canvasElement)
    await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
  },
}

/** What may not or cannot be done stays in the menu, can be reached, and says why. */
export const NotUsable: Story = {
  play: async ({ canvas }) => {
    remove.mockClear()
    invite.mockClear()
    await userEvent.click(buttonOf(canvas))
    const denied = itemOf(canvas, /^Remove roles/)
    await expect(denied).toHaveAttribute('aria-disabled', 'true')
    await expect(denied).toHaveTextContent('You need the permission stytch.scim update.')
    await userEvent.click(denied)
    const off = itemOf(canvas, /^Invite again/)
    await expect(off).toHaveAttribute('aria-disabled', 'true')
    await expect(off).toHaveTextContent('Your organization does not allow invitations.')
    off.focus()
    await userEvent.keyboard('{Enter} ')
    await expect(remove).not.toHaveBeenCalled()
    await expect(invite).not.toHaveBeenCalled()
    await expect(canvas.getByRole('menu')).toBeVisible()
  },
}

/** Beside the edges it turns to where there is room, and nothing around it clips it or lends it its looks. */
export const AtTheEdge: Story = {
  render: (args) => (
    <div
      style={{
        position: 'fixed',
        insetBlockEnd: 8,
        insetInlineEnd: 8,
        overflow: 'hidden',
        whiteSpace: 'nowrap',
      }}
    >
      <Menu {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(buttonOf(canvas))
    const menu = canvas.getByRole('menu')
    const box = menu.getBoundingClientRect()
    await expect(box.bottom).toBeLessThanOrEqual(window.innerHeight)
    await expect(box.right).toBeLessThanOrEqual(window.innerWidth)
    await expect(within(menu).getAllByRole('menuitem')).toHaveLength(5)
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + 16)
    await expect(menu.contains(top)).toBe(true)
  },
}
