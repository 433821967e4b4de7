import type { Meta, StoryObj } from '@storybook/react-vite'
import { SearchField } from 'orgportal/ui'
import { useState } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

interface SearchProps {
  busy?: boolean
  onEscape?: () => void
}

function Search({ busy = false, onEscape }: SearchProps) {
  const [value, setValue] = useState('')
  return (
    <div
      role="presentation"
      style={{ maxWidth: 360 }}
      onKeyDown={(event) => event.key === 'Escape' && onEscape?.()}
    >
      <SearchField
        label="Search members"
        value={value}
        onValueChange={setValue}
        placeholder="Name or email"
        hint="Finds the beginning of a name, or a part of an address."
        busy={busy}
      />
    </div>
  )
}

const meta = {
  title: 'ui/SearchField',
  component: Search,
  subcomponents: { SearchField },
  decorators: [inPortal],
  args: { onEscape: fn() },
} satisfies Meta<typeof Search>

export default meta
type Story = StoryObj<typeof meta>

/** Escape clears first, and only then is for what lies around. */
export const Clearing: Story = {
  play: async ({ canvas, args }) => {
    const field = canvas.getByRole('searchbox', { name: 'Search members' })
    await expect(field).toHaveAccessibleDescription(/beginning of a name/)
    await expect(canvas.queryByRole('button', { name: 'Clear' })).toBeNull()
    await userEvent.type(field, 'ada')
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }))
    await expect(field).toHaveValue('')
    await expect(field).toHaveFocus()
    await userEvent.keyboard('grace{Escape}')
    await expect(field).toHaveValue('')
    await expect(args.onEscape).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await expect(args.onEscape).toHaveBeenCalledOnce()
  },
}

export const Busy: Story = {
  args: { busy: true },
  play: async ({ canvas }) => {
    const field = canvas.getByRole('searchbox', { name: 'Search members' })
    await userEvent.type(field, 'ada')
    await expect(field).toHaveAttribute('aria-busy', 'true')
    await expect(field).toHaveValue('ada')
  },
}
