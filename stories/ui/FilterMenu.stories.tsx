import type { Meta, StoryObj } from '@storybook/react-vite'
import { FilterMenu } from 'orgportal/ui'
import type { FilterOption } from 'orgportal/ui'
import { useState } from 'react'
import { expect, fn, userEvent, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const statuses: FilterOption[] = [
  { value: 'active', label: 'Active' },
  { value: 'invited', label: 'Invited', hint: 'Has not signed in yet.' },
  { value: 'pending', label: 'Pending' },
  { value: 'deleted', label: 'Deactivated' },
]

const manyRoles: FilterOption[] = Array.from({ length: 60 }, (_, index) => ({
  value: `role-${String(index + 1)}`,
  label: `Role ${String(index + 1)}`,
}))

interface FilterProps {
  label: string
  options: readonly FilterOption[]
  initial: readonly string[]
  multiple: boolean
  onChange: (value: string[]) => void
}

function Filter({ initial, onChange, ...props }: FilterProps) {
  const [value, setValue] = useState(initial)
  return (
    <div style={{ minHeight: 420 }}>
      <FilterMenu
        {...props}
        value={value}
        onChange={(next) => {
          setValue(next)
          onChange(next)
        }}
      />
    </div>
  )
}

const meta = {
  title: 'ui/FilterMenu',
  component: Filter,
  subcomponents: { FilterMenu },
  decorators: [inPortal],
  args: { label: 'Status', options: statuses, initial: [], multiple: true, onChange: fn() },
} satisfies Meta<typeof Filter>

export default meta
type Story = StoryObj<typeof meta>

/** Each choice counts at once; the button says what is chosen. */
export const SeveralByKeyboard: Story = {
  play: async ({ canvas, args }) => {
    const button = canvas.getByRole('button', { name: 'Status' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const list = await canvas.findByRole('dialog', { name: 'Status' })
    const box = (name: string) => within(list).getByRole('checkbox', { name })
    await expect(box('Active')).toHaveFocus()
    await expect(box('Invited')).toHaveAccessibleDescription('Has not signed in yet.')
    await userEvent.keyboard('{ArrowDown} {ArrowDown} ')
    await expect(box('Invited')).toBeChecked()
    await expect(button).toHaveAccessibleName('Status: Invited, Pending')
    await userEvent.keyboard('{ArrowDown} ')
    await expect(button).toHaveAccessibleName('Status: 3 selected')
    await expect(args.onChange).toHaveBeenLastCalledWith(['invited', 'pending', 'deleted'])
    await userEvent.click(within(list).getByRole('button', { name: 'Clear' }))
    await expect(args.onChange).toHaveBeenLastCalledWith([])
    await expect(box('Active')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(button).toHaveFocus()
    await expect(button).toHaveAccessibleName('Status')
  },
}

export const OneOfSome: Story = {
  args: { multiple: false, initial: ['invited'] },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Status: Invited' }))
    await expect(await canvas.findByRole('radio', { name: 'Invited' })).toHaveFocus()
    await userEvent.click(canvas.getByRole('radio', { name: 'Active' }))
    await expect(args.onChange).toHaveBeenLastCalledWith(['active'])
  },
}

/** More than eight narrow by typing; what was chosen and is no option any more can be dropped. */
export const Many: Story = {
  args: { label: 'Role', options: manyRoles, initial: ['gone_role'] },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Role: gone_role' }))
    await userEvent.click(canvas.getByRole('searchbox', { name: 'Search in Role' }))
    await userEvent.keyboard('42')
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(1)
    await userEvent.keyboard('{ArrowDown} ')
    await expect(args.onChange).toHaveBeenLastCalledWith(['gone_role', 'role-42'])
    await userEvent.keyboard('{ArrowUp}xyz')
    await expect(canvas.getByText('Nothing matches')).toBeVisible()
    await userEvent.keyboard('{Escape}gone')
    await userEvent.click(canvas.getByRole('checkbox', { name: 'gone_role' }))
    await expect(args.onChange).toHaveBeenLastCalledWith(['role-42'])
  },
}
