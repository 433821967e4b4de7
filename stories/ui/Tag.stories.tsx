import type { Meta, StoryObj } from '@storybook/react-vite'
import { DateTime, StatusDot, Tag, TagList } from 'orgportal/ui'
import { expect, fn, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Tag, StatusDot and DateTime',
  component: Tag,
  subcomponents: { TagList, StatusDot, DateTime },
  decorators: [inPortal],
  args: { children: 'Engineer' },
} satisfies Meta<typeof Tag>

export default meta
type Story = StoryObj<typeof meta>

const tones = ['neutral', 'accent', 'success', 'warning', 'danger', 'info'] as const

export const Tones: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 16 }}>
      <div style={{ display: 'flex', gap: 8 }}>
        {tones.map((tone) => (
          <Tag key={tone} tone={tone}>
            {tone}
          </Tag>
        ))}
      </div>
      <div style={{ display: 'flex', gap: 16 }}>
        {tones.map((tone) => (
          <StatusDot key={tone} tone={tone}>
            {tone}
          </StatusDot>
        ))}
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('success')).toHaveLength(2)
  },
}

export const Removable: Story = {
  args: { onRemove: fn() },
  play: async ({ canvas, args }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: 'Remove Engineer' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onRemove).toHaveBeenCalledOnce()
  },
}

/** Three, and the rest in a popover. */
export const List: Story = {
  render: () => (
    <TagList
      label="Roles of Ada Lovelace"
      items={['Admin', 'Engineer', 'Viewer', 'Auditor', 'Billing admin'].map((label) => ({
        key: label,
        label,
      }))}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('list', { name: 'Roles of Ada Lovelace' }).children).toHaveLength(
      3,
    )
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('dialog', { name: 'Roles of Ada Lovelace' })).toHaveTextContent(
      'AuditorBilling admin',
    )
  },
}

export const Dates: Story = {
  render: () => {
    const now = new Date('2026-11-21T12:00:00Z')
    return (
      <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
        <DateTime now={now} value="2026-12-21T12:00:00Z" />
        <DateTime now={now} value="2026-11-21T11:58:00Z" format="relative" />
        <DateTime now={now} value="2026-11-21T12:00:00Z" format="date" />
        <DateTime now={now} value={null} />
      </div>
    )
  },
  play: async ({ canvas }) => {
    const expiry = canvas.getByText('21 Dec 2026 (in 30 days)')
    await expect(expiry.title).toMatch(/Monday,? 21 December 2026/)
    await expect(canvas.getByText('2 minutes ago')).toBeVisible()
    await expect(canvas.getByText('Never')).toBeVisible()
  },
}
