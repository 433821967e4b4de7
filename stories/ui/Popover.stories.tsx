import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button, Link, Popover, Tooltip } from 'orgportal/ui'
import { expect, userEvent, waitFor } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Popover and Tooltip',
  component: Popover,
  subcomponents: { Tooltip },
  decorators: [inPortal],
  args: {
    label: 'Where this role comes from',
    trigger: (props) => <Button {...props}>Why</Button>,
    children: (
      <>
        From the group Engineering. <Link href="#groups">Show groups</Link>
      </>
    ),
  },
} satisfies Meta<typeof Popover>

export default meta
type Story = StoryObj<typeof meta>

export const Opened: Story = {
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Why' })
    await userEvent.click(button)
    const popover = await canvas.findByRole('dialog', { name: 'Where this role comes from' })
    await expect(popover).toHaveFocus()
    await userEvent.tab()
    await expect(canvas.getByRole('link', { name: 'Show groups' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(button).toHaveFocus()
    await expect(canvas.queryByRole('dialog')).toBeNull()
    await userEvent.click(button)
    await expect(button).toHaveAttribute('aria-expanded', 'true')
  },
}

/** A click anywhere else closes it. */
export const ClosedByAClickElsewhere: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Why' }))
    await canvas.findByRole('dialog')
    await userEvent.click(canvasElement)
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
  },
}

export const OnHover: Story = {
  render: () => (
    <div style={{ padding: 48 }}>
      <Tooltip content="Sent by Okta at the last push.">
        {(props) => <Button {...props}>6 groups</Button>}
      </Tooltip>
    </div>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: '6 groups' })
    await expect(button).toHaveAccessibleDescription('Sent by Okta at the last push.')
    await userEvent.hover(button)
    const tooltip = await canvas.findByRole('tooltip')
    await userEvent.hover(tooltip)
    await expect(tooltip).toBeVisible()
    await userEvent.unhover(tooltip)
    await waitFor(() => expect(tooltip).not.toBeVisible())
    await userEvent.hover(button)
    await waitFor(() => expect(tooltip).toBeVisible())
  },
}
