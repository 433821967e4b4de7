import type { Meta, StoryObj } from '@storybook/react-vite'
import { Field, MultiSelect } from 'orgportal/ui'
import type { MultiSelectOption } from 'orgportal/ui'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const roles: MultiSelectOption[] = [
  { value: 'stytch_member', label: 'Member', description: 'Every member has it.' },
  { value: 'engineer', label: 'Engineer', description: 'Reads and writes documents.' },
  { value: 'viewer', label: 'Viewer', description: 'Reads documents.' },
  { value: 'billing_admin', label: 'Billing admin', description: 'Pays invoices.' },
  { value: 'it_admin', label: 'IT admin', description: 'Runs sign-in and provisioning.' },
]

const manyGroups: MultiSelectOption[] = Array.from({ length: 500 }, (_, index) => ({
  value: `group-${String(index)}`,
  label: `Team ${String(index + 1).padStart(3, '0')}`,
}))

interface RolesProps {
  options: readonly MultiSelectOption[]
  initial: string[]
  mode?: 'multiple' | 'single'
}

function Roles({ options, initial, mode = 'multiple' }: RolesProps) {
  const [value, setValue] = useState(initial)
  return (
    <div style={{ maxWidth: 440, minHeight: 360 }}>
      <Field label="Roles" hint="Everybody in the group gets them.">
        <MultiSelect options={options} value={value} onValueChange={setValue} mode={mode} />
      </Field>
    </div>
  )
}

const meta = {
  title: 'ui/MultiSelect',
  component: Roles,
  subcomponents: { MultiSelect },
  decorators: [inPortal],
  args: { options: roles, initial: ['engineer'] },
} satisfies Meta<typeof Roles>

export default meta
type Story = StoryObj<typeof meta>

export const Open: Story = {
  play: async ({ canvas }) => {
    const input = canvas.getByRole('combobox', { name: 'Roles' })
    await userEvent.click(input)
    const list = await canvas.findByRole('listbox')
    await expect(within(list).getAllByRole('option')).toHaveLength(5)
    await expect(within(list).getByRole('option', { name: /^Engineer/ })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  },
}

export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    await userEvent.tab()
    await userEvent.tab()
    const input = canvas.getByRole('combobox', { name: 'Roles' })
    await expect(input).toHaveFocus()
    await userEvent.keyboard('pays')
    await expect(canvas.getAllByRole('option')).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('button', { name: 'Remove Billing admin' })).toBeVisible()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect(canvas.getByRole('button', { name: 'Remove Viewer' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(input).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{Backspace}')
    await expect(canvas.queryByRole('button', { name: 'Remove Viewer' })).toBeNull()
    await expect(canvas.getByRole('button', { name: 'Remove Billing admin' })).toBeVisible()
  },
}

export const NothingMatches: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('combobox', { name: 'Roles' }), 'xyz{Enter}')
    await expect(canvas.getByRole('option', { name: 'Nothing matches' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Remove Engineer' })).toBeVisible()
  },
}

/** A role that is no longer in the policy is shown by its id and can be removed. */
export const UnknownValue: Story = {
  args: { initial: ['engineer', 'gone_role'] },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove gone_role' }))
    await expect(canvas.queryByText('gone_role')).toBeNull()
    await expect(canvas.getByRole('combobox', { name: 'Roles' })).toHaveFocus()
  },
}

export const Single: Story = {
  args: { mode: 'single', initial: [] },
  play: async ({ canvas }) => {
    const input = canvas.getByRole('combobox', { name: 'Roles' })
    await userEvent.click(input)
    await userEvent.click(canvas.getByRole('option', { name: /^Viewer/ }))
    await expect(input).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(input)
    await userEvent.click(canvas.getByRole('option', { name: /^Engineer/ }))
    await expect(canvas.queryByRole('button', { name: 'Remove Viewer' })).toBeNull()
    await expect(canvas.getByRole('button', { name: 'Remove Engineer' })).toBeVisible()
  },
}

export const FiveHundred: Story = {
  args: { options: manyGroups, initial: [] },
  play: async ({ canvas, canvasElement }) => {
    // By selector: to work out five hundred roles takes the test library seconds.
    const options = () => canvasElement.querySelectorAll('[role="option"]')
    const input = canvas.getByRole('combobox', { name: 'Roles' })
    await userEvent.click(input)
    await expect(options()).toHaveLength(500)
    await userEvent.keyboard('499')
    await expect(options()).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('button', { name: 'Remove Team 499' })).toBeVisible()
  },
}
